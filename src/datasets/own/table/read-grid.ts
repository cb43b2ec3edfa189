/** The cells of a table: rows of one length, with names for their columns, and the lines that are no such row. */
import { countOf } from '../../../base/text/count-of.ts';
import { withCommas } from '../../../base/text/with-commas.ts';
import { decodeText } from './decode-text.ts';
import type { DecodedText } from './decode-text.ts';
import { commonestLength, guessDecimal, guessDelimiter, guessLines } from './guess-format.ts';
import { isArff, readArff } from './read-arff.ts';
import { cutText } from './split-lines.ts';
import type { CutRow, CutText } from './split-lines.ts';
import { USUAL_MISSING_MARKS } from './table-choices.ts';
import type { TableFormat } from './table-choices.ts';
import { TableError } from './table-error.ts';
import { TABLE_LIMITS } from './table-limits.ts';

export interface BadRow {
  /** From 1; with `reason` a whole sentence. */
  readonly line: number;
  readonly reason: string;
}

export interface Grid {
  readonly encoding: DecodedText['encoding'];
  readonly isArff: boolean;
  readonly format: TableFormat;
  readonly names: readonly string[];
  /** All of as many cells as there are names, without spaces around them. */
  readonly rows: readonly (readonly string[])[];
  /** [row] */
  readonly lines: Int32Array;
  /** The first of them … */
  readonly badRows: readonly BadRow[];
  /** … and how many there are. */
  readonly badRowCount: number;
}

const MOST_BAD_ROWS = 100;

/** Throws a `TableError` for what is no table, or too large a one. */
export function readGrid(
  bytes: Uint8Array,
  given: Partial<TableFormat> = {},
  onProgress: (share: number) => void = () => undefined,
): Grid {
  if (bytes.length > TABLE_LIMITS.bytes)
    throw new TableError(
      `The file has ${withCommas(Math.ceil(bytes.length / 1048576))} MB; at most ${TABLE_LIMITS.bytes / 1048576} MB are read.`,
    );
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') throw new TableError('There is nothing in this file.');
  if (text.includes('\0'))
    throw new TableError(
      `This is no text: a zero byte stands in line ${lineOf(text, text.indexOf('\0'))}.`,
    );
  const cut = isArff(text) ? cutArff(text, given, onProgress) : cutPlain(text, given, onProgress);
  return { encoding, ...fitRows(cut) };
}

function lineOf(text: string, place: number): number {
  return text.slice(0, place).split(/\r\n|\n|\r/).length;
}

interface CutTable extends CutText {
  readonly isArff: boolean;
  readonly format: TableFormat;
  /** Null: in the first row, or nowhere. */
  readonly names: readonly string[] | null;
}

function cutArff(
  text: string,
  given: Partial<TableFormat>,
  onProgress: (share: number) => void,
): CutTable {
  const { names, body, bodyLine, quote } = readArff(text);
  const { delimiter = body.includes(',') ? ',' : 'spaces', missingMarks = USUAL_MISSING_MARKS } =
    given;
  const cut = cutText(body, { delimiter, quote, onProgress });
  return {
    rows: cut.rows.map(({ cells, line }) => ({ cells, line: line + bodyLine })),
    openQuoteLine: cut.openQuoteLine === null ? null : cut.openQuoteLine + bodyLine,
    ...{ isArff: true, names },
    format: { delimiter, decimal: '.', hasHeader: true, skippedLines: 0, missingMarks },
  };
}

function cutPlain(
  text: string,
  given: Partial<TableFormat>,
  onProgress: (share: number) => void,
): CutTable {
  const { delimiter = guessDelimiter(text), missingMarks = USUAL_MISSING_MARKS } = given;
  const cut = cutText(text, { delimiter, onProgress });
  const { decimal = guessDecimal(cut.rows, delimiter) } = given;
  const guessed = guessLines(cut.rows, decimal);
  const { skippedLines = guessed.skippedLines } = given;
  const lines = skippedLines === guessed.skippedLines ? guessed : null;
  const { hasHeader = lines?.hasHeader ?? true } = given;
  const format = { delimiter, decimal, hasHeader, skippedLines, missingMarks };
  return { ...cut, rows: cut.rows.slice(skippedLines), isArff: false, names: null, format };
}

function fitRows({ rows: all, names: given, format, isArff: ofArff, openQuoteLine }: CutTable) {
  const isNamed = format.hasHeader && given === null;
  const header = given ?? (isNamed ? (all[0]?.cells ?? []) : null);
  const rows = isNamed ? all.slice(1) : all;
  const width = given?.length ?? widthOf(rows, header);
  if (width > TABLE_LIMITS.columns)
    throw new TableError(
      `The table has ${countOf(width, 'columns')}; at most ${withCommas(TABLE_LIMITS.columns)} are read.`,
    );
  const fitting = rows.filter(({ cells }) => cells.length === width);
  if (fitting.length > TABLE_LIMITS.rows)
    throw new TableError(
      `The table has ${countOf(fitting.length, 'rows')}; at most ${withCommas(TABLE_LIMITS.rows)} are read.`,
    );
  const bad = rows.filter(({ cells }) => cells.length !== width);
  const badRows = bad.slice(0, MOST_BAD_ROWS).map((row) => badRowOf(row, width));
  if (openQuoteLine !== null)
    badRows.unshift({
      line: openQuoteLine,
      reason: `A quotation mark in the row of line ${openQuoteLine} is never closed: nothing was read from there on.`,
    });
  return {
    ...{ isArff: ofArff, format, badRows },
    names: columnNames(header, width),
    rows: fitting.map(({ cells }) => cells.map((cell) => cell.trim())),
    lines: Int32Array.from(fitting, ({ line }) => line),
    badRowCount: bad.length + (openQuoteLine === null ? 0 : 1),
  };
}

function badRowOf({ cells, line }: CutRow, width: number): BadRow {
  return {
    line,
    reason: `Line ${line} has ${countOf(cells.length, 'cells')}, not ${withCommas(width)}.`,
  };
}

/** As most rows have it; a header without rows stands for itself. */
function widthOf(rows: readonly CutRow[], header: readonly string[] | null): number {
  return rows.length === 0 ? (header?.length ?? 0) : commonestLength(rows);
}

/** All different, and none empty. A header that is one cell short has none for the first column. */
function columnNames(header: readonly string[] | null, width: number): string[] {
  const cells = header?.length === width - 1 ? ['', ...header] : (header ?? []);
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const plain = cells[column]?.trim().replaceAll(/\s+/g, ' ') ?? '';
    const base = plain === '' ? `column ${column + 1}` : plain;
    let name = base;
    for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy})`;
    taken.add(name);
    return name;
  });
}
