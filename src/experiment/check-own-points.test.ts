import { describe, expect, it } from 'vitest';
import { findDataset } from '../datasets/registry.ts';
import type { DatasetId } from '../datasets/registry.ts';
import { experimentWith } from '../presets/preset.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { checkExperiment } from './check-experiment.ts';

/** The problems of an experiment on these data with these own points. */
function messages(ownPoints: unknown, dataset: DatasetId = 'circles'): string[] {
  const { data, ...others } = experimentWith({
    data: { dataset, wrongLabelShare: 0, noise: 0.1 },
    network: {},
    training: {},
    arms: [{ regularizers: {} }],
  });
  const problems = checkExperiment(
    { ...others, data: { ...data, ownPoints } },
    { dataset: findDataset(dataset), regularizers: REGULARIZERS },
  );
  return problems.map(({ message }) => message);
}

describe('own points of an experiment', () => {
  it('may be absent, none, or points of either class in the plane', () => {
    expect(messages(undefined)).toEqual([]);
    expect(messages([])).toEqual([]);
    expect(
      messages([
        [0.5, -10, 0],
        [10, 0, 1],
      ]),
    ).toEqual([]);
    expect(messages(Array.from({ length: 500 }, () => [0, 0, 1]))).toEqual([]);
  });

  it.each([
    ['a list of another kind', [0.5, 0.5]],
    ['too far away', [[0, 10.5, 0]]],
    ['no number', [[NaN, 0, 0]]],
    ['text', [['0', 0, 0]]],
    ['no such class', [[0, 0, 2]]],
    ['no class', [[0, 0]]],
    ['too much', [[0, 0, 1, 1]]],
    ['nothing', [null]],
  ])('are refused: %s', (_, points) => {
    expect(messages(points)).toEqual([
      'Own point 1 must be [x, y, class]: x and y from -10 to 10, the class 0 or 1.',
    ]);
  });

  it('are told which one is wrong', () => {
    expect(
      messages([
        [0, 0, 1],
        [0, 0, 0],
        [0, 11, 1],
      ])[0],
    ).toMatch(/^Own point 3 must be/);
  });

  it('are a list of 500 at most', () => {
    expect(messages({ 0: [0, 0, 1] })).toEqual(['Own points must be a list.']);
    expect(messages(Array.from({ length: 501 }, () => [0, 0, 1]))).toEqual([
      'At most 500 own points; these are 501.',
    ]);
  });

  it('belong to the plane', () => {
    const refusal = (label: string) =>
      `${label} takes no own points: only sets of points in the plane do.`;
    expect(messages([[0, 0, 1]], 'sine')).toEqual([refusal('Sine')]);
    expect(messages([[0, 0, 1]], 'digits')).toContain(refusal('Digits'));
    expect(messages([], 'sine')).toEqual([]);
  });
});
