/** One network trained with dropout, and measured under three rules of scaling at inference. */
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { LaneResult, LaneWishes, ScaledAnswer } from '../figures/lane-result.ts';
import type { Plan } from './plan.ts';

export interface DropoutScalingForm {
  /** p: the share of hidden units that a training step drops. */
  readonly rate: number;
  readonly seed: number;
}

export interface DropoutScaling {
  readonly rate: number;
  /** Nothing more than training did. */
  readonly right: ScaledAnswer;
  readonly byRate: ScaledAnswer;
  readonly byKeptShare: ScaledAnswer;
  /** Mean activation in training, with its masks. */
  readonly trainingActivation: number;
  readonly validationRows: number;
}

export function dropoutScalingSpec({ rate, seed }: DropoutScalingForm): LaneSpec {
  return {
    data: {
      ...{ dataset: 'digits', trainingExamples: 600, validationExamples: 500 },
      ...{ wrongLabelShare: 0, noise: 0 },
    },
    network: { hiddenLayers: [256, 256], activation: 'relu', initialization: 'glorot' },
    training: {
      ...{ optimizer: 'adam', learningRate: 0.001, batchSize: 32, epochs: 50 },
      replicateScope: 'everything',
    },
    regularizers: { dropout: { rate, inputRate: 0 } },
    identity: { seed, replicate: 0, fold: 0 },
  };
}

export function dropoutScalingWishes({ rate }: DropoutScalingForm): LaneWishes {
  return { curveEvery: null, best: null, activationFactors: [1, rate, 1 - rate] };
}

/** Null: the training diverged. */
export function summariseScaling(
  { rate }: DropoutScalingForm,
  { scaled, validationRows }: LaneResult,
): DropoutScaling | null {
  const [right, byRate, byKeptShare] = scaled?.byFactor ?? [];
  if (!scaled || !right || !byRate || !byKeptShare) return null;
  const { trainingActivation } = scaled;
  return { rate, right, byRate, byKeptShare, trainingActivation, validationRows };
}

/** As a plan of one training. */
export function planScaling(form: DropoutScalingForm): Plan<string, DropoutScaling | null> {
  const key = 'network';
  return {
    lanes: () => [{ key, spec: dropoutScalingSpec(form) }],
    wishes: dropoutScalingWishes(form),
    summarise: (done) => {
      const trained = done.get(key);
      return trained ? summariseScaling(form, trained) : null;
    },
  };
}
