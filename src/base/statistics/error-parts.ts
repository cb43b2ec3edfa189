/**
 * Takes the squared error of several networks apart into bias² and variance, without bias of its own.
 *
 * With S answers p of mean m and the truth t: variance = Σ(p − m)² / (S − 1), and bias² = (m − t)² − variance/S,
 * since (m − t)² alone holds the variance of the mean too. Then bias² + variance = Σ(p − t)² / S exactly. An estimate
 * of bias² may be negative. (Geman, Bienenstock & Doursat 1992, Neural Computation 4, with estimates as in Neal et
 * al. 2018, arXiv:1810.08591.)
 */
import { mean, standardDeviation } from './summary.ts';

/** Summed over outputs, averaged over places. */
export interface ErrorParts {
  readonly bias2: number;
  readonly variance: number;
  /** Mean squared distance from the truth: bias² + variance. */
  readonly distance: number;
  /**
   * Over all networks that might have been trained. For two networks those of bias² and variance are NaN, for one
   * network that of the distance is NaN too.
   */
  readonly standardErrors: {
    readonly bias2: number;
    readonly variance: number;
    readonly distance: number;
  };
  /** [place, output] mean answer of the networks. */
  readonly meanAnswers: Float64Array;
  /** [place] summed over outputs. */
  readonly placeVariances: Float64Array;
  /** [network] its own mean squared distance from the truth. */
  readonly distances: readonly number[];
  /** [network] its share of all squared deviations from the mean answer, 0..1; NaN where there are none. */
  readonly shares: readonly number[];
}

/**
 * `answers` [network][place, output], two networks or more; `truth` [place, output]. Standard errors of bias² and
 * variance by the jackknife over networks (Efron & Tibshirani 1993, chapter 11).
 */
export function errorParts(
  answers: readonly ArrayLike<number>[],
  truth: ArrayLike<number>,
  places: number,
): ErrorParts {
  const count = answers.length;
  if (count < 2) throw new RangeError('There is no variance of fewer than two networks.');
  const meanAnswers = meanOf(answers, truth.length);
  const outputs = truth.length / places;
  const placeVariances = new Float64Array(places);
  // For each network the sum of its squared deviations from the mean answer, and the sum of their products with the
  // bias.
  const squares = new Array<number>(count).fill(0);
  const products = new Array<number>(count).fill(0);
  let squaredBias = 0;
  for (let i = 0; i < truth.length; i++) {
    const middle = meanAnswers[i] ?? NaN;
    const bias = middle - (truth[i] ?? NaN);
    squaredBias += bias * bias;
    let sum = 0;
    for (let network = 0; network < count; network++) {
      const deviation = (answers[network]?.[i] ?? NaN) - middle;
      sum += deviation * deviation;
      squares[network] = (squares[network] ?? 0) + deviation * deviation;
      products[network] = (products[network] ?? 0) + deviation * bias;
    }
    const place = Math.floor(i / outputs);
    placeVariances[place] = (placeVariances[place] ?? 0) + sum / (count - 1);
  }
  const allSquares = squares.reduce((sum, one) => sum + one, 0);
  const variance = allSquares / (count - 1);
  const bias2 = squaredBias - variance / count;
  // Its deviation from the mean, and the mean's from the truth.
  const distances = squares.map(
    (one, network) => (one + 2 * (products[network] ?? NaN) + squaredBias) / places,
  );
  const without = squares.map((one, network) => {
    const left = count - 1;
    const varianceLeft = (allSquares - (one * count) / left) / (left - 1);
    const shifted = squaredBias - (2 * (products[network] ?? NaN)) / left + one / (left * left);
    return { variance: varianceLeft / places, bias2: (shifted - varianceLeft / left) / places };
  });
  return {
    bias2: bias2 / places,
    variance: variance / places,
    distance: (bias2 + variance) / places,
    standardErrors: {
      bias2: jackknifeError(without.map((one) => one.bias2)),
      variance: jackknifeError(without.map((one) => one.variance)),
      distance: standardDeviation(distances) / Math.sqrt(count),
    },
    ...{ meanAnswers, placeVariances, distances },
    shares: squares.map((one) => one / allSquares),
  };
}

function meanOf(answers: readonly ArrayLike<number>[], length: number): Float64Array {
  return Float64Array.from(
    { length },
    (_, i) => answers.reduce((sum, one) => sum + (one[i] ?? NaN), 0) / answers.length,
  );
}

/** `values`: the estimate without each of the members. */
function jackknifeError(values: readonly number[]): number {
  const count = values.length;
  if (count < 3) return NaN;
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0);
  return Math.sqrt((squares * (count - 1)) / count);
}
