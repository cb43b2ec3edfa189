/** How far a fitted curve is from the true one, in words. */
import { formatNumber } from '../../../../settings/settings.ts';
import { decimals } from '../../../../base/text/figure-text.ts';
import { xOf } from './curve-scale.ts';

export interface Fit {
  /** Root of the mean squared distance, along the whole range. */
  readonly typical: number;
  readonly largest: number;
  /** x of the largest. */
  readonly at: number;
}

/** Both have their values at the same points. */
export function measureFit(values: ArrayLike<number>, trueValues: readonly number[]): Fit {
  let [squares, largest, index] = [0, 0, 0];
  trueValues.forEach((truth, i) => {
    const distance = Math.abs((values[i] ?? NaN) - truth);
    squares += distance * distance;
    if (distance > largest) [largest, index] = [distance, i];
  });
  const points = trueValues.length;
  return { typical: Math.sqrt(squares / points), largest, at: xOf(index, points) };
}

/** "0.21 off the true curve (root mean square), 0.83 where it is furthest, at x = −0.94" */
export function describeFit({ typical, largest, at }: Fit): string {
  const figure = decimals(2);
  const x = figure(at).replace('-', '−');
  return `${figure(typical)} off the true curve (root mean square), ${figure(largest)} where it is furthest, at x\u00a0=\u00a0${x}`;
}

export function describeNoise(noise: number): string {
  return noise > 0
    ? `The noise of the points has a standard deviation of ${formatNumber(noise)}.`
    : 'The points have no noise.';
}
