/**
 * Least squares on one-hot labels over the first p of many random features, for growing p: without a penalty the
 * solution of least norm, and ridge, ‖ΦW − Y‖²/n + λ‖W‖² with Φ of p features scaled by √(2/p) (Belkin et al. 2019,
 * PNAS 116; with ridge Nakkiran et al. 2021, ICLR).
 *
 * With fewer features than rows by the normal equations, (ΦᵀΦ + nλI)W = ΦᵀY; with as many or more by the rows,
 * W = Φᵀ(ΦΦᵀ + nλI)⁻¹Y. Both matrices grow from those of fewer features, and nothing is added to them that is not
 * in the problem: where they cannot be factorized there is no figure.
 */
import { addCombination } from './add-combination.ts';
import { factorize, solveFactored } from './cholesky.ts';
import { dot } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { centredColumns, randomFeature } from './random-features.ts';

export interface LabelledImages {
  /** [row, pixel], 0..1 */
  readonly pixels: ArrayLike<number>;
  /** [row] class */
  readonly labels: ArrayLike<number>;
}

export interface DescentTask {
  readonly training: LabelledImages;
  readonly test: LabelledImages;
  readonly classes: number;
  readonly lambda: number;
  /** Of the random weights. */
  readonly key: number;
}

/** Shares of right answers, and squared errors summed over the classes, as means over rows. */
export interface FitFigures {
  readonly trainingAccuracy: number;
  readonly testAccuracy: number;
  readonly trainingError: number;
  readonly testError: number;
}

export interface DescentPoint {
  readonly features: number;
  /** Null: in double precision there is no solution. */
  readonly plain: FitFigures | null;
  readonly ridge: FitFigures | null;
}

/** Yields one point after the other, so that the caller can rest in between; `counts` ascend. */
export function* doubleDescent(
  task: DescentTask,
  counts: readonly number[],
): Generator<DescentPoint> {
  const model = new GrowingModel(task);
  for (const count of counts) {
    model.growTo(count);
    yield {
      features: count,
      plain: model.fit(0),
      ridge: model.fit(task.lambda),
    };
  }
}

class GrowingModel {
  private readonly task: DescentTask;
  /** Of training rows first, then of test rows. */
  private readonly pixels: readonly Float64Array[];
  /** [class][training row] */
  private readonly targets: readonly Float64Array[];
  private readonly rows: number;
  /** Features so far, and those of them that are not 0 on every training row: of the others the weight is 0. */
  private count = 0;
  /** By training row: the feature that is above 0 on that row alone. */
  private readonly singles = new Map<number, number>();
  private readonly features: Float64Array[] = [];
  /** The same, of training rows only. */
  private readonly trained: Float64Array[] = [];
  /** Lower triangles of ΦᵀΦ and ΦΦᵀ, without the factor 1/p. */
  private readonly byFeature: Float64Array[] = [];
  private readonly byRow: readonly Float64Array[];
  /** Features that byRow has. */
  private summed = 0;

  constructor(task: DescentTask) {
    this.task = task;
    const { training, test, classes } = task;
    this.rows = training.labels.length;
    const all = [...Array.from(training.pixels), ...Array.from(test.pixels)];
    this.pixels = centredColumns(all, this.rows + test.labels.length);
    this.targets = Array.from({ length: classes }, (_, label) =>
      Float64Array.from(training.labels, (given) => (given === label ? 1 : 0)),
    );
    this.byRow = Array.from({ length: this.rows }, (_, row) => new Float64Array(row + 1));
  }

  growTo(count: number): void {
    const { pixels, features, trained, rows, task, singles } = this;
    for (let index = this.count; index < count; index++) {
      const feature = randomFeature(pixels, task.key, index);
      const ofTraining = feature.subarray(0, rows);
      const active = ofTraining.findIndex((value) => value > 0);
      if (active < 0) continue;
      if (ofTraining.findLastIndex((value) => value > 0) === active) {
        const twin = singles.get(active);
        if (twin !== undefined) {
          this.merge(twin, feature, active);
          continue;
        }
        singles.set(active, features.length);
      }
      features.push(feature);
      trained.push(ofTraining);
    }
    this.count = count;
    if (this.isWide) this.addByRow();
    else this.addByFeature();
  }

