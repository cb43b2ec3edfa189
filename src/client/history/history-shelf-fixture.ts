/** For tests: a shelf in memory, whose browser can be made to refuse. */
import type { HistoryEntry } from './history-entry.ts';
import type { DamagedEntry, HistoryRow } from './history-row.ts';
import type { HistoryShelf } from './history-shelf.ts';

export interface MemoryHistoryShelf extends HistoryShelf {
  readonly rows: Map<string, HistoryRow>;
  readonly damaged: DamagedEntry[];
  /** What the browser throws from now on; null: nothing. */
  refuse: (error: Error | null) => void;
  /** As another tab does. */
  readonly tellChange: () => void;
}

export function memoryHistoryShelf(): MemoryHistoryShelf {
  const rows = new Map<string, HistoryRow>();
  const damaged: DamagedEntry[] = [];
  const listeners: (() => void)[] = [];
  let refusal: Error | null = null;
  const whenAllowed = async <Result>(act: () => Result): Promise<Result> => {
    if (refusal) throw refusal;
    return act();
  };
  return {
    ...{ rows, damaged },
    refuse: (error) => {
      refusal = error;
    },
    tellChange: () => listeners.forEach((listener) => listener()),
    list: () =>
      whenAllowed(() => ({
        entries: [...rows.values()]
          .map(({ entry }) => entry)
          .toSorted((a, b) => b.keptAt - a.keptAt),
        damaged: [...damaged],
        tables: [...rows.values()].flatMap(({ table }) => (table ? [table.id] : [])),
      })),
    read: (id) => whenAllowed(() => rows.get(id)?.run ?? null),
    readTable: (id) =>
      whenAllowed(() => [...rows.values()].find(({ table }) => table?.id === id)?.table ?? null),
    keep: (row) =>
      whenAllowed(() => {
        rows.set(row.entry.id, row);
        return { id: row.entry.id, dropped: [], droppedTables: [], isWhole: true };
      }),
    add: (added) => whenAllowed(() => added.forEach((row) => rows.set(row.entry.id, row))),
    addTable: (table) =>
      whenAllowed(() =>
        rows.forEach((row, id) => {
          if (row.entry.dataset.id === table.id) rows.set(id, { ...row, table });
        }),
      ),
    change: (id, change) =>
      whenAllowed(() => {
        const row = rows.get(id);
        if (row) rows.set(id, { ...row, entry: { ...row.entry, ...change } });
      }),
    remove: (ids) => whenAllowed(() => ids.forEach((id) => rows.delete(id))),
    removeTables: () =>
      whenAllowed(() => rows.forEach(({ table: _, ...row }, id) => rows.set(id, row))),
    onChange: (listener) => listeners.push(listener),
  };
}

export function historyEntry(changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    ...{ id: 'a', page: 'compare', name: 'Dropout on digits', isRenamed: false },
    ...{ keptAt: Date.UTC(2026, 10, 29, 12), isPinned: false },
    dataset: { id: 'digits', label: 'Digits 8x8' },
    parts: ['A · Plain', 'B · Dropout 0.5'],
    outcome: 'Validation accuracy A 84.2 %, B 88.0 % after 50 epochs',
    ...{ sum: changes.id ?? 'a', size: 2 },
    ...changes,
  };
}
