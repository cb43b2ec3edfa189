import { describe, expect, it } from 'vitest';
import { findDataset } from '../datasets/registry.ts';
import { checkExperiment } from '../protocol/check-experiment.ts';
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
    expect(preset.point).toMatch(/^[A-Z].*\.\)?$/);
    expect(preset.point.length).toBeLessThanOrEqual(100);
  });
});
