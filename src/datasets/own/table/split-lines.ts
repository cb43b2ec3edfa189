/** Text cut into rows of cells, each with the number of the line that it begins in. */
import Papa from 'papaparse';
import type { Delimiter } from './table-choices.ts';

export interface CutRow {
  readonly cells: readonly string[];
  /** From 1. */
  readonly line: number;
}

export interface CutText {
  readonly rows: readonly CutRow[];
  /** The line of a quote that is never closed: nothing can be read from there on. */
  readonly openQuoteLine: number | null;
}

export interface CutOptions {
  readonly delimiter: Delimiter;
  readonly quote?: '"' | "'";
  /** Absent: all. */
  readonly mostRows?: number;
  /** Told now and then: the share that has been read. */
  readonly onProgress?: (share: number) => void;
}

/** Empty lines are no rows. */
export function cutText(text: string, options: CutOptions): CutText {
  return options.delimiter === 'spaces'
    ? cutAtSpaces(text, options)
    : cutAtDelimiter(text, options.delimiter, options);
}

const PROGRESS_ROWS = 2000;

function cutAtDelimiter(
  text: string,
  delimiter: string,
  { quote = '"', mostRows = Infinity, onProgress }: CutOptions,
): CutText {
  const rows: CutRow[] = [];
  let openQuoteLine: number | null = null;
  const lines = lineCounter(text);
  let start = 0;
  Papa.parse<string[]>(text, {
    header: false,
    delimiter,
    quoteChar: quote,
    escapeChar: quote === "'" ? '\\' : '"',
    step: ({ data, errors, meta }, parser) => {
      const line = lines(start);
      start = meta.cursor;
      if (errors.some(({ code }) => code === 'MissingQuotes')) {
        openQuoteLine = line;
        return;
      }
      if (!isBlank(data)) rows.push({ cells: data, line });
      if (rows.length >= mostRows) parser.abort();
      if (rows.length % PROGRESS_ROWS === 0) onProgress?.(start / text.length);
    },
  });
  return { rows, openQuoteLine };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === '';
}

/** The line of a place in the text, from 1; places are asked for in ascending order. */
function lineCounter(text: string): (place: number) => number {
  const lineBreak = /\r\n|\n|\r/g;
  let line = 1;
  let next = lineBreak.exec(text);
  return (place) => {
    while (next && next.index + next[0].length <= place) {
      line += 1;
      next = lineBreak.exec(text);
    }
    return line;
  };
}

/** A quote holds spaces together where a cell begins with one. */
const CELL = /"((?:[^"]|"")*)"(?=\s|$)|(\S+)/g;

function cutAtSpaces(text: string, { mostRows = Infinity, onProgress }: CutOptions): CutText {
  const rows: CutRow[] = [];
  let line = 0;
  for (const content of text.split(/\r\n|\n|\r/)) {
    line += 1;
    if (content.trim() === '') continue;
    const cells = Array.from(content.matchAll(CELL), ([, quoted, plain = '']) =>
      quoted === undefined ? plain : quoted.replaceAll('""', '"'),
    );
    rows.push({ cells, line });
    if (rows.length >= mostRows) break;
    if (rows.length % PROGRESS_ROWS === 0) onProgress?.(0.5);
  }
  return { rows, openQuoteLine: null };
}
