/**
 * The lane that tells which row is in which fold, by the very split that trains. One is enough, and its network may
 * be the smallest there is: rows do not depend on it.
 */
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { PlannedTraining } from './plan.ts';
import type { SweepKey } from './sweep.ts';

export interface RowPartsOrder {
  /** Equal keys are equal divisions. */
  readonly key: string;
  readonly spec: LaneSpec;
}

const FIRST_TRAINING = '/0/0';
const NO_HIDDEN_LAYERS: readonly number[] = [];

/** Of the first seed, and of a cell with the most training rows. Null: no cell can run. */
export function rowPartsOrder(lanes: readonly PlannedTraining<SweepKey>[]): RowPartsOrder | null {
  const [widest] = lanes
    .filter(({ key }) => key.endsWith(FIRST_TRAINING))
    .map(({ spec }) => spec)
    .sort((a, b) => b.data.trainingExamples - a.data.trainingExamples);
  if (!widest) return null;
  const { data, network, training, identity, folds } = widest;
  const spec: LaneSpec = {
    // Labels and noise leave a row where it is, but noise makes rows: it stays.
    data: { ...data, wrongLabelShare: 0 },
    network: { ...network, hiddenLayers: NO_HIDDEN_LAYERS },
    training: { ...training, epochs: 1 },
    ...{ regularizers: {}, identity },
    ...(folds && { folds }),
  };
  return { key: JSON.stringify([spec.data, identity, folds, training.replicateScope]), spec };
}
