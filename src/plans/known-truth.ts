/** What networks are judged against, and what they answer there. */
import type { Dataset } from '../datasets/dataset.ts';
import { softmaxRows } from '../engine/step/softmax.ts';
import type { DataSettings } from '../experiment/experiment.ts';
import type { LaneResult } from '../figures/lane-result.ts';

export interface KnownTruth {
  readonly task: Dataset['task'];
  /** Where networks answer: the grid of a truth, or the validation rows. */
  readonly places: number;
  readonly outputs: number;
  /** [place, output]: the value without noise, or the probability of each class. */
  readonly answers: Float64Array;
  /**
   * Squared error of the truth itself against fresh targets, its mean over places; null: the rows are real, and
   * nobody knows what part of their labels is chance.
   */
  readonly noise: number | null;
  /** Standard deviation of the targets around the truth; of classes 0, since their labels are drawn by it. */
  readonly deviation: number;
}

/** Null: it is in the results, and there are none yet. */
export function truthOf(
  { rows, task, outputs }: Pick<Dataset, 'rows' | 'task' | 'outputs'>,
  { noise }: Pick<DataSettings, 'noise'>,
  results: readonly (LaneResult | undefined)[],
): KnownTruth | null {
  if (rows.kind === 'generated' && rows.truth) {
    const answers = rows.truth.answers(noise);
    const places = rows.truth.gridRows;
    const isRegression = task === 'regression';
    return {
      ...{ task, places, outputs, answers },
      noise: isRegression ? noise * noise : ownError(answers) / places,
      deviation: isRegression ? noise : 0,
    };
  }
  const targets = results.find((result) => result?.validationTargets)?.validationTargets;
  if (!targets) return null;
  const places = targets.length;
  const answers = task === 'regression' ? Float64Array.from(targets) : oneHot(targets, outputs);
  return { task, places, outputs, answers, noise: null, deviation: 0 };
}

/** Σ q(1 − q): what a label drawn by q is away from q, squared and summed over classes. */
function ownError(probabilities: Float64Array): number {
  return probabilities.reduce((sum, q) => sum + q * (1 - q), 0);
}

function oneHot(labels: Float32Array, classes: number): Float64Array {
  const answers = new Float64Array(labels.length * classes);
  labels.forEach((label, place) => (answers[place * classes + label] = 1));
  return answers;
}

/** [place, output], probabilities of classes; null: it diverged, or answers with no numbers. */
export function answersOf(
  { end, validationOutputs }: LaneResult,
  { task, outputs }: Pick<KnownTruth, 'task' | 'outputs'>,
): Float64Array | null {
  if (end.kind === 'diverged' || !validationOutputs) return null;
  const answers =
    task === 'regression'
      ? Float64Array.from(validationOutputs)
      : softmaxRows(validationOutputs, outputs);
  return answers.every(Number.isFinite) ? answers : null;
}
