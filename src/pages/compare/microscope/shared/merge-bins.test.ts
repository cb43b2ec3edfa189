import { expect, it } from 'vitest';
import { commonScale, mergeBins } from './merge-bins.ts';

const bins = (binWidth: number, counts: number[], largest: number) => ({
  ...{ binWidth, counts: Uint32Array.from(counts), smallest: -largest, largest },
});

it('merges bins of two widths to the wider one', () => {
  const wide = bins(0.5, [1, 2, 3, 4], 1);
  const narrow = bins(0.25, [1, 1, 1, 1], 0.5);
  const scale = commonScale([wide, narrow]);
  expect(scale).toEqual({ binWidth: 0.5, binsBelow: 2, binsAbove: 2 });
  expect(mergeBins(wide, scale)).toEqual([1, 2, 3, 4]);
  expect(mergeBins(narrow, scale)).toEqual([0, 2, 2, 0]);
});

it('is done at once where a layer is next to nothing beside another', () => {
  const usual = bins(0.5, [1, 2, 3, 4], 1);
  const nothing = bins(1 / (1 << 30), [0, 5, 6, 0], 1e-10);
  const scale = commonScale([usual, nothing, bins(1 / (1 << 30), [0, 0, 0, 0], 0)]);
  expect(mergeBins(nothing, scale)).toEqual([0, 5, 6, 0]);
  expect(mergeBins(nothing, scale).length).toBe(4);
});
