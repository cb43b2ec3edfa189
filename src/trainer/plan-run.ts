/** Experiment → lanes: what each arm means to the engine. Pure; loads nothing. */
import type { StopRule } from '../engine/early-stopping.ts';
import type { LaneIdentity } from '../engine/initial-state.ts';
import type { LaneSettings } from '../engine/lane-group.ts';
import type { LanePlan, RunData } from '../engine/lanes.ts';
import type { BatchNormRule } from '../engine/network.ts';
import { optimizerRule } from '../engine/optimizer.ts';
import type { Regularizer, WeightSums } from '../engine/regularizer.ts';
import type { SettingsOf, SettingsSchema } from '../engine/settings.ts';
import { combineSlots } from '../engine/slots.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { networkSizes, repeatsOf, settingsOfArm } from '../protocol/experiment.ts';
import type { Arm, Experiment } from '../protocol/experiment.ts';
import { ANY_REGULARIZERS } from '../regularizers/registry.ts';
import type { LoadedData } from './load-data.ts';

interface Active {
  readonly regularizer: Regularizer;
  readonly settings: SettingsOf<SettingsSchema>;
}

/** The regularizers that an arm has switched on, in registry order. */
function activeRegularizers(arm: Arm): Active[] {
  const given: Readonly<Record<string, SettingsOf<SettingsSchema>>> = arm.regularizers;
  return ANY_REGULARIZERS.flatMap((regularizer) => {
    const settings = given[regularizer.id];
    return settings ? [{ regularizer, settings }] : [];
  });
}

/** What may change while the lane trains. */
export function laneSettings(experiment: Experiment, arm: Arm): LaneSettings {
  const slots = activeRegularizers(arm).map(({ regularizer, settings }) =>
    regularizer.slots(settings),
  );
  const { learningRate } = settingsOfArm(experiment, arm).training;
  return { learningRate, slots: combineSlots(slots) };
}

/** Sum of the arm's penalties, as a function of its weights. */
export function lanePenalty(arm: Arm): (sums: WeightSums) => number {
  const active = activeRegularizers(arm);
  return (sums) =>
    active.reduce(
      (total, { regularizer, settings }) => total + (regularizer.penalty?.(settings, sums) ?? 0),
      0,
    );
}

/** What the arm's regularizers add to its network. */
function laneStructure(arm: Arm): { readonly batchNorm: BatchNormRule | null } {
  const added = activeRegularizers(arm).map(({ regularizer, settings }) =>
    regularizer.structure?.(settings),
  );
  return { batchNorm: added.find((one) => one !== undefined)?.batchNorm ?? null };
}

function laneStop(arm: Arm): StopRule | null {
  const rules = activeRegularizers(arm).map(({ regularizer, settings }) =>
    regularizer.stop?.(settings),
  );
  return rules.find((one) => one !== undefined) ?? null;
}

/** A lane as it was planned, and what it is a lane of. */
export interface PlannedLane {
  readonly arm: Arm;
  readonly replicate: number;
  readonly fold: number;
  readonly plan: LanePlan;
}

/** First replicates first, of each the first folds first, and those in the order of the arms. */
export function planLanes(
  experiment: Experiment,
  dataset: Dataset,
  { dataOf }: Pick<LoadedData, 'dataOf'>,
): PlannedLane[] {
  return repeatsOf(experiment).flatMap(({ replicate, fold }) =>
    experiment.arms.map((arm) => {
      const identity = { seed: experiment.training.seed, replicate, fold };
      const data = dataOf(arm, replicate, fold);
      return { arm, replicate, fold, plan: planLane(experiment, dataset, arm, identity, data) };
    }),
  );
}

function planLane(
  experiment: Experiment,
  dataset: Dataset,
  arm: Arm,
  identity: LaneIdentity,
  data: RunData,
): LanePlan {
  const { network, training } = settingsOfArm(experiment, arm);
  return {
    network: {
      sizes: networkSizes(network, dataset),
      activation: network.activation,
      task: dataset.task,
      ...laneStructure(arm),
      optimizer: optimizerRule(training.optimizer),
    },
    batchSize: training.batchSize,
    initialization: network.initialization,
    identity,
    data,
    settings: laneSettings(experiment, arm),
    penalty: lanePenalty(arm),
    stop: laneStop(arm),
  };
}
