/** The test error of networks: squared error against targets that are drawn for the test alone. */
import { normalQuantile } from '../base/elementary.ts';
import { STREAM, elementBits, makeKey, rowKey, uniform24 } from '../base/random.ts';
import { mean, standardDeviation } from '../base/statistics/summary.ts';
import type { KnownTruth } from './known-truth.ts';

export interface FreshError {
  /** Mean over networks and places, summed over outputs. */
  readonly error: number;
  /** Of the networks that there might have been; NaN for one network. */
  readonly standardError: number;
  /**
   * Standard error of what is left between this error and bias² + variance + noise: the luck of the targets that
   * were drawn. 0 where there is no noise; NaN for one network.
   */
  readonly luck: number;
  /** Of each network. */
  readonly bySet: readonly NetworkError[];
}

/** Of one network. */
export interface NetworkError {
  /** Its training set. */
  readonly set: number;
  /** Against fresh targets, drawn for it alone … */
  readonly error: number;
  /** … and against the truth. */
  readonly distance: number;
}

export function freshError(networks: readonly NetworkError[]): FreshError {
  const errors = networks.map(({ error }) => error);
  const luck = networks.map(({ error, distance }) => error - distance);
  const root = Math.sqrt(networks.length);
  return {
    error: mean(errors),
    standardError: standardDeviation(errors) / root,
    luck: standardDeviation(luck) / root,
    bySet: networks,
  };
}

/** One fresh target at each place. The rows of real sets have the targets they have. `answers` [place, output]. */
export function networkError(
  set: number,
  answers: Float64Array,
  truth: KnownTruth,
  seed: number,
): NetworkError {
  const { places, outputs } = truth;
  const key = makeKey(seed, STREAM.freshTargets, set);
  let [error, distance] = [0, 0];
  for (let place = 0; place < places; place++) {
    const draw = drawTarget(truth, place, uniform24(elementBits(rowKey(key, place), 0)));
    for (let output = 0; output < outputs; output++) {
      const i = place * outputs + output;
      const answer = answers[i] ?? NaN;
      error += square(answer - draw(output));
      distance += square(answer - (truth.answers[i] ?? NaN));
    }
  }
  return { set, error: error / places, distance: distance / places };
}

/** By a uniform number: the value, or the class. */
function drawTarget(
  { task, outputs, answers, deviation }: KnownTruth,
  place: number,
  uniform: number,
): (output: number) => number {
  if (task === 'regression') {
    // Half a step up, since the quantile of 0 is infinite.
    const normal = normalQuantile(uniform + 2.98023223876953125e-8);
    return (output) => (answers[place * outputs + output] ?? NaN) + deviation * normal;
  }
  let [drawn, below] = [0, answers[place * outputs] ?? 0];
  while (uniform >= below && drawn < outputs - 1) {
    drawn += 1;
    below += answers[place * outputs + drawn] ?? 0;
  }
  return (output) => (output === drawn ? 1 : 0);
}

const square = (x: number) => x * x;
