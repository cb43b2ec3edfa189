/** Lane specs → lane plans: what each training means to the engine. Pure; loads nothing. */
import type { StopRule } from '../engine/lanes/early-stopping.ts';
import type { LaneSettings } from '../engine/lanes/lane-group.ts';
import type { LanePlan, RunData } from '../engine/lanes/lanes.ts';
import type { BatchNormRule } from '../engine/step/network.ts';
import { optimizerRule } from '../engine/step/optimizer.ts';
import type { Regularizer, WeightSums } from '../engine/step/regularizer.ts';
import type { SettingsOf, SettingsSchema } from '../settings/settings.ts';
import { combineSlots } from '../engine/step/slots.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { networkSizes, repeatsOf } from '../experiment/experiment.ts';
import type { Arm, Experiment } from '../experiment/experiment.ts';
import { laneSpecOf } from '../experiment/lane-spec.ts';
import type { LaneSpec } from '../experiment/lane-spec.ts';
import { ANY_REGULARIZERS } from '../regularizers/registry.ts';
import type { RegularizerSettings } from '../regularizers/registry.ts';
import type { LoadedData } from './load-data.ts';

interface Active {
  readonly regularizer: Regularizer;
  readonly settings: SettingsOf<SettingsSchema>;
}

/** Those that are switched on, in registry order. */
function activeRegularizers(regularizers: RegularizerSettings): Active[] {
  const given: Readonly<Record<string, SettingsOf<SettingsSchema>>> = regularizers;
  return ANY_REGULARIZERS.flatMap((regularizer) => {
    const settings = given[regularizer.id];
    return settings ? [{ regularizer, settings }] : [];
  });
}

/** What of a spec says how weights move. */
interface Learning {
  readonly regularizers: RegularizerSettings;
  readonly training: Pick<LaneSpec['training'], 'learningRate'>;
}

/** What may change while the lane trains. */
export function laneSettings({ regularizers, training }: Learning): LaneSettings {
  const slots = activeRegularizers(regularizers).map(({ regularizer, settings }) =>
    regularizer.slots(settings),
  );
  return { learningRate: training.learningRate, slots: combineSlots(slots) };
}

/** Sum of the lane's penalties, as a function of its weights. */
export function lanePenalty({
  regularizers,
}: Pick<LaneSpec, 'regularizers'>): (sums: WeightSums) => number {
  const active = activeRegularizers(regularizers);
  return (sums) =>
    active.reduce(
      (total, { regularizer, settings }) => total + (regularizer.penalty?.(settings, sums) ?? 0),
      0,
    );
}

/** What the lane's regularizers add to its network. */
function laneStructure({ regularizers }: LaneSpec): { readonly batchNorm: BatchNormRule | null } {
  const added = activeRegularizers(regularizers).map(({ regularizer, settings }) =>
    regularizer.structure?.(settings),
  );
  return { batchNorm: added.find((one) => one !== undefined)?.batchNorm ?? null };
}

function laneStop({ regularizers }: LaneSpec): StopRule | null {
  const rules = activeRegularizers(regularizers).map(({ regularizer, settings }) =>
    regularizer.stop?.(settings),
  );
  return rules.find((one) => one !== undefined) ?? null;
}

/** A lane of an experiment as it was planned, and what it is a lane of. */
export interface PlannedLane {
  readonly arm: Arm;
  readonly replicate: number;
  readonly fold: number;
  readonly spec: LaneSpec;
  readonly plan: LanePlan;
}

/** A lane of an experiment, before its rows are there. */
export type OrderedLane = Omit<PlannedLane, 'plan'>;

/** First replicates first, of each the first folds first, and those in the order of the arms. */
export function orderLanes(experiment: Experiment): OrderedLane[] {
  return repeatsOf(experiment).flatMap((repeat) =>
    experiment.arms.map((arm) => ({
      ...{ arm, ...repeat },
      spec: laneSpecOf(experiment, arm, repeat),
    })),
  );
}

export function planLanes(
  experiment: Experiment,
  dataset: Dataset,
  { dataOf }: Pick<LoadedData, 'dataOf'>,
): PlannedLane[] {
  return orderLanes(experiment).map((lane) => ({
    ...lane,
    plan: planLane(lane.spec, dataset, dataOf(lane.spec)),
  }));
}

export function planLane(spec: LaneSpec, dataset: Dataset, data: RunData): LanePlan {
  const { network, training, identity } = spec;
  return {
    network: {
      sizes: networkSizes(network, dataset),
      activation: network.activation,
      task: dataset.task,
      ...laneStructure(spec),
      optimizer: optimizerRule(training.optimizer),
    },
    batchSize: training.batchSize,
    initialization: network.initialization,
    identity,
    data,
    settings: laneSettings(spec),
    penalty: lanePenalty(spec),
    stop: laneStop(spec),
  };
}
