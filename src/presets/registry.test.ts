import { describe, expect, it } from 'vitest';
import { findDataset } from '../datasets/registry.ts';
import { checkExperiment } from '../experiment/check-experiment.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { OPENING_PRESET, PRESETS } from './registry.ts';

describe('presets', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s can run', (_, preset) => {
    const dataset = findDataset(preset.experiment.data.dataset);
    expect(checkExperiment(preset.experiment, { dataset, regularizers: REGULARIZERS })).toEqual([]);
  });

  it('have ids of their own and open with wrong labels', () => {
    expect(new Set(PRESETS.map((preset) => preset.id)).size).toBe(PRESETS.length);
    expect(OPENING_PRESET.id).toBe('wrong-labels');
  });

  it.each(PRESETS)('$id asks a question and answers it, each in a line', (preset) => {
    expect(preset.title.length).toBeLessThanOrEqual(40);
    expect(preset.question).toMatch(/^[A-Z].*\?$/);
    expect(preset.question.length).toBeLessThanOrEqual(90);
    expect(preset.point).toMatch(/^[A-Z0-9].*\.\)?$/);
    expect(preset.point.length).toBeLessThanOrEqual(100);
    // A question that says how it ends is none.
    expect(`${preset.title} ${preset.question}`).not.toMatch(
      /\b(hardly|both are|never|far ahead|about equally|learns by heart)\b/i,
    );
  });

  /** The notebook trains on 60,000 digits, and takes what it takes. */
  const paced = PRESETS.filter(({ id }) => id !== 'mnist-notebook');

  it.each(paced)('$id takes 5 to 15 seconds at its pace', ({ experiment, pace }) => {
    const seconds = experiment.training.epochs / (pace ?? Infinity);
    expect(seconds).toBeGreaterThanOrEqual(5);
    expect(seconds).toBeLessThanOrEqual(15);
  });

  it('name data as their tiles do', () => {
    for (const { experiment, title } of PRESETS) {
      const dataset = findDataset(experiment.data.dataset);
      if (dataset?.group === 'plane') expect(title).toMatch(new RegExp(`^${dataset.label}: `));
    }
  });
});
