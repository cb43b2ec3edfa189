/**
 * The plan of a sweep: every cell of a grid of one or two settings, trained once for each fold and seed. All
 * cells of a fold and seed share rows, first weights, order of batches and masks.
 */
import type { Better, JudgedAxis } from '../findings/sweep/choose-cell.ts';
import type { CellScores } from '../findings/sweep/score-summary.ts';
import type { LaneResult, LaneWishes } from '../figures/lane-result.ts';
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { LaneBase } from '../experiment/lane-base.ts';
import type { Plan, PlannedTraining } from './plan.ts';
import { findSweepSetting } from './sweep-settings.ts';
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
  readonly metric: 'accuracy' | 'loss';
  /** Whose figures score: the last epoch's (or the restored one's, with early stopping), or the best one's. */
  readonly at: 'last' | 'best';
}

export interface Sweep {
  readonly base: LaneBase;
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

export interface SweepSummary {
  readonly cells: readonly (SweepCell & {
    /** [fold][seed], NaN where it diverged; only of cells of which every training is done. */
    readonly scores: CellScores | null;
    /** Trainings done. */
    readonly done: number;
  })[];
  readonly trainings: { readonly done: number; readonly all: number };
}

/** Of every cell, the first axis changing fastest. */
export function cellsOf({ base, axes }: Pick<Sweep, 'base' | 'axes'>): SweepCell[] {
  return axes.reduceRight<SweepCell[]>(
    (cells, axis) => {
      const setting = settingOf(axis);
      return cells.flatMap((cell) =>
        axis.values.map((value, at) => ({
          place: [at, ...cell.place],
          values: [value, ...cell.values],
          base: setting.put(cell.base, value),
        })),
      );
    },
    [{ place: [], values: [], base }],
  );
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
          all: cells.length * repeatsOf(judging).length,
        },
      };
    },
  };
}

/** As the rules of choice see the axes. */
export function judgedAxes({ axes }: Pick<Sweep, 'axes'>): JudgedAxis[] {
  return axes.map((axis) => ({
    count: axis.values.length,
    simpler: settingOf(axis).simpler,
  }));
}

export function betterOf({ metric }: SweepJudging): Better {
  return metric === 'accuracy' ? 'highest' : 'lowest';
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
      identity: { seed, replicate: repeat.seed, fold: repeat.fold },
      ...(foldCount !== null && { folds: { count: foldCount, trainingExamples: divided } }),
    };
    return { key: keyOf(place, repeat), spec };
  });
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
  results: ReadonlyMap<SweepKey, LaneResult>,
): { readonly scores: CellScores | null; readonly done: number } {
  const repeats = repeatsOf(judging);
  const found = repeats.map((repeat) => results.get(keyOf(place, repeat)));
  const done = found.filter((result) => result !== undefined).length;
  if (done < repeats.length) return { scores: null, done };
  const scores = Array.from({ length: judging.foldCount ?? 1 }, (): number[] => []);
  repeats.forEach(({ fold }, i) => scores[fold]?.push(scoreOf(judging, found[i])));
  return { scores, done };
}

function scoreOf({ metric, at }: SweepJudging, result: LaneResult | undefined): number {
  if (!result || result.end.kind === 'diverged') return NaN;
  const row = at === 'best' ? result.best : result.row;
  return row?.[metric === 'accuracy' ? 'validationAccuracy' : 'validationLoss'] ?? NaN;
}
