import { expect, it } from 'vitest';
import { ticksOf } from './plot-frame.tsx';

it.each([
  [-1.5, 1.5, [-1, 0, 1]],
  [-1.25, 1.25, [-1, -0.5, 0, 0.5, 1]],
  [-2.16, 1.9, [-2, -1, 0, 1]],
  [-0.2, 0.2, [-0.2, -0.1, 0, 0.1, 0.2]],
  [-10.5, 10.5, [-10, -5, 0, 5, 10]],
])('numbers an axis from %d to %d by round numbers, no more than fit', (from, to, ticks) => {
  const found = ticksOf({ from, to });
  expect(found).toEqual(ticks);
  expect(found.some((value) => Object.is(value, -0))).toBe(false);
});
