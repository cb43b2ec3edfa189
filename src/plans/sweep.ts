/**
 * The plan of a sweep: every cell of a grid of one or two settings, trained once for each fold and seed. All
 * cells of a fold and seed share rows, first weights, order of batches and masks.
 */
import type { Better, JudgedAxis } from '../findings/sweep/choose-cell.ts';
import type { CellScores } from '../findings/sweep/score-summary.ts';
import type { LaneResult, LaneWishes } from '../figures/lane-result.ts';
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { LaneBase } from '../experiment/lane-base.ts';
import { judgedRow } from './judged-epoch.ts';
import type { JudgedEpoch } from './judged-epoch.ts';
import type { Plan, PlannedTraining } from './plan.ts';
import { ARMS_AXIS, OFF, findSweepSetting } from './sweep-settings.ts';
import type { AxisValue, SweepSetting } from './sweep-settings.ts';

export interface SweepAxis {
  /** Of a `SweepSetting`. */
  readonly setting: string;
  readonly values: readonly AxisValue[];
}

export interface SweepJudging {
  /** Parts of the rows that validate in turn; null: one split, as the base has it. */
  readonly foldCount: number | null;
  /** Trainings of each cell and fold, with other seeds. */
  readonly seeds: number;
  /** R² is of regression: the share of the validation targets' variance that is explained. */
  readonly metric: 'accuracy' | 'loss' | 'rSquared';
  readonly at: JudgedEpoch;
}

/** What Compare's arms are when they are an axis. */
export interface SweptArm {
  readonly id: string;
  /** "B · Dropout 0.5" */
  readonly label: string;
  readonly base: LaneBase;
}

export interface Sweep {
  readonly base: LaneBase;
  /** Where the arms of a comparison are an axis: its values are their ids. */
  readonly arms?: readonly SweptArm[];
  readonly seed: number;
  /** One or two. */
  readonly axes: readonly SweepAxis[];
  readonly judging: SweepJudging;
}

/** "3,0/2/1": place on each axis, fold, seed. */
export type SweepKey = string;

export interface SweepCell {
  /** Place on each axis, from 0. */
  readonly place: readonly number[];
  readonly values: readonly AxisValue[];
  readonly base: LaneBase;
}

export interface SummarisedCell extends SweepCell {
  /** [fold][seed], NaN where it diverged; only of cells of which every training is done. */
  readonly scores: CellScores | null;
  /** The same figure on the training rows. */
  readonly trainingScores: CellScores | null;
  /** [fold][seed], in the order of trainings; undefined: not done. */
  readonly results: readonly (LaneResult | undefined)[];
  /** Trainings done. */
  readonly done: number;
}

export interface SweepSummary {
  readonly cells: readonly SummarisedCell[];
  readonly trainings: { readonly done: number; readonly all: number };
}

/** Of every cell, the first axis changing fastest. */
export function cellsOf(sweep: Pick<Sweep, 'base' | 'axes' | 'arms'>): SweepCell[] {
  const { base, axes } = sweep;
  // An arm is a base, which the other axis then changes.
  const order = [...axes.keys()].sort((a, b) => rank(axes[a]) - rank(axes[b]));
  return placesOn(axes).map((place) => {
    const values = place.map((at, axis) => axes[axis]?.values[at] ?? NaN);
    const put = (before: LaneBase, axis: number) =>
      putValue(sweep, before, axes[axis], values[axis]);
    return { place, values, base: order.reduce(put, base) };
  });
}

const rank = (axis: SweepAxis | undefined) => (axis?.setting === ARMS_AXIS ? 0 : 1);

function placesOn(axes: readonly SweepAxis[]): number[][] {
  return axes.reduceRight<number[][]>(
    (places, { values }) => places.flatMap((place) => values.map((_, at) => [at, ...place])),
    [[]],
  );
}

function putValue(
  { arms }: Pick<Sweep, 'arms'>,
  base: LaneBase,
  axis: SweepAxis | undefined,
  value: AxisValue | undefined,
): LaneBase {
  if (!axis || value === undefined) return base;
  if (axis.setting !== ARMS_AXIS) return settingOf(axis).put(base, value);
  const arm = arms?.find(({ id }) => id === value);
  if (!arm) throw new RangeError(`There is no arm "${value}" to sweep over.`);
  return arm.base;
}

export function planSweep(sweep: Sweep): Plan<SweepKey, SweepSummary> {
  const cells = cellsOf(sweep);
  const { judging } = sweep;
  return {
    lanes: () => cells.flatMap((cell) => trainingsOf(sweep, cell, cells)),
    wishes: wishesOf(judging),
    summarise: (done) => {
      const judged = cells.map((cell) => ({ ...cell, ...scoresOf(judging, cell, done) }));
      return {
        cells: judged,
        trainings: {
          done: judged.reduce((sum, cell) => sum + cell.done, 0),
          all: cells.length * trainingsPerCell(judging),
        },
      };
    },
  };
}

