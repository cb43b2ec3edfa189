/** Runs of a file beside those that are there: none of these is overwritten, and none has to go. */
import { countOf } from '../../base/text/count-of.ts';
import type { HistoryEntry } from '../../client/history/history-entry.ts';
import type { ReadHistoryFile } from '../../client/history/history-file.ts';
import type { HistoryRow } from '../../client/history/history-row.ts';
import { MOST_UNPINNED } from '../../client/history/kept-number.ts';
import { newId } from './new-id.ts';

interface MergedHistory {
  readonly rows: readonly HistoryRow[];
  /** What came of it, in words. */
  readonly message: string;
}

export function mergeHistory(
  { rows, refused }: Pick<ReadHistoryFile, 'rows' | 'refused'>,
  entries: readonly HistoryEntry[],
): MergedHistory {
  const known = new Set(entries.map(({ sum }) => sum));
  const fresh = rows.filter(({ entry: { sum } }) => {
    if (known.has(sum)) return false;
    known.add(sum);
    return true;
  });
  const added = withRoom(fresh, entries);
  const pinned = added.filter(
    ({ entry }, index) => entry.isPinned && !fresh[index]?.entry.isPinned,
  );
  const counts = { fresh: fresh.length, known: rows.length - fresh.length, pinned: pinned.length };
  return { rows: added, message: importText(counts, refused) };
}

/** Under ids of their own. Those that would be too many are pinned. */
function withRoom(
  rows: readonly HistoryRow[],
  entries: readonly HistoryEntry[],
): readonly HistoryRow[] {
  const ids = new Set(entries.map(({ id }) => id));
  let free = MOST_UNPINNED - entries.filter(({ isPinned }) => !isPinned).length;
  return rows.map(({ entry, ...row }) => {
    const isPinned = entry.isPinned || free <= 0;
    if (!isPinned) free -= 1;
    const id = ids.has(entry.id) ? newId() : entry.id;
    ids.add(id);
    return { ...row, entry: { ...entry, id, isPinned } };
  });
}

interface Counts {
  readonly fresh: number;
  readonly known: number;
  readonly pinned: number;
}

/** "12 runs came in; 3 were there already; 1 was refused. Run 4 (…): …" */
function importText({ fresh, known, pinned }: Counts, refused: readonly string[]): string {
  const were = (count: number) => `${count} ${count === 1 ? 'was' : 'were'}`;
  const parts = [
    `${fresh === 0 ? 'No run' : countOf(fresh, 'runs')} came in`,
    ...(known > 0 ? [`${were(known)} there already`] : []),
    ...(pinned > 0 ? [`${were(pinned)} pinned, so that no other has to go`] : []),
    ...(refused.length > 0 ? [`${were(refused.length)} refused`] : []),
  ];
  return [`${parts.join('; ')}.`, ...refused.slice(0, MOST_REASONS)].join(' ');
}

const MOST_REASONS = 3;
