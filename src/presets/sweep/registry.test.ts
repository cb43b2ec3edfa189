import { describe, expect, it } from 'vitest';
import { findDataset } from '../../datasets/registry.ts';
import { checkExperiment } from '../../experiment/check-experiment.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { cellsOf, planSweep } from '../../plans/sweep.ts';
import type { Sweep, SweepCell } from '../../plans/sweep.ts';
import { OFF, findSweepSetting } from '../../plans/sweep-settings.ts';
import { REGULARIZERS } from '../../regularizers/registry.ts';
import { SWEEP_PRESETS } from './registry.ts';

/** A cell as an experiment of one arm, which is what settings are checked in. */
function experimentOf({ base }: SweepCell, { seed, judging }: Sweep): Experiment {
  const { data, network, training, regularizers } = base;
  return {
    ...{ version: 1, data, network, training: { ...training, seed, replicates: judging.seeds } },
    arms: [{ id: 'A', name: null, regularizers }],
    ...(judging.foldCount !== null && { foldCount: judging.foldCount }),
  };
}

describe('presets of the Sweep page', () => {
  it('have ids of their own', () => {
    expect(new Set(SWEEP_PRESETS.map(({ id }) => id)).size).toBe(SWEEP_PRESETS.length);
    expect(SWEEP_PRESETS).toHaveLength(8);
  });

  it.each(SWEEP_PRESETS)('$id: every cell can run', ({ sweep }) => {
    const dataset = findDataset(sweep.base.data.dataset);
    for (const cell of cellsOf(sweep)) {
      const experiment = experimentOf(cell, sweep);
      expect(checkExperiment(experiment, { dataset, regularizers: REGULARIZERS })).toEqual([]);
    }
  });

  it.each(SWEEP_PRESETS)('$id: one or two axes of values in their order', ({ sweep }) => {
    const { axes } = sweep;
    expect([1, 2]).toContain(axes.length);
    for (const { setting, values } of axes) {
      expect(findSweepSetting(setting)).toBeDefined();
      const numbers = values.filter((value) => value !== OFF);
      expect(numbers).toEqual([...numbers].sort((a, b) => Number(a) - Number(b)));
      expect(values.indexOf(OFF)).toBeLessThanOrEqual(0);
    }
  });

  it.each(SWEEP_PRESETS)('$id: seconds, not minutes', ({ sweep }) => {
    expect(cellsOf(sweep).length).toBeLessThan(400);
    expect(planSweep(sweep).lanes().length).toBeLessThanOrEqual(200);
  });

  it.each(SWEEP_PRESETS)('$id asks a question and answers it, each in a line', (preset) => {
    expect(preset.title.length).toBeLessThanOrEqual(45);
    expect(preset.question).toMatch(/^[A-Z].*\?$/);
    expect(preset.question.length).toBeLessThanOrEqual(90);
    expect(preset.point).toMatch(/^[A-Z0-9].*\.$/);
    expect(preset.point.length).toBeLessThanOrEqual(100);
  });
});
