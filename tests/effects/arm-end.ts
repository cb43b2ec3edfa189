/** How arms ended: at the epoch put back by early stopping, or at the last. */
import type { EffectsAnswer } from './effects.ts';

export interface ArmEnd {
  /** Accuracies in per cent. */
  readonly validation: number;
  readonly training: number;
  /** Best of all epochs. */
  readonly best: number;
  readonly loss: number;
  readonly bestLoss: number;
  /** Wrong labels that it repeats, in per cent of them. */
  readonly believed: number;
  readonly zeroWeights: number;
}

export function armEnd({ curves, restored, wrongLabels }: EffectsAnswer, lane: number): ArmEnd {
  const curve = curves[lane] ?? [];
  const last = curve[restored[lane] ?? curve.length - 1];
  return {
    validation: 100 * (last?.validationAccuracy ?? NaN),
    training: 100 * (last?.trainingAccuracy ?? NaN),
    best: 100 * Math.max(...curve.map((row) => row.validationAccuracy)),
    loss: last?.validationLoss ?? NaN,
    bestLoss: Math.min(...curve.map((row) => row.validationLoss)),
    believed: (100 * (last?.wrongLabelsBelieved ?? NaN)) / wrongLabels,
    zeroWeights: last?.zeroWeights ?? NaN,
  };
}

/** Points of validation accuracy by which an arm ends above another, by default above the first. */
export function gain(answer: EffectsAnswer, lane: number, over = 0): number {
  return armEnd(answer, lane).validation - armEnd(answer, over).validation;
}
