import { describe, expect, it } from 'vitest';
import { curvePath, curveScale, trueValuesOf } from './curve-scale.ts';
import { describeFit, describeNoise, measureFit } from './describe-fit.ts';

const PLACES = 401;
const straight = trueValuesOf((x) => 2 * x, PLACES);

describe('how far a fit is off', () => {
  it('is nothing for the true curve', () => {
    expect(measureFit(straight, straight)).toEqual({ typical: 0, largest: 0, at: -1 });
  });

  it('is the root mean square along the range, and where it is largest', () => {
    // Off by x + 1: from 0 at −1 to 2 at 1; the mean of its square is 4/3.
    const fit = measureFit(
      trueValuesOf((x) => 3 * x + 1, PLACES),
      straight,
    );
    expect(fit.typical).toBeCloseTo(Math.sqrt(4 / 3), 2);
    expect(fit.largest).toBeCloseTo(2, 12);
    expect(fit.at).toBe(1);
  });

  it('is said in words, and what the noise is', () => {
    expect(describeFit({ typical: 0.214, largest: 0.83, at: -0.94 })).toBe(
      '0.21 off the true curve (root mean square), 0.83 where it is furthest, at x\u00a0=\u00a0−0.94',
    );
    expect(describeNoise(0.3)).toBe('The noise of the points has a standard deviation of 0.3.');
    expect(describeNoise(0)).toBe('The points have no noise.');
  });
});

describe('the frame', () => {
  it('has room for the curve, and keeps what is beyond from being drawn far away', () => {
    const scale = curveScale(new Map(), straight);
    expect([scale.lowest, scale.highest]).toEqual([-2.16, 2.16]);
    expect(scale.left(0)).toBeCloseTo(80, 12);
    expect(scale.top(0)).toBeCloseTo(50, 12);
    const path = curvePath([0, 1e9, -1e9], scale);
    expect(path).toMatch(/^M3\.08 50\.00L80\.00 -1000\.00L156\.92 1000\.00$/);
  });
});
