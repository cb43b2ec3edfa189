/** A run as lessons judge it: the figures of each arm, epoch by epoch, wherever it was trained. */
import type { RunHistory } from '../../client/run-history.ts';
import type { ArmId } from '../../experiment/experiment.ts';
import type { FigureRow } from '../../figures/figures.ts';
import type { Pictures } from '../../protocol/views.ts';
import type { ClassResult } from './evidence.ts';
import { shareDifference } from './share-difference.ts';

/** Pictures of a trained network that a text can quote. */
export type QuotedView = 'firstLayer' | 'redundancy';
export type QuotedPictures = Pick<Pictures, QuotedView>;

export interface ArmFigures {
  readonly armId: ArmId;
  /** By epoch, from 0 (untrained). */
  readonly rows: readonly FigureRow[];
  /** Of the network as it is left: of the last epoch, or of the one that early stopping restored. */
  readonly end: FigureRow;
  /** The epoch in which early stopping ended it, and the one that it restored; null: it did not. */
  readonly stoppedAt: number | null;
  readonly restored: number | null;
  readonly diverged: boolean;
  /** Accuracy on every training row, where a run was measured so at its end; else null: rows have a sample. */
  readonly allTrainingAccuracy: number | null;
  /** Wrongly labelled training rows. */
  readonly wrongLabels: number;
  /** Of the network as it is left: those that the part names, once it has ended. */
  readonly pictures: QuotedPictures;
}

/** In the order of the arms; of one repeat. */
export type RunFigures = readonly ArmFigures[];

/** The figures so far. */
export function runFiguresOf(history: RunHistory): RunFigures {
  return history.lanes.flatMap((lane, index) => {
    const { latest, end, restoredEpoch } = lane;
    if (!latest) return [];
    return {
      armId: lane.lane.armId,
      rows: Array.from({ length: lane.length }, (_, epoch) => lane.row(epoch)).filter(
        (row) => row !== null,
      ),
      end: latest,
      stoppedAt: end?.kind === 'stoppedEarly' ? end.epoch : null,
      restored: restoredEpoch,
      diverged: end?.kind === 'diverged',
      allTrainingAccuracy: lane.allTrainingRows?.accuracy ?? null,
      wrongLabels: lane.lane.wrongLabels,
      pictures: picturesOf(history, index),
    };
  });
}

function picturesOf({ pictures }: RunHistory, lane: number): QuotedPictures {
  const firstLayer = pictures.find(lane, 'firstLayer', null)?.picture;
  const redundancy = pictures.find(lane, 'redundancy', null)?.picture;
  return { ...(firstLayer && { firstLayer }), ...(redundancy && { redundancy }) };
}

/** The arm at this place; a lesson asks for no arm that its experiment has not. */
export function armAt(run: RunFigures, place: number): ArmFigures {
  const arm = run[place];
  if (!arm) throw new RangeError(`This run has no arm at place ${place}.`);
  return arm;
}

/** By how much an arm ends above another in validation accuracy, as a share. */
export function gainOf(run: RunFigures, place: number, over: number): number {
  return shareDifference(
    armAt(run, place).end.validationAccuracy,
    armAt(run, over).end.validationAccuracy,
  );
}

/** The row with the highest (or lowest) figure, the first of equals; epoch 0 is no candidate. */
export function bestRow(
  { rows, end }: ArmFigures,
  figure: 'validationAccuracy' | 'validationLoss',
): FigureRow {
  const sign = figure === 'validationLoss' ? -1 : 1;
  return rows
    .slice(1)
    .reduce((best, row) => (sign * row[figure] > sign * best[figure] ? row : best), rows[1] ?? end);
}

/**
 * For a class: an accuracy at the end, of one arm or of two that are compared, which have a name then.
 */
export function atTheEnd(
  label: string,
  figure: 'validationAccuracy' | 'trainingAccuracy',
  names: readonly string[] = ['end'],
): ClassResult<RunFigures> {
  return {
    ...{ label, unit: '%' },
    figures: (run) =>
      names.map((name, place) => ({ name, value: 100 * armAt(run, place).end[figure] })),
  };
}
