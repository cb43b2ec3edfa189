import { describe, expect, it } from 'vitest';
import { isFasterOnWasm } from './swarm.ts';

describe('a swarm of networks', () => {
  it.each([
    ['the grid of a sweep on small networks', 25, [64, 32, 10], 32],
    ['curves through thirty points', 20, [1, 64, 64, 1], 30],
    ['points in the plane', 32, [2, 8, 8, 2], 10],
    ['folds of a linear model', 10, [30, 2], 32],
  ])('is faster on WASM: %s', (_, lanes, sizes, batchSize) => {
    expect(isFasterOnWasm({ lanes, sizes, batchSize })).toBe(true);
  });

  it.each([
    ['wide networks on digits', 25, [64, 256, 10], 32],
    ['two networks of the notebook', 2, [784, 512, 10], 32],
    ['small networks with large batches', 25, [64, 32, 10], 512],
  ])('is a matter for the GPU: %s', (_, lanes, sizes, batchSize) => {
    expect(isFasterOnWasm({ lanes, sizes, batchSize })).toBe(false);
  });

  it('is so up to one size of network, whatever that is', () => {
    for (const lanes of [1, 2, 16, 25, 100]) {
      const answers = Array.from({ length: 200 }, (_, i) =>
        isFasterOnWasm({ lanes, sizes: [64, 4 * (i + 1), 10], batchSize: 32 }),
      );
      expect(answers[0]).toBe(true);
      expect(answers.at(-1)).toBe(false);
      expect(answers.indexOf(false)).toBe(answers.lastIndexOf(true) + 1);
    }
  });
});
