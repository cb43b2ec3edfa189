import { describe, expect, it } from 'vitest';
import { OPENING_PRESET, PRESETS } from '../../../presets/registry.ts';
import { applicablePanels, panelToShow } from './applicable-panels.ts';

describe('panels of the microscope', () => {
  it('open with one that has something to show', () => {
    const moons = PRESETS.find(({ id }) => id === 'moons-l2');
    const labelled = (share: number) => {
      const { experiment } = OPENING_PRESET;
      return { ...experiment, data: { ...experiment.data, wrongLabelShare: share } };
    };
    expect(panelToShow(labelled(0.3), null)?.id).toBe('wrong-labels');
    expect(panelToShow(labelled(0), null)?.id).toBe('mistakes');
    expect(panelToShow(labelled(0), 'wrong-labels')?.id).toBe('wrong-labels');
    expect(moons && panelToShow(moons.experiment, 'draw')?.id).toBe('mistakes');
  });

  const opening = PRESETS.filter(({ panel }) => panel !== undefined);

  it.each(opening.map((preset) => [preset.id, preset] as const))(
    '%s finds the panel that it opens with',
    (_, { experiment, panel }) => {
      expect(applicablePanels(experiment).map(({ id }) => id)).toContain(panel);
    },
  );
});
