import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson.ts';

describe('Wilson’s interval of a share', () => {
  it.each([
    [81, 263, 0.255, 0.366],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is as published by Newcombe (1998)', (count, rows, low, high) => {
    const interval = wilsonInterval(count / rows, rows);
    expect(interval[0]).toBeCloseTo(low, 3);
    expect(interval[1]).toBeCloseTo(high, 3);
  });

  it('has a width at none and at all, and mirrors', () => {
    const [low, high] = wilsonInterval(1, 60);
    expect([low, high]).toEqual([expect.closeTo(0.93983, 5), expect.closeTo(1, 12)]);
    expect(1 - low).toBeCloseTo(wilsonInterval(0, 60)[1], 12);
    // Two rows give a very wide interval.
    expect(wilsonInterval(1, 2)[0]).toBeCloseTo(0.342, 3);
  });
});
