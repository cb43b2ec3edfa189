/** What is known of an own table without its rows: enough to show a run on it. */
import { isRecord } from '../../../base/is-record.ts';
import type { OwnTable } from './own-table.ts';
import { TABLE_LIMITS } from './table-limits.ts';
import { readTableRecipe, recipeOf } from './table-recipe.ts';
import type { TableRecipe } from './table-recipe.ts';

type TableWords = Pick<OwnTable, 'targetName' | 'classNames' | 'inputs' | 'rowCount'>;

/** And how it is made of its file. */
export type TableFacts = TableRecipe & TableWords;

export function factsOf(table: OwnTable): TableFacts {
  const { targetName, classNames, inputs, rowCount } = table;
  return { ...recipeOf(table), targetName, classNames, inputs, rowCount };
}

/** Null: they are none. */
export function readTableFacts(value: unknown): TableFacts | null {
  const recipe = readTableRecipe(value);
  const words = isRecord(value) ? tableWordsIn(value) : null;
  return recipe && words && { ...recipe, ...words };
}

const MOST_CLASSES = 1_000;
const LONGEST_NAME = 1_000;

export function tableWordsIn(value: Readonly<Record<string, unknown>>): TableWords | null {
  const { classNames, targetName, rowCount } = value;
  const inputs = inputsIn(value['inputs']);
  if (!inputs || !isName(targetName) || !isRowCount(rowCount)) return null;
  if (!Array.isArray(classNames) || classNames.length > MOST_CLASSES || !classNames.every(isName))
    return null;
  return { classNames, targetName, rowCount, inputs };
}

function inputsIn(value: unknown): OwnTable['inputs'] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > TABLE_LIMITS.values)
    return null;
  const inputs: OwnTable['inputs'][number][] = [];
  for (const input of value as readonly unknown[]) {
    if (!isRecord(input)) return null;
    const { name, isNumber } = input;
    if (!isName(name) || typeof isNumber !== 'boolean') return null;
    inputs.push({ name, isNumber });
  }
  return inputs;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME;
}

function isRowCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= TABLE_LIMITS.rows;
}
