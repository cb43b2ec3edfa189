import { describe, expect, it } from 'vitest';
import { PRESETS } from '../presets/registry.ts';
import { applicablePanels } from './applicable-panels.ts';

describe('panels of the microscope', () => {
  const opening = PRESETS.filter(({ panel }) => panel !== undefined);

  it.each(opening.map((preset) => [preset.id, preset] as const))(
    '%s finds the panel that it opens with',
    (_, { experiment, panel }) => {
      expect(applicablePanels(experiment).map(({ id }) => id)).toContain(panel);
    },
  );
});
