/** Which runs and own tables make room for a new one: the oldest, and of runs none that is pinned. */
import type { HistoryEntry } from './history-entry.ts';

/** Of those that are not pinned. */
export const MOST_UNPINNED = 50;

/** Those that are too many once `added` more come, the oldest first. */
export function tooMany(entries: readonly HistoryEntry[], added: number): readonly HistoryEntry[] {
  const unpinned = oldestUnpinned(entries);
  return unpinned.slice(0, Math.max(0, unpinned.length + added - MOST_UNPINNED));
}

/** The fewest of the oldest that leave at least this much room, in characters; all of them, where they leave less. */
export function roomFor(entries: readonly HistoryEntry[], size: number): readonly HistoryEntry[] {
  const dropped: HistoryEntry[] = [];
  let room = 0;
  for (const entry of oldestUnpinned(entries)) {
    if (room >= size) break;
    dropped.push(entry);
    room += entry.size;
  }
  return dropped;
}

function oldestUnpinned(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return entries.filter(({ isPinned }) => !isPinned).toSorted((a, b) => a.keptAt - b.keptAt);
}

/** Own tables that are kept, those of the oldest runs first: of a table of several the newest counts. */
export interface TableOrder {
  /** Of no pinned run. */
  readonly unpinned: readonly string[];
  readonly pinned: readonly string[];
}

export function tableOrder(
  entries: readonly HistoryEntry[],
  tables: readonly string[],
): TableOrder {
  const uses = (id: string) => entries.filter(({ dataset }) => dataset.id === id);
  const lastUse = (id: string) => Math.max(0, ...uses(id).map(({ keptAt }) => keptAt));
  const isPinned = (id: string) => uses(id).some((entry) => entry.isPinned);
  const ordered = tables.toSorted((a, b) => lastUse(a) - lastUse(b));
  return { unpinned: ordered.filter((id) => !isPinned(id)), pinned: ordered.filter(isPinned) };
}
