/**
 * Lanes for tests of the engine: an arm's regularizers, taken from the page's own files, on given rows.
 * Without an experiment, so that widths, rows and settings may be what a proof needs.
 */
import type { Examples } from '../src/engine/batches/examples.ts';
import type {
  ActivationId,
  ComputeBackend,
  OptimizerId,
  Task,
} from '../src/engine/step/kernels.ts';
import type { LaneState } from '../src/engine/lanes/lane-state.ts';
import type { LanePlan, RunData } from '../src/engine/lanes/lanes.ts';
import { optimizerRule } from '../src/engine/step/optimizer.ts';
import type { Regularizer } from '../src/engine/step/regularizer.ts';
import type { SettingsOf, SettingsSchema } from '../src/settings/settings.ts';
import { combineSlots } from '../src/engine/step/slots.ts';
import type { TrainingRun } from '../src/engine/lanes/training-run.ts';
import { ANY_REGULARIZERS } from '../src/regularizers/registry.ts';
import type { RegularizerSettings } from '../src/regularizers/registry.ts';

export interface LaneWish {
  /** [in, hidden…, out] */
  readonly sizes: readonly number[];
  readonly data: RunData;
  readonly learningRate: number;
  /** Default: all rows. */
  readonly batchSize?: number;
  readonly task?: Task;
  readonly activation?: ActivationId;
  readonly optimizer?: OptimizerId;
  readonly seed?: number;
  readonly regularizers?: RegularizerSettings;
}

interface Active {
  readonly regularizer: Regularizer;
  readonly settings: SettingsOf<SettingsSchema>;
}

/** By default a plain regression on full batches with SGD. */
export function lanePlan(wish: LaneWish): LanePlan {
  const active = activeRegularizers(wish.regularizers ?? {});
  const find = <Part>(part: (one: Active) => Part | undefined): Part | null =>
    active.map(part).find((found) => found !== undefined) ?? null;
  return {
    network: {
      sizes: wish.sizes,
      activation: wish.activation ?? 'relu',
      task: wish.task ?? 'regression',
      batchNorm:
        find(({ regularizer, settings }) => regularizer.structure?.(settings))?.batchNorm ?? null,
      optimizer: optimizerRule(wish.optimizer ?? 'sgd'),
    },
    batchSize: wish.batchSize ?? wish.data.training.count,
    initialization: 'glorot',
    identity: { seed: wish.seed ?? 1, replicate: 0, fold: 0 },
    data: wish.data,
    settings: {
      learningRate: wish.learningRate,
      slots: combineSlots(active.map(({ regularizer, settings }) => regularizer.slots(settings))),
    },
    penalty: (sums) =>
      active.reduce(
        (total, { regularizer, settings }) => total + (regularizer.penalty?.(settings, sums) ?? 0),
        0,
      ),
    stop: find(({ regularizer, settings }) => regularizer.stop?.(settings)),
  };
}

function activeRegularizers(regularizers: RegularizerSettings): Active[] {
  const given: Readonly<Record<string, SettingsOf<SettingsSchema>>> = regularizers;
  return ANY_REGULARIZERS.flatMap((regularizer) => {
    const settings = given[regularizer.id];
    return settings ? [{ regularizer, settings }] : [];
  });
}

/** Rows [row][feature] with their targets. */
export function examplesOf(
  features: readonly (readonly number[])[],
  targets: readonly number[],
): Examples {
  return {
    count: features.length,
    features: Float32Array.from(features.flat()),
    featureScale: 1,
    targets: Float32Array.from(targets),
  };
}

/** Without validation rows of their own, the training rows serve as such. */
export function runData(training: Examples, validation: Examples = training): RunData {
  return { training, trueTargets: training.targets, wrongRows: new Int32Array(0), validation };
}

/** What the lanes hold now, in their order. */
export async function statesOf(run: TrainingRun): Promise<LaneState[]> {
  const { lanes } = await run.takeCheckpoint();
  return [...lanes.entries()].sort(([a], [b]) => a - b).map(([, { state }]) => state);
}

/** Puts other numbers into all lanes, at the step that they have reached. */
export async function changeStates(
  run: TrainingRun,
  backend: ComputeBackend,
  change: (state: LaneState, lane: number) => LaneState,
): Promise<void> {
  const checkpoint = await run.takeCheckpoint();
  const lanes = new Map(
    [...checkpoint.lanes].map(([lane, { state, moment }]) => [
      lane,
      { moment, state: change(state, lane) },
    ]),
  );
  run.dispose();
  run.resume(backend, { ...checkpoint, lanes });
}

/** Weights and bias of a layer, in double precision. */
export function layerOf(
  state: LaneState | undefined,
  index = 0,
): { weights: number[]; bias: number[] } {
  const layer = state?.[index];
  if (!layer) throw new Error(`There is no layer ${index}.`);
  return { weights: [...layer.weights.value], bias: [...layer.bias.value] };
}
