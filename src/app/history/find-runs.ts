/** Runs that have every word that is searched for, in their name or in what is said of them. */
import type { HistoryEntry } from '../../client/history/history-entry.ts';
import { pageLabel } from './entry-text.ts';

export function findRuns(
  entries: readonly HistoryEntry[],
  search: string,
): readonly HistoryEntry[] {
  const words = plain(search).split(' ').filter(Boolean);
  return entries.filter((entry) => {
    const { name, dataset, parts, outcome } = entry;
    const text = plain([name, pageLabel(entry), dataset.label, ...parts, outcome].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** As it is typed: without capitals, and with plain hyphens and spaces. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[–—−]/g, '-').replace(/\s+/g, ' ');
}
