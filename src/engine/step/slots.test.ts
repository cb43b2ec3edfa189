import { expect, it } from 'vitest';
import { combineSlots } from './slots.ts';

it('passes the slots of one regularizer unchanged', () => {
  const slots = { keepHidden: 0.3, gradientPerWeight: 0.02, columnLimit: 1.5 };
  expect(combineSlots([slots])).toEqual(slots);
  expect(combineSlots([])).toEqual({});
});

it('adds what adds, multiplies what multiplies, takes the smallest limit', () => {
  expect(
    combineSlots([
      { keepHidden: 0.5, gradientPerSign: 1, columnLimit: 2 },
      { keepHidden: 0.5, gradientPerSign: 2, columnLimit: 3 },
    ]),
  ).toEqual({ keepHidden: 0.25, gradientPerSign: 3, columnLimit: 2 });
});