  /**
   * Features that are above 0 on one training row alone, and on the same one, are multiples of each other there. Of
   * least norm is then the solution that weights them by what they are on that row: one feature stands for them.
   */
  private merge(twin: number, other: Float64Array, row: number): void {
    const { features, trained, byFeature, byRow, rows } = this;
    const one = features[twin];
    if (!one) return;
    const [a, b] = [one[row] ?? NaN, other[row] ?? NaN];
    const length = Math.hypot(a, b);
    const merged = new Float64Array(one.length);
    addCombination(merged, [one, other], [a / length, b / length]);
    features[twin] = merged;
    trained[twin] = merged.subarray(0, rows);
    const ofRow = byRow[row];
    if (ofRow && twin < this.summed) ofRow[row] = (ofRow[row] ?? NaN) + b * b;
    byFeature.forEach((products, i) => {
      for (const j of i === twin ? products.keys() : twin <= i ? [twin] : []) {
        const share = j === twin && i === twin ? (length / a) * (length / a) : length / a;
        products[j] = (products[j] ?? NaN) * share;
      }
    });
  }

  private get isWide(): boolean {
    return this.features.length >= this.rows;
  }

  /** Null: the system cannot be solved. */
  fit(lambda: number): FitFigures | null {
    const { count, features, trained, targets, rows, isWide } = this;
    const shift = count * rows * lambda;
    const factor = factorize(shifted(isWide ? this.byRow : this.byFeature, shift));
    if (!factor) return null;
    const weights = targets.map((target) => {
      if (isWide) {
        const ofRows = solveFactored(factor, target);
        return trained.map((feature) => dot(feature, ofRows));
      }
      return solveFactored(
        factor,
        trained.map((feature) => dot(feature, target)),
      );
    });
    const outputs = weights.map((ofClass) => {
      const output = new Float64Array(features[0]?.length ?? 0);
      addCombination(output, features, ofClass);
      return output;
    });
    return figuresOf(outputs, this.task);
  }

  private addByFeature(): void {
    const { trained, byFeature } = this;
    for (let i = byFeature.length; i < trained.length; i++) {
      const feature = trained[i] ?? [];
      byFeature.push(
        Float64Array.from({ length: i + 1 }, (_, j) => dot(trained[j] ?? [], feature)),
      );
    }
  }

  private addByRow(): void {
    const { trained, byRow, summed } = this;
    const added = trained.slice(summed);
    for (const [row, products] of byRow.entries())
      addCombination(
        products,
        added,
        added.map((feature) => feature[row] ?? NaN),
      );
    this.summed = trained.length;
  }
}

/** A symmetric matrix by its lower triangle, with `shift` added to the diagonal. */
function shifted(lower: readonly Float64Array[], shift: number): Matrix {
  if (shift === 0) return lower;
  return lower.map((row, i) => {
    const copy = row.slice();
    copy[i] = (copy[i] ?? NaN) + shift;
    return copy;
  });
}

/** `outputs`: [class][row], training rows first. */
function figuresOf(outputs: readonly Float64Array[], { training, test }: DescentTask): FitFigures {
  const trainingFigures = judge(outputs, training.labels, 0);
  const testFigures = judge(outputs, test.labels, training.labels.length);
  return {
    ...{ trainingAccuracy: trainingFigures.accuracy, trainingError: trainingFigures.error },
    ...{ testAccuracy: testFigures.accuracy, testError: testFigures.error },
  };
}

function judge(outputs: readonly Float64Array[], labels: ArrayLike<number>, from: number) {
  let [right, squares] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    const values = outputs.map((output) => output[from + row] ?? NaN);
    const label = labels[row] ?? NaN;
    if (values.indexOf(Math.max(...values)) === label) right += 1;
    for (const [at, value] of values.entries()) {
      const missed = value - (at === label ? 1 : 0);
      squares += missed * missed;
    }
  }
  return { accuracy: right / labels.length, error: squares / labels.length };
}

/**
 * `many` counts from 10 to 4,000, in two digits, about evenly spaced in their logarithm, with `rows` itself in place
 * of the nearest.
 */
export function featureCounts(rows: number, many = 24, [from, to] = [10, 4000] as const): number[] {
  const counts = Array.from({ length: many }, (_, i) =>
    Number((from * Math.pow(to / from, i / (many - 1))).toPrecision(2)),
  );
  const distance = (count: number) => Math.abs(Math.log(count / rows));
  const nearest = counts.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return counts.map((count) => (count === nearest ? rows : count));
}
