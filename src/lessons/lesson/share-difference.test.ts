import { expect, it } from 'vitest';
import { shareDifference } from './share-difference.ts';

it('of two counts of rows is what the counts say, where floats are not', () => {
  expect(0.872 - 0.852).not.toBe(0.02);
  for (let rows = 0; rows <= 500; rows += 1)
    for (const less of [0, 1, 5, 10, 25])
      expect(shareDifference((rows - less) / 500, rows / 500)).toBe(-less / 500 + 0);
  expect(shareDifference(NaN, 0.5)).toBeNaN();
});
