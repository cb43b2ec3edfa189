/** What a run took the place of where the browser is full, in words. */
import type { HistoryRow, Kept } from '../../client/history/history-row.ts';

/** Null: nothing had to go, and nothing was left out. */
export function roomText({ entry, table }: HistoryRow, kept: Kept): string | null {
  const { dropped, droppedTables, isWhole } = kept;
  const runs = dropped.map(({ name }) => name);
  const tables = droppedTables.map(({ fileName }) => fileName);
  const sentences = [
    ...(runs.length > 0
      ? [`For the new run the oldest in History made room: ${quoted(runs)}. What is pinned stays.`]
      : []),
    ...(tables.length > 0
      ? [
          `Own tables made room first: ${quoted(tables)}. A run on one of them asks for its file when it is opened.`,
        ]
      : []),
    ...(table && !isWhole
      ? [
          `“${entry.name}” is kept without its table: when that is gone, opening the run asks for the file “${table.fileName}”.`,
        ]
      : []),
  ];
  return sentences.length > 0 ? ['This browser has no room left.', ...sentences].join(' ') : null;
}

/** "“a”, “b”, “c” and 4 more" */
function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  const others = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return shown.join(', ') + others;
}
