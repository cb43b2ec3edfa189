import { describe, expect, it } from 'vitest';
import { armStyle } from '../../arm-style.ts';
import { collectSeries } from './series-collect.ts';
import { equalOwnersTexts } from './series-equal.ts';
import type { LaneSource, RunLine } from './run-source.ts';

const LINES: readonly RunLine<'val' | 'train'>[] = [
  { name: 'validation', short: 'val', legend: 'validation', look: 'solid', figure: 'val' },
  { name: 'training', short: 'train', legend: 'training', look: 'dashed', figure: 'train' },
];

function lane(armId: string, val: readonly number[], train = val): LaneSource<'val' | 'train'> {
  return {
    ...{ lane: { armId, replicate: 0, stepsPerEpoch: 1 }, length: val.length },
    ...{ end: null, restoredEpoch: null },
    value: (figure, epoch) => (figure === 'val' ? val : train)[epoch] ?? NaN,
  };
}

function texts(...lanes: readonly LaneSource<'val' | 'train'>[]) {
  const ids = [...new Set(lanes.map(({ lane: { armId } }) => armId))];
  const arms = ids.map((id) => ({ id, label: id, name: id, ...armStyle(id) }));
  return equalOwnersTexts(collectSeries(lanes, arms, { lines: LINES, best: null }));
}

describe('arms whose lines coincide', () => {
  it('are named, in as many groups as there are', () => {
    expect(texts(lane('A', [0.1, 0.5]), lane('B', [0.1, 0.5]))).toEqual([
      'the curves of A and B coincide',
    ]);
    expect(
      texts(
        ...[lane('A', [0.1, 0.5]), lane('B', [0.1, 0.6]), lane('C', [0.1, 0.5])],
        ...[lane('D', [0.1, 0.6]), lane('E', [0.1, 0.5])],
      ),
    ).toEqual(['the curves of A, C and E, and of B and D coincide']);
  });

  it('differ where any line does, if by a hair', () => {
    expect(texts(lane('A', [0.1, 0.5]), lane('B', [0.1, 0.5], [0.1, 0.4]))).toEqual([]);
    expect(texts(lane('A', [0.1, 0.5]), lane('B', [0.1, 0.5 + 1e-12]))).toEqual([]);
    expect(texts(lane('A', [0.1, 0.5, 0.6]), lane('B', [0.1, 0.5]))).toEqual([]);
  });

  it('are not spoken of before they train: all begin alike', () => {
    expect(texts(lane('A', [0.1]), lane('B', [0.1]))).toEqual([]);
  });
});
