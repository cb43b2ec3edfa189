/** What the conclusions of a sweep are drawn from: plain data that know no plan, store or page. */
import type { MetricWording } from '../metric.ts';
import type { SimplerEnd } from './choose-cell.ts';
import type { CellScores } from './score-summary.ts';

export interface ConclusionAxis {
  /** As in a sentence: "L2", "dropout rate". */
  readonly label: string;
  /** Its values as they are written, in their order: "off", "0.01". */
  readonly values: readonly string[];
  readonly simpler: SimplerEnd;
  /** Given and not chosen, as noise is: the best of the other axis is named for each of its values. */
  readonly isProblem: boolean;
  /** Place of the value that leaves the thing out; null: none does. */
  readonly off: number | null;
  /** Whether values lie beyond its ends: none before "off", none where the axis is a choice. */
  readonly canWiden: { readonly first: boolean; readonly last: boolean };
}

export interface ConclusionCell {
  /** Place on each axis, from 0. */
  readonly place: readonly number[];
  /** Null: not all of its trainings are done. */
  readonly scores: CellScores | null;
  /** Why a training of it has no score; absent: it diverged. */
  readonly failure?: 'failed' | 'cannotRun';
}

export interface SweepJudgement {
  /** Null: one split. */
  readonly foldCount: number | null;
  readonly seeds: number;
  /** Every seed draws rows of its own, so that seeds of one split are several splits. */
  readonly seedsRedrawRows: boolean;
  /** Whose epoch the scores are of. */
  readonly at: 'last' | 'best' | 'restored';
  /** Cells whose training goes back to no earlier epoch: "restored" is the last one there. */
  readonly cellsRestoringNone: number;
  /** Of one training. */
  readonly rows: { readonly training: number; readonly validation: number };
}

/** What the chosen cell came to on the test set, once it was opened. */
export interface SealedResult {
  readonly place: readonly number[];
  readonly score: number;
  readonly rows: number;
  /** Of a loss; of an accuracy it follows from the rows. Null: not known. */
  readonly standardError: number | null;
}

export interface ConclusionMaterial {
  /** One or two. */
  readonly axes: readonly ConclusionAxis[];
  readonly metric: MetricWording;
  readonly judgement: SweepJudgement;
  /** All that were planned. */
  readonly cells: readonly ConclusionCell[];
  /** Without those of cells that cannot run. */
  readonly trainings: { readonly done: number; readonly all: number };
  /** "images" */
  readonly noun: string;
  readonly sealed: SealedResult | null;
}
