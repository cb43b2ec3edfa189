import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import type { RegularizerSettings } from '../../regularizers/registry.ts';
import { BETTER, PLAIN, seeds, WORSE } from './seeds-fixture.ts';
import { verdict } from './verdict-fixture.ts';

/** 64 · 256 + 256 · 10 weights, biases apart. */
const WEIGHTS = 18_944;

function zerosOf(regularizers: RegularizerSettings, zeros: number, accuracies: readonly number[]) {
  const experiment = stageWith({
    arms: [{ regularizers: {} }, { regularizers }],
    training: { replicates: accuracies.length },
  });
  const lanes = [
    ...seeds('A', PLAIN.slice(0, accuracies.length)),
    ...seeds('B', accuracies, { zeroWeights: () => zeros }),
  ];
  return verdict(lanes, { experiment }).filter((one) => one.includes('exactly 0'));
}

describe('weights that are exactly 0', () => {
  const exact = { l1: { lambda: 0.002, proximal: true } };

  it('are told with what they came with', () => {
    expect(zerosOf(exact, 0.88 * WEIGHTS, BETTER)).toEqual([
      'L1 set 88 % of the weights to exactly 0 and validation accuracy is higher: +16.6 points (interval 14.4 to 18.8, 5 seeds).',
    ]);
  });

  it('come with no plus where the figure is lower', () => {
    expect(zerosOf(exact, 0.88 * WEIGHTS, WORSE)).toContainEqual(
      expect.stringMatching(
        /^L1 set 88 % of the weights to exactly 0 and validation accuracy is lower: by 22\.6 points \(/,
      ),
    );
  });

  it('are told alone where no difference is shown', () => {
    expect(zerosOf(exact, 0.88 * WEIGHTS, PLAIN)).toEqual([
      'L1 set 88 % of B’s weights to exactly 0.',
    ]);
    expect(zerosOf(exact, 0.88 * WEIGHTS, BETTER.slice(0, 1))).toEqual([
      'L1 set 88 % of B’s weights to exactly 0.',
    ]);
  });

  it('do not come of a penalty', () => {
    expect(zerosOf({ l1: { lambda: 0.002, proximal: false } }, 0, BETTER)).toEqual([
      'No weight of B is exactly 0: L1 as a penalty shrinks, it does not cut.',
    ]);
  });

  it('are not spoken of without L1', () => {
    expect(zerosOf({ l2: { lambda: 0.01 } }, 0, BETTER)).toEqual([]);
  });
});
