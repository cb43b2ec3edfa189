/** Reads the runs of each page, wherever they come from; none of them is put on screen. */
import type { HistoryPage } from '../../client/history/history-entry.ts';
import type { ReadRun } from '../../client/history/history-file.ts';
import { readRunRecord } from '../../client/read-run-record.ts';

/** What comes out is checked, and as it is kept. */
export function readRunOf(page: HistoryPage, value: unknown): ReadRun {
  if (page !== 'compare')
    return {
      run: null,
      problem: { path: 'page', message: 'Runs of this page cannot be read yet.' },
    };
  const { record, problem } = readRunRecord(value);
  return record ? { run: JSON.stringify(record), problem: null } : { run: null, problem };
}
