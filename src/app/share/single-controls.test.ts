import { expect, it } from 'vitest';
import { controlGroupsOf, hiddenIn, hiding } from '../../links/hidden-controls.ts';
import { PRESETS } from '../../presets/registry.ts';
import { singleControlsOf } from './single-controls.ts';

const PAGES = ['compare', 'sweep', 'bias-variance', 'lessons'] as const;

it('every single control of every page goes through an address, and has a name of its own', () => {
  for (const { experiment } of PRESETS)
    for (const page of PAGES) {
      const singles = controlGroupsOf(page).flatMap(({ id }) =>
        singleControlsOf(page, id, experiment),
      );
      const ids = singles.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(singles.map(({ label }) => label)).size).toBe(singles.length);
      expect(hiddenIn(hiding('#/?s=1.x', ids))).toEqual(ids);
    }
});

it('lists the settings that the experiment has', () => {
  const [preset] = PRESETS;
  if (!preset) throw new Error('There are no presets.');
  const labels = singleControlsOf('compare', 'settings', preset.experiment).map(
    ({ label }) => label,
  );
  expect(labels).toContain('Wrong labels in training');
  expect(labels).toContain('Learning rate');
  expect(labels[0]).toBe('Data set');
});
