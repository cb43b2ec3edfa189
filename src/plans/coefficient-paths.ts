/**
 * Weights against the strength of L1 or L2: those that were trained, and beside them the solution that needs no
 * training (ridge; lasso), where there is one.
 */
import { lassoOf } from '../closed-forms/lasso.ts';
import type { LinearMoments } from '../closed-forms/linear-moments.ts';
import { ridgeOf } from '../closed-forms/ridge.ts';
import { findDataset } from '../datasets/registry.ts';
import type { LaneResult } from '../figures/lane-result.ts';
import type { Sweep } from './sweep.ts';
import { OFF } from './sweep-settings.ts';

export interface CoefficientPath {
  /** Of the feature, from 0. */
  readonly feature: number;
  /** [value of the axis] its weight; with hidden units the norm of all that leave it. NaN: it diverged. */
  readonly trained: readonly number[];
  /** [value of the axis]; null: there is no closed form. NaN: that one has no solution. */
  readonly closedForm: readonly number[] | null;
}

type Penalty = 'l1' | 'l2';

/** The penalty whose strength is the sweep's only axis; null: it has no paths. */
export function penaltyOf({ axes }: Pick<Sweep, 'axes'>): Penalty | null {
  if (axes.length !== 1) return null;
  const [setting] = axes.map((axis) => axis.setting);
  if (setting === 'l1.lambda') return 'l1';
  return setting === 'l2.lambda' ? 'l2' : null;
}

/** `results`: one training a value of the axis, in its order. */
export function coefficientPaths(
  sweep: Sweep,
  results: readonly LaneResult[],
): readonly CoefficientPath[] {
  const penalty = penaltyOf(sweep);
  const [axis] = sweep.axes;
  const weights = results.map((result) => result.weights?.[0] ?? null);
  const moments = results.find((result) => result.moments)?.moments ?? null;
  const features = findDataset(sweep.base.data.dataset)?.featureCount ?? 0;
  const strengths = (axis?.values ?? []).map((value) => (value === OFF ? 0 : Number(value)));
  const solutions =
    penalty && moments && hasClosedForm(sweep, penalty)
      ? strengths.map((lambda) => solutionOf(penalty, moments, lambda))
      : null;
  return Array.from({ length: features }, (_, feature) => ({
    feature,
    trained: weights.map((one) => (one ? sizeOf(one, feature, one.length / features) : NaN)),
    closedForm: solutions && solutions.map((solution) => solution[feature] ?? NaN),
  }));
}

/** A linear model of regression with no other regularizer. */
function hasClosedForm({ base }: Sweep, penalty: Penalty): boolean {
  const others = Object.keys(base.regularizers).filter((id) => id !== penalty);
  return base.network.hiddenLayers.length === 0 && others.length === 0;
}

function solutionOf(penalty: Penalty, moments: LinearMoments, lambda: number): readonly number[] {
  const solution = penalty === 'l1' ? lassoOf(moments, lambda) : ridgeOf(moments, lambda);
  return solution.weights;
}

/** Weights are [in, out]. */
function sizeOf(weights: Float32Array, feature: number, width: number): number {
  const own = weights.subarray(feature * width, (feature + 1) * width);
  if (width === 1) return own[0] ?? NaN;
  return Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0));
}

/** The largest distance of a trained weight from its closed form; null: there is none. */
export function largestDifference(paths: readonly CoefficientPath[]): number | null {
  const all = paths.flatMap(({ trained, closedForm }) =>
    (closedForm ?? []).flatMap((exact, i) => {
      const difference = Math.abs((trained[i] ?? NaN) - exact);
      return Number.isFinite(difference) ? [difference] : [];
    }),
  );
  return all.length > 0 ? Math.max(...all) : null;
}
