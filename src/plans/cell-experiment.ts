/** A cell of a sweep as an experiment of Compare: arm A is the base, arm B the cell. */
import { ARM_IDS, OVERRIDE_SCHEMA } from '../experiment/experiment.ts';
import type { Arm, ArmOverrides, Experiment } from '../experiment/experiment.ts';
import type { LaneBase } from '../experiment/lane-base.ts';
import { sameValue } from '../base/same-value.ts';
import type { SettingValue } from '../settings/settings.ts';
import type { Sweep, SweepCell } from './sweep.ts';

/** One arm where the cell is the base. Folds and seeds of the sweep go along. */
export function settingsOfCell(sweep: Sweep, { base }: SweepCell): Experiment {
  const { seed, judging } = sweep;
  const { foldCount, seeds } = judging;
  // What arms cannot have of their own (noise, wrong labels, epochs) is the cell's.
  const shared: LaneBase = { ...sweep.base, data: base.data, training: base.training };
  const plain: Arm = { id: 'A', name: null, regularizers: sweep.base.regularizers };
  const own: Arm = { id: 'B', name: null, regularizers: base.regularizers };
  const baseOverrides = overridesOf(base, sweep.base);
  const arms = [withOverrides(plain, baseOverrides), own];
  const isBase =
    Object.keys(baseOverrides).length === 0 &&
    sameValue(sweep.base.regularizers, base.regularizers);
  return {
    version: 1,
    data: shared.data,
    network: base.network,
    training: {
      ...shared.training,
      ...{
        seed,
        replicates: seeds,
        replicateScope: foldCount === null ? shared.training.replicateScope : 'trainingLuck',
      },
    },
    arms: isBase ? [plain] : arms,
    ...(foldCount !== null && foldCount <= 10 && { foldCount }),
  };
}

/**
 * The cell as one more arm of a comparison; null where that trains on other data, for other epochs or from another
 * seed, or has no letter left.
 */
export function armOfCell(
  comparison: Experiment,
  { seed }: Pick<Sweep, 'seed'>,
  { base }: Pick<SweepCell, 'base'>,
): Arm | null {
  const { seed: comparedSeed, replicates: _, ...training } = comparison.training;
  const shared: LaneBase = { ...comparison, training, regularizers: {} };
  const overrides = overridesOf(shared, base);
  const isLike =
    seed === comparedSeed &&
    base.training.epochs === training.epochs &&
    sameValue(withoutSize(base.data), withoutSize(comparison.data));
  const id = ARM_IDS.find((letter) => comparison.arms.every((arm) => arm.id !== letter));
  if (!isLike || id === undefined) return null;
  return withOverrides({ id, name: null, regularizers: base.regularizers }, overrides);
}

/** An arm may have a number of training examples of its own. */
function withoutSize({ trainingExamples: _, ...others }: LaneBase['data']) {
  return others;
}

function withOverrides(arm: Arm, overrides: ArmOverrides): Arm {
  return Object.keys(overrides).length === 0 ? arm : { ...arm, overrides };
}

/** What `other` has in place of `shared`, of all that an arm may have of its own. */
function overridesOf(shared: LaneBase, other: LaneBase): ArmOverrides {
  const flat = ({
    data,
    network,
    training,
  }: LaneBase): Readonly<Record<string, SettingValue | undefined>> => ({
    trainingExamples: data.trainingExamples,
    ...network,
    ...{ optimizer: training.optimizer, learningRate: training.learningRate },
    batchSize: training.batchSize,
  });
  const [all, own] = [flat(shared), flat(other)];
  return Object.fromEntries(
    Object.keys(OVERRIDE_SCHEMA).flatMap((key) =>
      sameValue(all[key], own[key]) ? [] : [[key, own[key]]],
    ),
  );
}
