/**
 * What History knows of a kept run without reading it: enough to list, find and sort it. The run itself lies beside
 * it, as JSON: a RunRecord of Compare, or the file of results of another page.
 */
import { isRecord } from '../../base/is-record.ts';
import { RecordError, countAt, listAt, objectAt, shown, textAt } from '../checked-value.ts';

export const HISTORY_PAGES = ['compare', 'sweep', 'bias-variance'] as const;
export type HistoryPage = (typeof HISTORY_PAGES)[number];

export interface HistoryEntry {
  readonly id: string;
  readonly page: HistoryPage;
  readonly name: string;
  /** The user has named it: training it on leaves the name. */
  readonly isRenamed: boolean;
  /** Milliseconds since 1970; the last time, of a run that came out the same more than once. */
  readonly keptAt: number;
  /** It stays until it is deleted. */
  readonly isPinned: boolean;
  readonly dataset: EntryDataset;
  /** What was compared: the names of the arms, or what was varied. */
  readonly parts: readonly string[];
  /** What came out, in words: "Validation accuracy A 84.2 %, B 88.0 %". */
  readonly outcome: string;
  /** The check sum of settings and figures: equal runs are kept once. */
  readonly sum: string;
  /** Length of the run's JSON. */
  readonly size: number;
}

export interface EntryDataset {
  readonly id: string;
  /** "Digits 8×8"; the name of the file of an own table. */
  readonly label: string;
}

export const LONGEST_NAME = 120;
const MOST_PARTS = 24;

/** Throws a `RecordError` where it is none. Nothing but what is checked here is in the entry that comes out. */
export function readHistoryEntry(value: unknown): HistoryEntry {
  const entry = objectAt('', value, 'This is no entry of History: it is no object.');
  const page = HISTORY_PAGES.find((one) => one === entry['page']);
  if (!page) throw new RecordError('page', `There is no page ${shown(entry['page'])}.`);
  const dataset = objectAt('dataset', entry['dataset'], 'The entry does not name its data.');
  return {
    page,
    id: filledTextAt('id', entry['id']),
    name: filledTextAt('name', entry['name']).slice(0, LONGEST_NAME),
    isRenamed: entry['isRenamed'] === true,
    keptAt: dateAt('keptAt', entry['keptAt']),
    isPinned: entry['isPinned'] === true,
    dataset: {
      id: textAt('dataset.id', dataset['id']),
      label: textAt('dataset.label', dataset['label']),
    },
    parts: listAt('parts', entry['parts'], MOST_PARTS).map((part, index) =>
      textAt(`parts.${index}`, part),
    ),
    outcome: textAt('outcome', entry['outcome']),
    sum: textAt('sum', entry['sum']),
    size: countAt('size', entry['size']),
  };
}

/** The name of one that may be damaged, for a sentence. */
export function nameOfDamaged(value: unknown): string {
  const name = isRecord(value) ? value['name'] : null;
  return typeof name === 'string' && name !== '' ? name.slice(0, LONGEST_NAME) : 'A run';
}

function filledTextAt(path: string, value: unknown): string {
  const text = textAt(path, value);
  if (text.trim() === '') throw new RecordError(path, 'There is no text here.');
  return text;
}

/** The latest that a Date can be. */
const LATEST_MS = 8.64e15;

function dateAt(path: string, value: unknown): number {
  const date = countAt(path, value);
  if (date > LATEST_MS) throw new RecordError(path, `${shown(value)} is no date.`);
  return date;
}
