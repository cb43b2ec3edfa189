/**
 * Messages of the laboratories: small questions that a worker answers part by part. A question takes the place
 * of the one before it, whatever is left of that.
 */
import type { DescentPoint } from '../closed-forms/double-descent.ts';
import type { Failure } from './messages.ts';

/** Digits, and one fit of them for each number of random features. */
export interface DescentSettings {
  readonly trainingExamples: number;
  /** 0..1 */
  readonly wrongLabelShare: number;
  readonly lambda: number;
  /** Of rows, wrong labels and random weights. */
  readonly seed: number;
}

/** What is asked, and each part of the answer. */
export interface LaboratoryAnswers {
  readonly doubleDescent: { readonly settings: DescentSettings; readonly part: DescentPoint };
}

export type LaboratoryKind = keyof LaboratoryAnswers;

export type LaboratoryQuestion = {
  readonly [Kind in LaboratoryKind]: {
    readonly kind: Kind;
    readonly settings: LaboratoryAnswers[Kind]['settings'];
  };
}[LaboratoryKind];

export interface LaboratoryRequest {
  readonly type: 'askLaboratory';
  readonly questionId: number;
  readonly question: LaboratoryQuestion;
}

export type LaboratoryEvent =
  | {
      readonly type: 'laboratoryAnswered';
      readonly questionId: number;
      readonly part: LaboratoryAnswers[LaboratoryKind]['part'];
    }
  /** There are no more parts. */
  | { readonly type: 'laboratoryFinished'; readonly questionId: number }
  | {
      readonly type: 'laboratoryFailed';
      readonly questionId: number;
      readonly failure: Failure;
    };
