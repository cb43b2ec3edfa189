/** An earlier run that stays on the charts, faint, while others are tried against it. */
import type { RunHistory } from '../../client/run-history.ts';
import type { RunRecord } from '../../client/run-record.ts';

export interface ReferenceRun {
  readonly record: RunRecord;
  /** The run that was kept: while it is on screen it is no reference for itself. */
  readonly source: RunHistory;
  /** Of the source when the record was made. */
  readonly version: number;
}

export interface ReferenceSlice {
  readonly reference: ReferenceRun | null;
  /** Keeps the run on screen, in place of one that was kept before. */
  readonly keepReference: () => void;
  /** A run that was kept before, in place of the reference that there is. */
  readonly showReference: (record: RunRecord) => void;
  readonly dropReference: () => void;
}
