import { describe, expect, it } from 'vitest';
import { mcnemar } from './mcnemar.ts';

describe('McNemar’s exact test', () => {
  // Added up in exact fractions by another program (Python’s fractions.Fraction).
  it.each([
    [0, 6, 0.03125],
    [1, 7, 0.0703125],
    [5, 13, 0.09625244140625],
    [4, 15, 0.0192108154296875],
    [40, 61, 0.046044066929342806],
    [600, 700, 0.0060157938610449525],
  ])('agrees with another program at %i and %i', (one, other, expected) => {
    expect(mcnemar(one, other)).toBeCloseTo(expected, 12);
    expect(mcnemar(other, one)).toBe(mcnemar(one, other));
  });

  it('finds nothing in fewer than six rows, nor in none, nor in a tie', () => {
    for (let rows = 0; rows < 6; rows++) expect(mcnemar(rows, 0)).toBeGreaterThan(0.05);
    expect(mcnemar(0, 0)).toBe(1);
    expect(mcnemar(9, 9)).toBe(1);
  });

  it('stays a chance with thousands of rows', () => {
    expect(mcnemar(5000, 5000)).toBe(1);
    expect(mcnemar(0, 5000)).toBe(0);
    expect(mcnemar(2500, 2700)).toBeCloseTo(0.005781442039116254, 12);
  });
});
