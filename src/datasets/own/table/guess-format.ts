/** What the text of a table is like, from its first rows: where cells end, how decimals are written, its header. */
import { cutText } from './split-lines.ts';
import type { CutRow } from './split-lines.ts';
import { DELIMITERS, USUAL_MISSING_MARKS } from './table-choices.ts';
import type { Delimiter, TableFormat } from './table-choices.ts';
import { readNumber } from './read-number.ts';

const SAMPLE_ROWS = 200;
const SAMPLE_CHARACTERS = 400_000;
/** In which one is believed where two part the rows equally well. */
const PREFERENCE: readonly Delimiter[] = ['\t', ';', ',', '|', 'spaces'];

/** Of the delimiter that parts most rows into the same number of cells, two at least. */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const told = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  const known = DELIMITERS.find(({ value }) => value === told);
  if (known) return known.value;
  let best: Candidate = { delimiter: ',', share: 0, columns: 1 };
  for (const delimiter of PREFERENCE) {
    const candidate = judge(sample, delimiter);
    if (isBetter(candidate, best)) best = candidate;
  }
  return best.delimiter;
}

interface Candidate {
  readonly delimiter: Delimiter;
  /** Of the rows that have the commonest number of cells. */
  readonly share: number;
  readonly columns: number;
}

/** Spaces part at tabs too: they win over tabs where they find more in each row, as evenly. */
function isBetter(one: Candidate, best: Candidate): boolean {
  if (one.columns < 2) return false;
  if (one.delimiter === 'spaces' && best.delimiter === '\t')
    return one.share >= best.share - 0.02 && one.columns > best.columns;
  return one.share > best.share + 0.001;
}

function judge(sample: string, delimiter: Delimiter): Candidate {
  const { rows } = cutText(sample, { delimiter, mostRows: SAMPLE_ROWS });
  const columns = commonestLength(rows);
  const fitting = rows.filter(({ cells }) => cells.length === columns).length;
  return { delimiter, columns, share: rows.length === 0 ? 0 : fitting / rows.length };
}

/** The number of cells that most rows have; of equally common ones the larger. */
export function commonestLength(rows: readonly CutRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let [columns, most] = [0, 0];
  for (const [length, count] of counts)
    if (count > most || (count === most && length > columns)) [columns, most] = [length, count];
  return columns;
}

/** Decimal commas where cells are commoner that only so are numbers than those with a point. */
export function guessDecimal(rows: readonly CutRow[], delimiter: Delimiter): '.' | ',' {
  if (delimiter === ',') return '.';
  let [commas, points] = [0, 0];
  for (const { cells } of rows.slice(0, SAMPLE_ROWS))
    for (const cell of cells) {
      if (/^\s*[+-]?\d+,\d+\s*$/.test(cell)) commas += 1;
      else if (/^\s*[+-]?\d+\.\d+\s*$/.test(cell)) points += 1;
    }
  return commas > points ? ',' : '.';
}

type Lines = Pick<TableFormat, 'hasHeader' | 'skippedLines'>;

export function guessLines(rows: readonly CutRow[], decimal: '.' | ','): Lines {
  const [first] = rows;
  const isTold = first !== undefined && /^sep=.?$/i.test(first.cells.join('').trim());
  const skippedLines = isTold || isLineOfCounts(rows) ? 1 : 0;
  return { skippedLines, hasHeader: isHeader(rows.slice(skippedLines), decimal) };
}

/** As scikit-learn writes it: the number of rows, and that of the columns besides the target. */
function isLineOfCounts(rows: readonly CutRow[]): boolean {
  const [first, second] = rows;
  if (!first || !second) return false;
  const [count, columns] = first.cells.map(Number);
  const rest = rows.length - 1;
  const width = second.cells.length;
  return (
    (count === rest || count === rest - 1) &&
    (columns === width || columns === width - 1) &&
    width > 1
  );
}

/** Words over numbers; where no column has numbers, words that no other row has. */
function isHeader(rows: readonly CutRow[], decimal: '.' | ','): boolean {
  const [first, ...others] = rows.slice(0, SAMPLE_ROWS);
  if (!first || others.length === 0) return false;
  const missing: ReadonlySet<string> = new Set(USUAL_MISSING_MARKS);
  const isNumber = (cell: string) => !Number.isNaN(readNumber(cell.trim(), decimal));
  // A header may be one cell short: the first column then has none.
  const shift = commonestLength(others) - first.cells.length === 1 ? 1 : 0;
  let [wordsOverNumbers, numbersOverNumbers, newWords] = [0, 0, 0];
  first.cells.forEach((cell, column) => {
    const below = others.map(({ cells }) => cells[column + shift]?.trim() ?? '');
    const known = below.filter((value) => !missing.has(value));
    const name = cell.trim();
    if (known.length > 0 && known.filter(isNumber).length >= 0.8 * known.length) {
      if (isNumber(name)) numbersOverNumbers += 1;
      else if (name !== '' && !missing.has(name)) wordsOverNumbers += 1;
    } else if (name !== '' && !isNumber(name) && !below.includes(name)) newWords += 1;
  });
  if (wordsOverNumbers + numbersOverNumbers > 0) return wordsOverNumbers > numbersOverNumbers;
  return newWords === first.cells.length;
}
