/** How arms ended: at the epoch put back by early stopping, or at the last. */
import type { EffectsAnswer } from './effects.ts';

export interface ArmEnd {
  /** Accuracies in per cent. */
  readonly validation: number;
  readonly training: number;
  readonly loss: number;
  /** Wrong labels that it repeats, in per cent of them. */
  readonly believed: number;
  /** Weights that are exactly 0, in per cent. */
  readonly zeros: number;
}

export function armEnd({ results }: EffectsAnswer, lane: number): ArmEnd {
  const result = results[lane];
  if (!result) throw new RangeError(`There is no lane ${lane}.`);
  const { row, wrongLabels, weightCount } = result;
  return {
    validation: 100 * row.validationAccuracy,
    training: 100 * row.trainingAccuracy,
    loss: row.validationLoss,
    believed: (100 * row.wrongLabelsBelieved) / wrongLabels,
    zeros: (100 * row.zeroWeights) / weightCount,
  };
}

/** Of the epoch that was wanted as the best: accuracy in per cent, and loss. */
export function armBest({ results }: EffectsAnswer, lane: number) {
  const best = results[lane]?.best;
  return {
    validation: 100 * (best?.validationAccuracy ?? NaN),
    loss: best?.validationLoss ?? NaN,
  };
}

/** Points of validation accuracy by which an arm ends above another, by default above the first. */
export function gain(answer: EffectsAnswer, lane: number, over = 0): number {
  return armEnd(answer, lane).validation - armEnd(answer, over).validation;
}
