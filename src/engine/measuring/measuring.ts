/**
 * What is measured of a lane, and on which rows. Everything with dropout off and running statistics,
 * for training rows as for validation rows.
 */
import { STREAM, makeKey, permutation } from '../../base/random.ts';
import { EvaluationInputs, EvaluationWindow } from './evaluation-inputs.ts';
import type { Examples } from '../batches/examples.ts';
import type { OnRows } from './group-evaluation.ts';
import type { LaneIdentity } from '../step/initial-state.ts';
import type { ComputeBackend, FloatArray } from '../step/kernels.ts';
import type { LaneGroup, WeightFigures } from '../lanes/lane-group.ts';
import type { LanePlan, RunData } from '../lanes/lanes.ts';
import { accuracy, mean, measureRows } from './metrics.ts';
import type { RowResults } from './metrics.ts';
import type { NetworkPlan } from '../step/network.ts';

/** One lane after an epoch, or in its middle. */
export interface LaneFigures {
  readonly validationLoss: number;
  readonly validationAccuracy: number;
  readonly trainingLoss: number;
  readonly trainingAccuracy: number;
  readonly trueLabelAccuracy: number;
  readonly wrongLabelsBelieved: number;
  readonly wrongLabelsSeenThrough: number;
  readonly penalty: number;
  readonly weightNorm: number;
  readonly weightSum: number;
  readonly zeroWeights: number;
  /** All outputs and weights are finite. */
  readonly finite: boolean;
  /** Class answered for each watched wrong row, in order. */
  readonly wrongRowAnswers: Int32Array;
  /** [validation row]: class answered; -1 in regression. */
  readonly validationAnswers: Int32Array;
  /** [validation row, output], linear: what the figures were made of, for pictures. */
  readonly validationOutputs: FloatArray;
}

/** Training rows that figures are measured on, where measuring all would cost more than training. */
const TRAINING_SAMPLE_ROWS = 500;
const WATCHED_WRONG_ROWS = 2000;

/** The rows that a data set's lanes are measured on. */
export class Measuring {
  readonly data: RunData;
  readonly inputs: EvaluationInputs;
  readonly sampleRows: Int32Array;
  readonly watchedRows: Int32Array;

  constructor(backend: ComputeBackend, data: RunData, identity: LaneIdentity) {
    this.data = data;
    this.sampleRows = sampleOf(data.training.count, identity);
    this.watchedRows = data.wrongRows.slice(0, WATCHED_WRONG_ROWS);
    this.inputs = new EvaluationInputs(backend, [
      { examples: data.validation, rows: null },
      { examples: data.training, rows: this.sampleRows },
      { examples: data.training, rows: this.watchedRows },
    ]);
  }
}

function sampleOf(rows: number, { seed, replicate, fold }: LaneIdentity): Int32Array {
  const key = makeKey(seed, STREAM.evaluationSample, replicate, fold);
  return permutation(rows, key).slice(0, TRAINING_SAMPLE_ROWS).sort();
}

export function laneFigures(
  { data, sampleRows, watchedRows }: Measuring,
  { task }: NetworkPlan,
  outputs: FloatArray,
  weights: WeightFigures,
  penalty: LanePlan['penalty'],
): LaneFigures {
  const total = data.validation.count + sampleRows.length + watchedRows.length;
  const width = outputs.length / total;
  let from = 0;
  const part = (count: number) => {
    const rows = outputs.subarray(from * width, (from + count) * width);
    from += count;
    return rows;
  };
  const pick = (source: Float32Array, rows: Int32Array) =>
    Float32Array.from(rows, (row) => source[row] ?? NaN);
  const given = pick(data.training.targets, sampleRows);
  const validationOutputs = part(data.validation.count);
  const validation = measureRows(validationOutputs, data.validation.targets, task);
  const training = measureRows(part(sampleRows.length), given, task);
  const watchedGiven = pick(data.training.targets, watchedRows);
  const watched = measureRows(part(watchedRows.length), watchedGiven, task);
  const share = (rows: RowResults, targets: FloatArray) =>
    task === 'classification' ? accuracy(rows.predictions, targets) : NaN;
  const hits = (targets: FloatArray) =>
    watchedRows.length === 0 ? 0 : Math.round(share(watched, targets) * watchedRows.length);
  return {
    validationLoss: mean(validation.losses),
    validationAccuracy: share(validation, data.validation.targets),
    trainingLoss: mean(training.losses),
    trainingAccuracy: share(training, given),
    trueLabelAccuracy: share(training, pick(data.trueTargets, sampleRows)),
    wrongLabelsBelieved: hits(watchedGiven),
    wrongLabelsSeenThrough: hits(pick(data.trueTargets, watchedRows)),
    penalty: penalty({ absolute: weights.absolute, squares: weights.squares }),
    weightNorm: Math.sqrt(weights.squares),
    weightSum: weights.absolute,
    zeroWeights: weights.zeros,
    finite: validation.finite && training.finite && watched.finite && weights.finite,
    wrongRowAnswers: watched.predictions,
    validationAnswers: validation.predictions,
    validationOutputs,
  };
}

export interface SetFigures {
  readonly loss: number;
  /** NaN in regression. */
  readonly accuracy: number;
}

/**
 * Loss and accuracy on every row of a set, for each lane of a group, a chunk at a time. `onRows` is
 * awaited between chunks, and may throw to end it.
 */
export async function measureSet(
  backend: ComputeBackend,
  group: LaneGroup,
  examples: Examples,
  onRows: OnRows,
): Promise<SetFigures[]> {
  const { network } = group.plan;
  const sums = Array.from({ length: group.lanes }, () => ({ loss: 0, right: 0 }));
  const window = new EvaluationWindow(backend, examples);
  try {
    for (let first = 0; first < examples.count;) {
      const inputs = window.load(first);
      const targets = examples.targets.subarray(first, first + inputs.count);
      (await group.evaluate(inputs, onRows)).forEach((outputs, lane) => {
        const rows = measureRows(outputs, targets, network.task);
        const sum = sums[lane];
        if (!sum) return;
        sum.loss += mean(rows.losses) * inputs.count;
        sum.right += accuracy(rows.predictions, targets) * inputs.count;
      });
      first += inputs.count;
    }
  } finally {
    group.forget(window.tensor);
    window.dispose();
  }
  return sums.map(({ loss, right }) => ({
    loss: loss / examples.count,
    accuracy: network.task === 'classification' ? right / examples.count : NaN,
  }));
}
