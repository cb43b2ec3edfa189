/**
 * A run of Compare that a reload or a crash has cut off: all that was shown of it, and what it goes on from. Kept as it
 * is, with its arrays, by this version of the page for this version.
 */
import { isRecord } from '../base/is-record.ts';
import { APP_VERSION } from '../base/app-version.ts';
import { experimentProblems } from '../experiment/experiment-problems.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { LiveChange } from '../experiment/live-changes.ts';
import { FIGURE_COUNT } from '../figures/figures.ts';
import type { BackendReport, Frame, PreparedRun } from '../protocol/messages.ts';
import type { RunSave } from '../protocol/run-save.ts';

export interface CutRun {
  /** Of the program that kept it. */
  readonly app: string;
  readonly presetId: string;
  readonly experiment: Experiment;
  readonly changes: readonly LiveChange[];
  readonly backend: BackendReport | null;
  readonly run: PreparedRun;
  /** All epochs that were shown. */
  readonly frame: Frame;
  readonly save: RunSave;
}

/** Null: it is damaged, or of another version of the page, on which it would not come out the same. */
export function readCutRun(value: unknown): CutRun | null {
  if (!isRecord(value) || value['app'] !== APP_VERSION) return null;
  const { experiment, changes, run, frame, save, presetId } = value;
  const isRun =
    canRun(experiment) && Array.isArray(changes) && typeof presetId === 'string' && isRecord(save);
  if (!isRun || !canRun(save['experiment']) || !Array.isArray(save['changes'])) return null;
  const lanes = isRecord(run) && Array.isArray(run['lanes']) ? run['lanes'].length : -1;
  const frames: readonly unknown[] | null =
    isRecord(frame) && Array.isArray(frame['lanes']) ? frame['lanes'] : null;
  if (frames?.length !== lanes || !frames.every(isLaneFrame)) return null;
  // What the page reads by itself was checked; the rest is as this version of the page wrote it.
  return value as unknown as CutRun;
}

function canRun(experiment: unknown): boolean {
  return experimentProblems(experiment).length === 0;
}

function isLaneFrame(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { rows, mislabelledAnswers } = value;
  return (
    rows instanceof Float64Array &&
    rows.length % FIGURE_COUNT === 0 &&
    mislabelledAnswers instanceof Int32Array
  );
}
