/** How a kept run is written in its row. */
import type { HistoryEntry, HistoryPage } from '../../client/history/history-entry.ts';

const LABELS: Readonly<Record<HistoryPage, string>> = {
  ...{ compare: 'Compare', sweep: 'Sweep', 'bias-variance': 'Bias–variance' },
};

export function pageLabel({ page }: Pick<HistoryEntry, 'page'>): string {
  return LABELS[page];
}

/** "today, 14:05", "yesterday, 09:30", "29 November 2026, 12:00", in the user's own time. */
export function whenText(keptAt: number, now: number): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(keptAt);
  const days = Math.round((startOfDay(now) - startOfDay(keptAt)) / DAY_MS);
  if (days === 0) return `today, ${time}`;
  if (days === 1) return `yesterday, ${time}`;
  return `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(keptAt)}, ${time}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

function startOfDay(at: number): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

/** "340 kB", "1.2 MB" */
export function sizeText(characters: number): string {
  const kilobytes = characters / 1000;
  if (kilobytes < 1) return 'less than 1 kB';
  return kilobytes < 1000 ? `${Math.round(kilobytes)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}