/** As the rules of choice see the axes. */
export function judgedAxes({ axes }: Pick<Sweep, 'axes'>): JudgedAxis[] {
  return axes.map((axis) => ({
    count: axis.values.length,
    simpler: axis.setting === ARMS_AXIS ? 'neither' : settingOf(axis).simpler,
    off: axis.values.indexOf(OFF),
  }));
}

export function betterOf({ metric }: SweepJudging): Better {
  return metric === 'loss' ? 'lowest' : 'highest';
}

function settingOf({ setting }: SweepAxis): SweepSetting {
  const found = findSweepSetting(setting);
  if (!found) throw new RangeError(`There is no setting "${setting}" to sweep over.`);
  return found;
}

interface Repeat {
  readonly fold: number;
  readonly seed: number;
}

/** One for each fold and seed. */
export function trainingsPerCell({ foldCount, seeds }: SweepJudging): number {
  return (foldCount ?? 1) * seeds;
}

function repeatsOf({ foldCount, seeds }: SweepJudging): Repeat[] {
  const folds = foldCount ?? 1;
  return Array.from({ length: folds * seeds }, (_, i) => ({
    fold: Math.floor(i / seeds),
    seed: i % seeds,
  }));
}

function trainingsOf(
  { seed, judging }: Sweep,
  { place, base }: SweepCell,
  cells: readonly SweepCell[],
): PlannedTraining<SweepKey>[] {
  const { foldCount } = judging;
  // The same rows are divided for every cell, whatever number of them it trains on.
  const divided = Math.max(...cells.map((cell) => cell.base.data.trainingExamples));
  return repeatsOf(judging).map((repeat) => {
    const spec: LaneSpec = {
      ...base,
      ...(foldCount !== null && { training: sharingRows(base.training) }),
      identity: { seed, replicate: repeat.seed, fold: repeat.fold },
      ...(foldCount !== null && { folds: { count: foldCount, trainingExamples: divided } }),
    };
    return { key: keyOf(place, repeat), spec };
  });
}

/** "3,0" of "3,0/2/1" */
export function placeOf(key: SweepKey): string {
  return key.slice(0, key.indexOf('/'));
}

/** Seeds of a fold share its rows: what they redraw is the luck of training. */
function sharingRows(training: LaneBase['training']): LaneBase['training'] {
  return { ...training, replicateScope: 'trainingLuck' };
}

/** Every seed of a single split has rows of its own. */
export function seedsRedrawRows({ base, judging }: Pick<Sweep, 'base' | 'judging'>): boolean {
  return judging.foldCount === null && base.training.replicateScope === 'everything';
}

function keyOf(place: readonly number[], { fold, seed }: Repeat): SweepKey {
  return `${place.join(',')}/${fold}/${seed}`;
}

function wishesOf({ metric, at }: SweepJudging): LaneWishes {
  const best = metric === 'accuracy' ? 'validationAccuracy' : 'validationLoss';
  return { curveEvery: null, best: at === 'best' ? best : null };
}

function scoresOf(
  judging: SweepJudging,
  { place }: SweepCell,
  known: ReadonlyMap<SweepKey, LaneResult>,
): Omit<SummarisedCell, keyof SweepCell> {
  const repeats = repeatsOf(judging);
  const results = repeats.map((repeat) => known.get(keyOf(place, repeat)));
  const done = results.filter((result) => result !== undefined).length;
  if (done < repeats.length) return { scores: null, trainingScores: null, results, done };
  const byFold = (set: ScoredSet) => {
    const scores = Array.from({ length: judging.foldCount ?? 1 }, (): number[] => []);
    repeats.forEach(({ fold }, i) => scores[fold]?.push(scoreOf(judging, set, results[i])));
    return scores;
  };
  return { scores: byFold('validation'), trainingScores: byFold('training'), results, done };
}

type ScoredSet = 'validation' | 'training';

/** The figure that a training is judged by; NaN where it diverged or is not done. */
export function scoreOf(
  { metric, at }: Pick<SweepJudging, 'metric' | 'at'>,
  set: ScoredSet,
  result: LaneResult | undefined,
): number {
  if (!result) return NaN;
  const row = judgedRow(at, result);
  if (metric === 'rSquared')
    return set === 'validation' ? 1 - (row?.validationLoss ?? NaN) / result.targetVariance : NaN;
  return row?.[`${set}${metric === 'accuracy' ? 'Accuracy' : 'Loss'}`] ?? NaN;
}
