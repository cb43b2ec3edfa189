import { expect, it } from 'vitest';
import { experimentWith } from '../presets/preset.ts';
import { removedFromTraining } from './removed-from-training.ts';

it('counts a removed point that any arm would train on, and none beyond', () => {
  const experiment = experimentWith({
    data: { dataset: 'circles', trainingExamples: 20, removedPoints: [3, 24, 90] },
    network: {},
    training: {},
    arms: [{ regularizers: {} }, { regularizers: {} }],
  });
  expect(removedFromTraining(experiment)).toEqual([3]);
  const [first, ...others] = experiment.arms;
  const larger = first ? [{ ...first, overrides: { trainingExamples: 40 } }, ...others] : others;
  expect(removedFromTraining({ ...experiment, arms: larger })).toEqual([3, 24]);
  const { removedPoints: _, ...data } = experiment.data;
  expect(removedFromTraining({ ...experiment, data })).toEqual([]);
});
