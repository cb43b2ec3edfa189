/**
 * How a table was made from its file: enough to ask for the file by its name, and to make the same table of it again.
 * Links and files carry it in place of the table.
 */
import { isRecord } from '../../../base/is-record.ts';
import { isOwnTableId } from './own-table.ts';
import type { OwnTable, OwnTableId } from './own-table.ts';
import { COLUMN_USES, DELIMITERS } from './table-choices.ts';
import type { TableChoices, TableFormat } from './table-choices.ts';
import { TABLE_LIMITS } from './table-limits.ts';

export interface TableRecipe {
  readonly id: OwnTableId;
  readonly fileName: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the file. */
  readonly fileSum: string;
  readonly choices: TableChoices;
}

type RecipeSource = Pick<OwnTable, 'id' | 'fileName' | 'fileSum' | 'choices'>;

const SUM_DIGITS = 16;
const LONGEST_NAME = 200;
const MOST_SKIPPED_LINES = 1_000;
const MOST_MARKS = 20;

/** Without what else is known of it. */
export function recipeOf({ id, fileName, fileSum, choices = {} }: RecipeSource): TableRecipe {
  return {
    ...{ id, choices },
    fileName: fileName.slice(0, LONGEST_NAME),
    fileSum: fileSum.slice(0, SUM_DIGITS),
  };
}

/** Null: it is none. Choices that cannot be are left out: the table that comes of the others is known by its id. */
export function readTableRecipe(value: unknown): TableRecipe | null {
  if (!isRecord(value)) return null;
  const { id, fileName, fileSum, choices } = value;
  if (typeof id !== 'string' || !isOwnTableId(id)) return null;
  if (!isText(fileName) || !isText(fileSum)) return null;
  return { id, fileName, fileSum, choices: isRecord(choices) ? choicesIn(choices) : {} };
}

function choicesIn({
  format,
  target,
  task,
  oneAgainstRest,
  uses,
}: Record<string, unknown>): TableChoices {
  const knownUse = (use: unknown) => COLUMN_USES.find(({ value }) => value === use)?.value ?? null;
  return {
    ...(isRecord(format) && { format: formatIn(format) }),
    ...(isCount(target, TABLE_LIMITS.columns) && { target }),
    ...((task === 'classes' || task === 'values') && { task }),
    ...(isText(oneAgainstRest) && { oneAgainstRest }),
    ...(Array.isArray(uses) && { uses: uses.slice(0, TABLE_LIMITS.columns).map(knownUse) }),
  };
}

function formatIn({
  delimiter,
  decimal,
  hasHeader,
  skippedLines,
  missingMarks,
}: Record<string, unknown>): Partial<TableFormat> {
  const known = DELIMITERS.find(({ value }) => value === delimiter);
  return {
    ...(known && { delimiter: known.value }),
    ...((decimal === '.' || decimal === ',') && { decimal }),
    ...(typeof hasHeader === 'boolean' && { hasHeader }),
    ...(isCount(skippedLines, MOST_SKIPPED_LINES) && { skippedLines }),
    ...(Array.isArray(missingMarks) && {
      missingMarks: missingMarks.filter(isText).slice(0, MOST_MARKS),
    }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME;
}

function isCount(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}
