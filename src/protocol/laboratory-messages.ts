/**
 * Messages of the laboratories: small questions that a worker answers part by part. A question replaces the one
 * before it, even if that was not answered in full.
 */
import type { DescentPoint } from '../closed-forms/double-descent.ts';
import type { TwoWeights } from '../closed-forms/two-weights.ts';
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

/** Two networks of two weights, from one start on the same batches: Adam with L2, and AdamW. */
export interface DecaySettings {
  /** λ of L2, and of the decay. */
  readonly l2: number;
  readonly weightDecay: number;
  /** Rows of a batch. */
  readonly batchSize: number;
}

/** Both weights of each after so many steps. */
export interface DecayPoint {
  readonly step: number;
  readonly l2: TwoWeights;
  readonly weightDecay: TwoWeights;
}

/** What is asked, and each part of the answer. */
export interface LaboratoryAnswers {
  readonly doubleDescent: { readonly settings: DescentSettings; readonly part: DescentPoint };
  readonly decayPaths: { readonly settings: DecaySettings; readonly part: DecayPoint };
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
