/**
 * History as one file, and back: every run with what is listed of it, and the own tables that runs are on, but for
 * large ones.
 */
import { isRecord } from '../../base/is-record.ts';
import type { OwnTable } from '../../datasets/own/table/own-table.ts';
import { readWrittenTable, writtenTable } from '../../datasets/own/table/written-table.ts';
import type { Problem } from '../../settings/settings.ts';
import { RecordError } from '../checked-value.ts';
import { nameOfDamaged, readHistoryEntry } from './history-entry.ts';
import type { HistoryEntry } from './history-entry.ts';
import type { HistoryRow } from './history-row.ts';

/** What such a file says that it is. */
export const HISTORY_FORMAT = 'regularization-playground/history';
const VERSION = 1;
const MOST_RUNS = 10_000;
/** Of numbers in a table that goes into the file, and in all of them: text takes a third more. */
const MOST_TABLE_BYTES = 8 * 2 ** 20;
const MOST_BYTES = 40 * 2 ** 20;

export interface MadeHistoryFile {
  readonly text: string;
  readonly tables: readonly OwnTable[];
  /** Tables that are too large for it. */
  readonly leftOut: readonly OwnTable[];
}

/** Runs are JSON already and go in as they are. */
export function historyFile(rows: readonly HistoryRow[]): MadeHistoryFile {
  const runs = rows.map(({ entry, run }) => `{"entry":${JSON.stringify(entry)},"run":${run}}`);
  const { tables, leftOut } = tablesFor(rows);
  const written = tables.map((table) => JSON.stringify(writtenTable(table)));
  const head = `{"format":"${HISTORY_FORMAT}","version":${VERSION}`;
  const text = `${head},"tables":[${written.join(',\n')}],"runs":[\n${runs.join(',\n')}\n]}\n`;
  return { text, tables, leftOut };
}

/** Those of the first runs first, each once. */
function tablesFor(rows: readonly HistoryRow[]): Omit<MadeHistoryFile, 'text'> {
  const all = new Map(rows.flatMap(({ table }) => (table ? [[table.id, table] as const] : [])));
  const tables: OwnTable[] = [];
  const leftOut: OwnTable[] = [];
  let bytes = 0;
  for (const table of all.values()) {
    const size = bytesOf(table);
    const fits = size <= MOST_TABLE_BYTES && bytes + size <= MOST_BYTES;
    (fits ? tables : leftOut).push(table);
    if (fits) bytes += size;
  }
  return { tables, leftOut };
}

function bytesOf({ features, targets, firstEqual }: OwnTable): number {
  return features.byteLength + targets.byteLength + firstEqual.byteLength;
}

/** What is wrong with a run, in a sentence; null: it can be opened. */
export type RunCheck = (run: string, entry: HistoryEntry) => string | null;

export interface ReadHistoryFile {
  readonly rows: readonly HistoryRow[];
  /** "“Dropout on digits”: …" */
  readonly refused: readonly string[];
  /** Why nothing of it can be read; null: it is such a file. */
  readonly problem: string | null;
}

export function readHistoryFile(text: string, check: RunCheck): ReadHistoryFile {
  const file = parsed(text);
  if (file === undefined) return refusedFile('This file is no JSON.');
  if (!isRecord(file) || file['format'] !== HISTORY_FORMAT)
    return refusedFile('This file does not hold a history of this page.');
  if (file['version'] !== VERSION)
    return refusedFile(`This history is of another version; this page reads version ${VERSION}.`);
  const runs = file['runs'];
  if (!Array.isArray(runs) || runs.length > MOST_RUNS)
    return refusedFile('This history is damaged: it has no list of runs, or too long a one.');
  const tables = tablesIn(file['tables']);
  const rows: HistoryRow[] = [];
  const refused: string[] = [];
  runs.forEach((row: unknown, index) => {
    const read = readRow(row, check);
    if (typeof read === 'string')
      refused.push(`Run ${index + 1} (${nameOfDamaged(isRecord(row) && row['entry'])}): ${read}`);
    else rows.push({ ...read, table: tables.get(read.entry.dataset.id) });
  });
  return { rows, refused, problem: null };
}

/** By their ids. A damaged one is as one that was left out: its runs ask for its file. */
function tablesIn(value: unknown): ReadonlyMap<string, OwnTable> {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_RUNS) : [];
  return new Map(
    list.flatMap((one) => {
      const table = readWrittenTable(one);
      return table ? [[table.id, table] as const] : [];
    }),
  );
}

/** Or what is wrong with it. */
function readRow(row: unknown, check: RunCheck): HistoryRow | string {
  try {
    const { entry: listed, run: value } = isRecord(row) ? row : {};
    const entry = readHistoryEntry(listed);
    const run = JSON.stringify(value ?? null);
    return check(run, entry) ?? { entry: { ...entry, size: run.length }, run };
  } catch (error) {
    if (error instanceof RecordError) return sentenceOf(error);
    // JSON that is nested deeper than any run.
    if (error instanceof RangeError) return 'It is nested too deeply to be a run.';
    throw error;
  }
}

/** "A figure is missing. (lanes.3.rows.12)" */
export function sentenceOf({ path, message }: Problem): string {
  return path === '' ? message : `${message} (${path})`;
}

function refusedFile(problem: string): ReadHistoryFile {
  return { rows: [], refused: [], problem };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
