/**
 * Ridge: least squares with L2, in the engine's convention. The loss is the mean of the squared errors plus
 * λΣw², so that (XᵀX/n + λI)w = Xᵀy/n of centred columns (Hoerl & Kennard 1970, Technometrics 12). The
 * intercept is not penalised.
 */
import { solve } from './cholesky.ts';
import { momentsOf, withIntercept } from './linear-moments.ts';
import type { LinearMoments, LinearSolution } from './linear-moments.ts';
import type { Matrix } from './matrix.ts';

/** `lambda` may be one strength for each feature. NaN at λ = 0 where columns depend on each other. */
export function ridgeOf(
  moments: LinearMoments,
  lambda: number | readonly number[],
): LinearSolution {
  const { products, pulls } = moments;
  return withIntercept(moments, solve(penalized(products, lambda), pulls));
}

/** One solution for each λ, in their order. */
export function ridgePath(moments: LinearMoments, lambdas: readonly number[]): LinearSolution[] {
  return lambdas.map((lambda) => ridgeOf(moments, lambda));
}

export function ridge(
  design: Matrix,
  targets: ArrayLike<number>,
  lambda: number | readonly number[],
): LinearSolution {
  return ridgeOf(momentsOf(design, targets), lambda);
}

/** XᵀX/n + λI */
export function penalized(
  products: LinearMoments['products'],
  lambda: number | readonly number[],
): number[][] {
  const strengthOf = (feature: number) =>
    typeof lambda === 'number' ? lambda : (lambda[feature] ?? NaN);
  return products.map((row, i) => row.map((value, j) => (i === j ? value + strengthOf(i) : value)));
}
