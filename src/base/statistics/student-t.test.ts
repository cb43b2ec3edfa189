import { describe, expect, it } from 'vitest';
import { tQuantile } from './student-t.ts';

describe('quantiles of Student’s t', () => {
  // As printed in Abramowitz & Stegun (1964), table 26.10, and Fisher & Yates (1963), table III.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [6, 2.447],
    [7, 2.365],
    [8, 2.306],
    [9, 2.262],
    [30, 2.042],
    [120, 1.98],
  ])('are those of the tables at 0.975 and %i degrees of freedom', (freedom, printed) => {
    expect(tQuantile(0.975, freedom)).toBeCloseTo(printed, 3);
  });

  // From SciPy 1.17, scipy.stats.t.ppf: 1 − 0.05 / 2 divided by 2, 3, 4, 5 and 15.
  it.each([
    [0.9875, 2, 6.205346816570706],
    [1 - 0.025 / 3, 4, 3.9607864827701835],
    [0.99375, 9, 3.1109348231794756],
    [0.995, 2, 9.924843200918287],
    [0.995, 9, 3.249835541592126],
    [1 - 0.025 / 15, 4, 6.254070518916885],
  ])('agree with another program at %d and %i', (probability, freedom, expected) => {
    expect(tQuantile(probability, freedom)).toBeCloseTo(expected, 8);
  });

  it('are exact where there is a short formula', () => {
    // tan for one degree of freedom; (2p − 1) √(2 / (1 − (2p − 1)²)) for two.
    expect(tQuantile(0.75, 1)).toBeCloseTo(1, 12);
    expect(tQuantile(0.95, 2)).toBeCloseTo(0.9 * Math.sqrt(2 / (1 - 0.81)), 12);
  });
});
