/** Whether a learning rate is so far from what suits the data that it is to be suspected. */
import { findDataset } from '../../datasets/registry.ts';
import { settingsOfArm } from '../../experiment/experiment.ts';
import type { Arm, Experiment, TrainingSettings } from '../../experiment/experiment.ts';
import { LEARNING_RATE } from '../../experiment/live-changes.ts';
import type { VerdictMaterial } from './verdict-material.ts';

/** How many times too large or too small it has to be. */
const FAR = 5;

export interface UnsuitedRate {
  readonly rate: number;
  /** One that the data are known to be learnt at. */
  readonly suited: number;
}

/** Null: arms have rates of their own, it was changed on the way, or it is no rate to be suspected. */
export function unsuitedRate(
  { experiment, liveChanges }: VerdictMaterial,
  arms: readonly Arm[],
): UnsuitedRate | null {
  if (liveChanges.some(({ setting }) => setting === LEARNING_RATE)) return null;
  const trainings = arms.map((arm) => settingsOfArm(experiment, arm).training);
  const [rate, ...others] = new Set(trainings.map(({ learningRate }) => learningRate));
  const suited = suitedTo(experiment, trainings[0]?.optimizer ?? 'adam');
  if (rate === undefined || others.length > 0) return null;
  return rate > FAR * suited || rate < suited / FAR ? { rate, suited } : null;
}

/** Adam scales its steps; the others need larger ones. */
const STEP_FACTORS = { adam: 1, rmsprop: 1, momentum: 4, nesterov: 4, sgd: 20 } as const;

/** The rate of the start that suits the data, for another optimizer. */
function suitedTo({ data }: Experiment, optimizer: TrainingSettings['optimizer']): number {
  const start = findDataset(data.dataset)?.start;
  if (!start) return NaN;
  const factor = STEP_FACTORS[optimizer] / STEP_FACTORS[start.optimizer ?? 'adam'];
  return Number((factor * start.learningRate).toPrecision(1));
}
