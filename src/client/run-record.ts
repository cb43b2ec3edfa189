/**
 * One run of Compare as plain data, for whatever outlasts it: references, and whatever is kept, written or read.
 * JSON holds all of it (base/written-number.ts). Pictures are no part
 * of it, but what a verdict takes from them is.
 */
import { writeNumber } from '../base/written-number.ts';
import type { WrittenNumber } from '../base/written-number.ts';
import { tableFacts } from '../datasets/own/kept-tables.ts';
import type { TableFacts } from '../datasets/own/table/table-words.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { LiveChange } from '../experiment/live-changes.ts';
import { FIGURES } from '../figures/figures.ts';
import type { FigureName } from '../figures/figures.ts';
import type { BackendReport, Lane, LaneEnd } from '../protocol/messages.ts';
import { pictureFactsOf } from './picture-facts.ts';
import type { PictureFacts } from './picture-facts.ts';
import type { RunHistory } from './run-history.ts';
import type { LaneHistory } from './run-history.ts';

/** Of the form of records, not of the program. */
export const RECORD_VERSION = 1;

/** What a file says that it is. */
export const RUN_FORMAT = 'regularization-playground/run';

export interface RunRecord {
  readonly version: typeof RECORD_VERSION;
  /** As it trained at the end. */
  readonly experiment: Experiment;
  /** What was changed while it trained, in order. */
  readonly changes: readonly LiveChange[];
  readonly validationRows: number;
  readonly sealedTestRows: number;
  /** What the numbers of a row are, in order. */
  readonly figures: readonly FigureName[];
  /** In the order in which the run had them: its index is a lane's name. */
  readonly lanes: readonly RecordedLane[];
  /** What is known of the own table that it is on, but its rows; absent: it is on none. */
  readonly table?: TableFacts;
  /** Absent: no picture of that epoch was taken. */
  readonly pictureFacts?: readonly PictureFacts[];
  readonly made: RecordOrigin;
}

/** What is fixed of a lane, but the examples that it shows. */
export type RecordedFacts = Omit<Lane, 'mislabelled'>;

export interface RecordedLane {
  readonly facts: RecordedFacts;
  /** [epoch][figure], epoch 0 included. */
  readonly rows: readonly (readonly WrittenNumber[])[];
  readonly end: LaneEnd | null;
  readonly restoredEpoch: number | null;
  /** On every training row; null: the run had not finished. */
  readonly allTrainingRows: {
    readonly loss: WrittenNumber;
    readonly accuracy: WrittenNumber;
  } | null;
}

export interface RecordOrigin {
  /** When the record was made: "2026-11-29T12:00:00.000Z" */
  readonly at: string;
  /** On which kind of device it trained: on another the last bits may differ. Null: not known. */
  readonly backend: Pick<BackendReport, 'name' | 'renderer'> | null;
  /** Version of the program. */
  readonly app: string;
}

export interface RecordedRun {
  readonly history: RunHistory;
  readonly experiment: Experiment;
  readonly changes: readonly LiveChange[];
}

/** The run as it stands; what it does later is not in it. */
export function recordOf(
  { history, experiment, changes }: RecordedRun,
  made: RecordOrigin,
): RunRecord {
  const { validationRows, sealedTestRows } = history.run;
  const table = tableFacts(experiment.data.dataset);
  const pictureFacts = pictureFactsOf(history, history.lanes).filter(tellsSomething);
  return {
    ...{ version: RECORD_VERSION, experiment, changes, validationRows, sealedTestRows },
    figures: FIGURES,
    lanes: history.lanes.map(recordLane),
    ...(table && { table }),
    ...(pictureFacts.length > 0 && { pictureFacts }),
    made,
  };
}

function tellsSomething(facts: PictureFacts): boolean {
  const { discordance, smallWeightShare, removedUnits } = facts;
  return discordance.length > 0 || smallWeightShare !== null || removedUnits !== null;
}

function recordLane(lane: LaneHistory): RecordedLane {
  const { mislabelled: _, ...facts } = lane.lane;
  const { end, restoredEpoch, allTrainingRows } = lane;
  return {
    ...{ facts, end, restoredEpoch },
    rows: Array.from({ length: lane.length }, (__, epoch) =>
      FIGURES.map((name) => writeNumber(lane.value(name, epoch))),
    ),
    allTrainingRows: allTrainingRows && {
      loss: writeNumber(allTrainingRows.loss),
      accuracy: writeNumber(allTrainingRows.accuracy),
    },
  };
}
