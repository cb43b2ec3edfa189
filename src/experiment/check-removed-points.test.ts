import { describe, expect, it } from 'vitest';
import { findDataset } from '../datasets/registry.ts';
import type { DatasetId } from '../datasets/registry.ts';
import { experimentWith } from '../presets/preset.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { checkExperiment } from './check-experiment.ts';
import type { DataSettings } from './experiment.ts';

interface Case extends Partial<Omit<DataSettings, 'removedPoints'>> {
  readonly removedPoints: unknown;
  readonly dataset?: DatasetId;
}

/** The problems of an experiment with these data, whose arm B trains on three examples. */
function messages({ removedPoints, dataset = 'circles', ...settings }: Case): string[] {
  const { data, ...others } = experimentWith({
    data: { dataset, wrongLabelShare: 0, noise: dataset === 'circles' ? 0.1 : 0, ...settings },
    network: {},
    training: {},
    arms: [{ regularizers: {} }, { regularizers: {}, overrides: { trainingExamples: 3 } }],
  });
  const problems = checkExperiment(
    { ...others, data: { ...data, removedPoints } },
    { dataset: findDataset(dataset), regularizers: REGULARIZERS },
  );
  return problems.map(({ message }) => message);
}

const range = (length: number) => Array.from({ length }, (_, row) => row);

describe('removed points of an experiment', () => {
  it('may be absent, none, or any numbers, also of points that are not drawn', () => {
    for (const removedPoints of [undefined, [], [0, 2, 9999], range(500).map((row) => row + 5)])
      expect(messages({ removedPoints })).toEqual([]);
  });

  it.each([
    ['no list', 3, 'Removed points must be a list of their numbers.'],
    ['a fraction', [1, 0.5], 'Removed point 2 must be a whole number from 0 to 9999.'],
    ['text', ['1'], 'Removed point 1 must be a whole number from 0 to 9999.'],
    ['a number below 0', [-1], 'Removed point 1 must be a whole number from 0 to 9999.'],
    ['a number too large', [10_000], 'Removed point 1 must be a whole number from 0 to 9999.'],
    ['one twice', [4, 4], 'A point can be removed only once; these name one twice.'],
    ['too many', range(501), 'At most 500 removed points; these are 501.'],
  ])('are refused: %s', (_, removedPoints, message) => {
    expect(messages({ removedPoints })).toEqual([message]);
  });

  it('leave every arm something to train on', () => {
    const removedPoints = [0, 1, 2];
    expect(messages({ removedPoints })).toEqual([
      'All 3 training points are removed: put one back, or add one of your own.',
    ]);
    expect(messages({ removedPoints, ownPoints: [[0, 0, 1]] })).toEqual([]);
    expect(messages({ removedPoints: [0, 1, 3] })).toEqual([]);
  });

  it('are of points in the plane', () => {
    expect(messages({ removedPoints: [1], dataset: 'digits' })).toEqual([
      'Digits has no points to remove: only sets in the plane do.',
    ]);
  });
});
