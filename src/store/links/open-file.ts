/**
 * Reads a file that this page once exported, or any other, and puts what it holds on the page that it belongs to.
 * Fetched when a file is opened.
 */
import { isDeeperThan } from '../../base/is-deeper-than.ts';
import { count } from '../../base/text/figure-text.ts';
import { RecordError } from '../../client/checked-value.ts';
import { HISTORY_FORMAT } from '../../client/history/history-file.ts';
import { readRunRecord } from '../../client/read-run-record.ts';
import { keptTable } from '../../datasets/own/kept-tables.ts';
import { readTableRecipe } from '../../datasets/own/table/table-recipe.ts';
import type { TableRecipe } from '../../datasets/own/table/table-recipe.ts';
import { RUN_FORMAT } from '../../client/run-record.ts';
import { BIAS_VARIANCE_FORMAT } from '../../exports/bias-variance-json.ts';
import { SWEEP_FORMAT } from '../../exports/sweep-json.ts';
import { readBiasVariance, readSweep } from './open-plan.ts';
import type { Put } from './open-plan.ts';
import type { LinkOutcome, PageStores, RunTakers } from './open-in-page.ts';

/** Far more than anything that is exported here. */
const MOST_DEPTH = 30;

/**
 * Reading, checking and showing are a task each, so that the page can answer in between: of 10 MB about 50 ms each.
 * A worker would gain nothing: taking from it what it read takes as long as reading (docs/exports.md).
 */
export const LARGEST_FILE = 64 * 2 ** 20;

/** Checks it. Throws a `RecordError` where something is wrong with it; nothing is changed before it is put. */
type Reader = (value: Fields, name: string) => Put;
type Fields = Readonly<Record<string, unknown>>;

/** By what the file says it is. Another kind of file is a line here. */
const KINDS: Readonly<Record<string, Reader>> = {
  [RUN_FORMAT]: readRun,
  [SWEEP_FORMAT.name]: readSweep,
  [BIAS_VARIANCE_FORMAT.name]: readBiasVariance,
  [HISTORY_FORMAT]: () => {
    throw new RecordError('', 'it holds many runs: bring it in by “Import…” in History.');
  },
};

/** Nothing is changed where the outcome is a problem. */
export async function openFile(file: File, stores: PageStores): Promise<LinkOutcome> {
  if (file.size > LARGEST_FILE)
    return problem(
      file.name,
      `it has ${megabytes(file.size)}, and at most ${megabytes(LARGEST_FILE)} are read.`,
    );
  let text: string;
  try {
    text = await file.text();
  } catch {
    return problem(file.name, 'the browser could not read it. It may have been moved or changed.');
  }
  const parsed = parse(text);
  await nextTask();
  const checked = check(parsed, file.name);
  if (typeof checked !== 'function') return checked;
  await nextTask();
  return checked(stores);
}

export function openText(text: string, name: string, stores: RunTakers): LinkOutcome {
  const checked = check(parse(text), name);
  return typeof checked === 'function' ? checked(stores) : checked;
}

/** What is wrong with it, in a sentence; null: it could be opened. Nothing is put on screen. */
export function problemIn(text: string, name: string): string | null {
  const checked = check(parse(text), name);
  return typeof checked !== 'function' && checked.isProblem ? checked.message : null;
}

