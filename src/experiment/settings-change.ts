/**
 * What was changed since a run was prepared: which of it the running training can take (settings
 * marked `live`), and which waits for a reset.
 */
import type { SettingsSchema } from '../settings/settings.ts';
import { DATA_SCHEMA, NETWORK_SCHEMA, OVERRIDE_SCHEMA, TRAINING_SCHEMA } from './experiment.ts';
import type { Arm, ArmId, Experiment } from './experiment.ts';
import { inSentence } from './arm-name.ts';
import { REGULARIZER_ENTRIES } from './regularizers.ts';
import type { LooseSettings } from './regularizers.ts';
import { sameValue } from '../base/same-value.ts';

interface LiveRun {
  /** Arms with a network that still trains. */
  readonly underWay: ReadonlySet<ArmId>;
  /** Epochs finished. */
  readonly epoch: number;
}

/**
 * The run's experiment with the live changes of `wanted` that can still act: those of the arms `underWay`,
 * and where there is one, those that all arms share.
 */
export function withLiveChanges(
  run: Experiment,
  wanted: Experiment,
  { underWay, epoch }: LiveRun,
): Experiment {
  if (underWay.size === 0) return run;
  const live = takeOverSettings(TRAINING_SCHEMA, run.training, wanted.training);
  // A run cannot end before the epoch that it has reached.
  const training = live.epochs > epoch ? live : { ...live, epochs: run.training.epochs };
  const arms = run.arms.map((arm) => {
    const twin = wanted.arms.find(({ id }) => id === arm.id);
    return twin && underWay.has(arm.id) ? takeOverArm(arm, twin) : arm;
  });
  return { ...run, training, arms };
}

/** The run's experiment with the names that its arms have by now. */
export function withNames(
  run: Experiment,
  wanted: Experiment,
  retired: readonly ArmId[],
): Experiment {
  const arms = run.arms.map((arm) => {
    const twin = wanted.arms.find(({ id }) => id === arm.id);
    return twin && !retired.includes(arm.id) ? { ...arm, name: twin.name } : arm;
  });
  return { ...run, arms };
}

/**
 * What differs, as in "wrong labels in training", "dropout of arm B", "arm C added". Letters of arms that
 * were removed while the run went on (`retired`) may name other arms by now.
 */
export function listChanges(
  run: Experiment,
  wanted: Experiment,
  retired: readonly ArmId[] = [],
): string[] {
  const { dataset, ownPoints, removedPoints, ...data } = wanted.data;
  const {
    dataset: runDataset,
    ownPoints: runPoints,
    removedPoints: runRemoved,
    ...runData
  } = run.data;
  return [
    ...(dataset === runDataset ? [] : ['data set']),
    ...changedLabels(DATA_SCHEMA, runData, data),
    ...(sameValue(ownPoints, runPoints) ? [] : ['own points']),
    ...(sameValue(removedPoints, runRemoved) ? [] : ['removed points']),
    ...changedLabels(NETWORK_SCHEMA, run.network, wanted.network),
    ...changedLabels(TRAINING_SCHEMA, run.training, wanted.training),
    ...changedArms(run.arms, wanted.arms, retired),
  ];
}

/** Whether two experiments give the same curves: all is equal but names. */
export function trainsAlike(one: Experiment, other: Experiment): boolean {
  return sameValue(withoutNames(one), withoutNames(other));
}

function withoutNames(experiment: Experiment) {
  const arms = experiment.arms.map(({ id, regularizers, overrides = {} }) => ({
    ...{ id, regularizers, overrides },
  }));
  return { ...experiment, arms };
}

/** Strengths and rates of the regularizers that the arm was prepared with, and its own learning rate. */
function takeOverArm(arm: Arm, wanted: Arm): Arm {
  let regularizers = arm.regularizers;
  for (const { id, schema } of REGULARIZER_ENTRIES) {
    const [own, other] = [arm.regularizers[id], wanted.regularizers[id]];
    if (own && other)
      regularizers = { ...regularizers, [id]: takeOverSettings(schema, own, other) };
  }
  return { ...arm, regularizers, ...takeOverRate(arm, wanted) };
}

/** Takes over the learning rate, the only one of an arm's own settings that can change while it trains. */
function takeOverRate({ overrides = {} }: Arm, wanted: Arm): Pick<Arm, 'overrides'> {
  const { learningRate: before, ...fixed } = overrides;
  const learningRate = wanted.overrides?.learningRate;
  if (learningRate === before) return {};
  return { overrides: learningRate === undefined ? fixed : { ...fixed, learningRate } };
}

function takeOverSettings<S extends object>(schema: SettingsSchema, own: S, wanted: S): S {
  const liveKeys = Object.keys(schema).filter((key) => schema[key]?.live === true);
  const taken = Object.entries(wanted).filter(([key]) => liveKeys.includes(key));
  return { ...own, ...Object.fromEntries(taken) };
}

function changedLabels(schema: SettingsSchema, run: LooseSettings, wanted: LooseSettings) {
  return Object.entries(schema)
    .filter(([key]) => !sameValue(run[key], wanted[key]))
    .map(([, { label }]) => inSentence(label));
}

function changedArms(
  run: readonly Arm[],
  wanted: readonly Arm[],
  retired: readonly ArmId[],
): string[] {
  const added = wanted.filter(({ id }) => !run.some((arm) => arm.id === id));
  const removed = run.filter(({ id }) => !wanted.some((arm) => arm.id === id));
  const changed = run.flatMap((arm) => {
    const twin = wanted.find(({ id }) => id === arm.id);
    if (!twin) return [];
    return retired.includes(arm.id) ? [`arm ${arm.id} replaced`] : changedInArm(arm, twin);
  });
  return [
    ...changed,
    ...added.map(({ id }) => `arm ${id} added`),
    ...removed.map(({ id }) => `arm ${id} removed`),
  ];
}

function changedInArm(run: Arm, wanted: Arm): string[] {
  const regularizers = REGULARIZER_ENTRIES.filter(
    ({ id }) => !sameValue(run.regularizers[id], wanted.regularizers[id]),
  ).map(({ label }) => inSentence(label));
  const own = changedLabels(OVERRIDE_SCHEMA, run.overrides ?? {}, wanted.overrides ?? {});
  return [...regularizers, ...own].map((label) => `${label} of arm ${run.id}`);
}
