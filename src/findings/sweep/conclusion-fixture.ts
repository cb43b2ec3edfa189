/** Made-up sweeps for tests of their conclusions. */
import type { Statement } from '../statement.ts';
import { conclude } from './conclude.ts';
import type {
  ConclusionAxis,
  ConclusionCell,
  ConclusionMaterial,
  SweepJudgement,
} from './conclusion-material.ts';
import { SWEEP_METRICS } from './sweep-metrics.ts';

/** Mean .90, sd .0316, standard error .0141, cut-off .8859. */
export const FOLDS = [0.9, 0.92, 0.88, 0.94, 0.86];

export const L2: ConclusionAxis = {
  label: 'L2',
  values: ['off', '0.001', '0.01', '0.1'],
  simpler: 'last',
  isProblem: false,
  off: 0,
  canWiden: { first: false, last: true },
};
export const RATE: ConclusionAxis = { ...L2, label: 'dropout rate', values: ['off', '0.2', '0.5'] };
export const WIDTH: ConclusionAxis = {
  ...L2,
  label: 'width',
  values: ['8', '32', '128', '512'],
  simpler: 'first',
  off: null,
  canWiden: { first: true, last: true },
};
export const OPTIMIZER: ConclusionAxis = {
  ...WIDTH,
  label: 'optimizer',
  values: ['SGD', 'Adam'],
  simpler: 'neither',
  canWiden: { first: false, last: false },
};
export const SIZE: ConclusionAxis = {
  ...WIDTH,
  label: 'training examples',
  values: ['50', '400'],
  simpler: 'neither',
  isProblem: true,
};

const FIVE_FOLDS: SweepJudgement = {
  ...{ foldCount: 5, seeds: 1, seedsRedrawRows: false, at: 'last' },
  cellsRestoringNone: 0,
  rows: { training: 400, validation: 100 },
};
export const ONE_SPLIT: SweepJudgement = { ...FIVE_FOLDS, foldCount: null };

/** The folds' scores, each shifted by so much. */
export function shifted(by: number, wobble = 0): number[] {
  // Differences to the unshifted ones that are not all alike, with mean 0.
  const luck = [0, 1, -1, 2, -2];
  return FOLDS.map((score, fold) => score + by + wobble * (luck[fold] ?? 0));
}

/** One seed a fold; null: not done. */
export function cell(
  place: readonly number[],
  scores: readonly number[] | null,
  failure?: ConclusionCell['failure'],
): ConclusionCell {
  return {
    place,
    scores: scores && scores.map((score) => [score]),
    ...(failure !== undefined && { failure }),
  };
}

/** Seeds of one split. */
export function splitCell(place: readonly number[], scores: readonly number[]): ConclusionCell {
  return { place, scores: [scores] };
}

/** Cells in the order of one axis. */
export function line(...scores: readonly (readonly number[] | null)[]): ConclusionCell[] {
  return scores.map((one, at) => cell([at], one));
}

export function material(
  axes: readonly ConclusionAxis[],
  cells: readonly ConclusionCell[],
  changes: Partial<ConclusionMaterial> = {},
): ConclusionMaterial {
  return {
    ...{ axes, cells, metric: SWEEP_METRICS.accuracy, judgement: FIVE_FOLDS },
    ...{ trainings: { done: 5 * cells.length, all: 5 * cells.length }, noun: 'images' },
    sealed: null,
    ...changes,
  };
}

export function sentences(given: ConclusionMaterial): string[] {
  return conclude(given).map(({ lead, text }: Statement) => `${lead} ${text}`);
}