/** How it is put on its page; or why it is not. */
function check(parsed: Parsed, name: string): Put | LinkOutcome {
  if (typeof parsed === 'string') return problem(name, parsed);
  const { fields } = parsed;
  const read = readerOf(fields);
  if (typeof read === 'string') return problem(name, read);
  const table = readTableRecipe(fields['table']);
  if (read !== readRun && table && !keptTable(table.id)) return wants(table, name);
  try {
    return read(fields, name);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return problem(name, withPlace(error));
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Or what is wrong with it. */
type Parsed = { readonly fields: Fields } | string;

function parse(text: string): Parsed {
  // Some programs put a mark of the byte order first.
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return 'it is empty.';
  const other = otherExport(plain);
  if (other !== null) return other;
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch (error) {
    return error instanceof SyntaxError
      ? `it is no JSON${placeIn(plain, error)}. It may have been cut short or changed.`
      : 'it is nested too deeply.';
  }
  if (isDeeperThan(MOST_DEPTH, value)) return 'it is nested too deeply.';
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'it holds no run that was exported here.';
  return { fields: value as Fields };
}

const WHAT_IS_OPENED =
  'What is opened here are files of results in JSON: “Experiment and results”, “Plan and results as JSON”, or an exported History.';

/** Of text that does not begin as JSON: what it is then. Null: it does, or nobody knows. */
function otherExport(text: string): string | null {
  if (/^\s*[[{]/.test(text)) return null;
  if (text.includes('\0') || text.includes('\uFFFD'))
    return `it is no text, as weights and pictures are none. ${WHAT_IS_OPENED}`;
  if (/^\s*("{3}|import |from |#!)/.test(text)) return `it is a program. ${WHAT_IS_OPENED}`;
  const [line = ''] = text.trimStart().split(/\r?\n/, 1);
  if (/[,;\t]/.test(line))
    return `it looks like a table. ${WHAT_IS_OPENED} A table of your own is opened with “Own table…”.`;
  return null;
}

/** ", from character 4,000 on", where the browser says where; else how it begins. */
function placeIn(text: string, { message }: SyntaxError): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return `, from character ${count(Number(position) + 1)} on`;
  return `: it begins with “${text.trimStart().slice(0, 20)}”`;
}

function readerOf(fields: Fields): Reader | string {
  const { format } = fields;
  // A record as it is, without a word of what it is.
  if (format === undefined && 'lanes' in fields && 'experiment' in fields) return readRun;
  if ('nbformat' in fields) return `it is a notebook. ${WHAT_IS_OPENED}`;
  if (typeof format !== 'string')
    return 'it does not say what it is ("format"): it was not exported by this page.';
  const reader = Object.hasOwn(KINDS, format) ? KINDS[format] : undefined;
  return reader ?? `it is of the kind “${format.slice(0, 60)}”, which this page does not read.`;
}

function readRun(value: Fields, name: string): Put {
  const { record, problem: found } = readRunRecord(value);
  if (!record) throw new RecordError(found.path, found.message);
  return ({ playground }) => {
    playground.getState().showRecord(record, name.replace(/\.json$/i, ''));
    const { table } = record;
    if (table && !keptTable(table.id)) return shownWithout(table, name);
    // The page itself says what it shows, and leads back.
    return { page: 'compare', message: '', isProblem: false, undo: null };
  };
}

function shownWithout(table: TableRecipe, name: string): LinkOutcome {
  return {
    ...{ page: 'compare', isProblem: false, undo: null, wanted: table, isShown: true },
    message: `“${name.slice(0, 80)}” is on the own table “${table.fileName}”, which is not in this browser. All that was kept of the run is shown; to train with its settings, open its file.`,
  };
}

function withPlace({ message, path }: RecordError): string {
  return path === '' ? message : `${message.replace(/\.$/, '')} (at ${path}).`;
}

function problem(name: string, why: string): LinkOutcome {
  return {
    ...{ page: 'compare', isProblem: true, undo: null },
    message: `“${name.slice(0, 80)}” cannot be opened: ${why} Nothing was changed.`,
  };
}

/** All else is in the file. */
function wants(table: TableRecipe, name: string): LinkOutcome {
  return {
    ...{ page: 'compare', isProblem: false, undo: null, wanted: table },
    message: `“${name.slice(0, 80)}” is on the own table “${table.fileName}”, which is not in this browser. Open its file, and the run is shown with all that was kept of it. Until then the page shows what it showed before.`,
  };
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
