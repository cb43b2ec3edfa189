/** A run that has finished, as it is to be kept. */
import type { HistoryEntry } from '../../client/history/history-entry.ts';

export interface RunDraft extends Pick<
  HistoryEntry,
  'page' | 'name' | 'dataset' | 'parts' | 'outcome' | 'sum'
> {
  /** Under which it was kept before; null: it is another run. */
  readonly id: string | null;
  readonly run: string;
}
