/** A kept run, whole or as it is listed; and what became of others when it was kept. */
import type { OwnTable } from '../../datasets/own/table/own-table.ts';
import type { HistoryEntry } from './history-entry.ts';

/** A row that cannot be read; it can only be deleted. */
export interface DamagedEntry {
  readonly key: string;
  readonly name: string;
  readonly problem: string;
}

export interface HistoryList {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly damaged: readonly DamagedEntry[];
  /** The ids of the own tables that are kept. */
  readonly tables: readonly string[];
}

/** A run as it is kept. */
export interface HistoryRow {
  readonly entry: HistoryEntry;
  readonly run: string;
  /** The own table that it is on; absent: it is on none, or the table is not there. */
  readonly table?: OwnTable | undefined;
}

export interface Kept {
  /** The id under which it is kept now. */
  readonly id: string;
  /** Runs that had to make room for it because the browser is full. */
  readonly dropped: readonly HistoryEntry[];
  /** Own tables that had to, and whose runs are kept still. */
  readonly droppedTables: readonly OwnTable[];
  /** False: there was no room for its own table. */
  readonly isWhole: boolean;
}
