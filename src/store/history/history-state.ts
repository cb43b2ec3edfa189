/** The runs that this browser keeps, as the page sees them. */
import type { StoreApi } from 'zustand/vanilla';
import type { HistoryEntry } from '../../client/history/history-entry.ts';
import type { DamagedEntry, HistoryList } from '../../client/history/history-row.ts';
import type { RunDraft } from './run-draft.ts';

export interface HistoryNotice {
  readonly message: string;
  readonly isProblem: boolean;
  /** Brings back what was deleted; null: nothing was. */
  readonly undo: (() => Promise<void>) | null;
}

export interface HistoryState extends HistoryList {
  /** loading: not read yet; failed: it cannot be read, and `trouble` says why. */
  readonly status: 'loading' | 'ready' | 'failed';
  /** When the list was read, in milliseconds since 1970. */
  readonly listedAt: number;
  /** Why nothing is kept at the moment; null: all is well. */
  readonly trouble: string | null;
  /** What the last thing that was done came to, until it is dismissed. */
  readonly notice: HistoryNotice | null;

  readonly load: () => Promise<void>;
  /** Returns the id under which it is kept; null: it is not. */
  readonly keep: (draft: RunDraft) => Promise<string | null>;
  /** Puts the run on screen. Returns whether it is there. */
  readonly open: (entry: HistoryEntry) => Promise<boolean>;
  /** Of Compare: faint on the charts, beside the run on screen. Returns whether it is there. */
  readonly showAsReference: (entry: HistoryEntry) => Promise<boolean>;
  readonly rename: (entry: HistoryEntry, name: string) => Promise<void>;
  readonly setPinned: (entry: HistoryEntry, isPinned: boolean) => Promise<void>;
  readonly remove: (entries: readonly HistoryEntry[]) => Promise<void>;
  /** The own tables of runs in History, on and off the screen; the runs stay. */
  readonly removeTables: () => Promise<void>;
  readonly removeDamaged: (damaged: DamagedEntry) => Promise<void>;
  /** All runs, and their own tables, as the text of a file; null: they cannot be read. */
  readonly exportAll: () => Promise<string | null>;
  readonly importFile: (text: string) => Promise<void>;
  readonly dismissNotice: () => void;
}

export type HistoryStore = StoreApi<HistoryState>;
