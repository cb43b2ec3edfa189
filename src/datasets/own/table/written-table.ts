/** An own table as JSON holds it, every bit of its numbers, and back. */
import { floatText, floatsIn } from '../../../base/float-text.ts';
import { isRecord } from '../../../base/is-record.ts';
import { tableIdOf } from './own-table.ts';
import type { OwnTable, TableContent } from './own-table.ts';
import { TABLE_LIMITS } from './table-limits.ts';
import { readTableRecipe, recipeOf } from './table-recipe.ts';

/** How its file is read is not in it: nothing could vouch for that, as the check sum does for all that trains. */
export function writtenTable({
  reading: _,
  ...table
}: OwnTable): Readonly<Record<string, unknown>> {
  const { features, targets, firstEqual } = table;
  return {
    ...table,
    fileName: recipeOf(table).fileName,
    ...{ features: floatText(features), targets: floatText(targets) },
    // Row numbers, which single precision holds.
    firstEqual: floatText(Float32Array.from(firstEqual)),
  };
}

/** Null: it is none, or its numbers are not those that its check sum names. */
export function readWrittenTable(value: unknown): OwnTable | null {
  const recipe = readTableRecipe(value);
  const content = isRecord(value) ? contentIn(value) : null;
  if (!recipe || !content || !isRecord(value) || tableIdOf(content) !== recipe.id) return null;
  const { id, fileName, choices } = recipe;
  return { ...{ id, fileName, choices, fileSum: String(value['fileSum']) }, ...content };
}

const MOST_CLASSES = 1_000;
const LONGEST_NAME = 1_000;

function contentIn(value: Readonly<Record<string, unknown>>): TableContent | null {
  const { classNames, targetName, rowCount } = value;
  const features = floatsIn(value['features']);
  const targets = floatsIn(value['targets']);
  const firstEqual = floatsIn(value['firstEqual']);
  const inputs = inputsIn(value['inputs']);
  if (!features || !targets || !firstEqual || !inputs) return null;
  if (!isName(targetName) || !isRowCount(rowCount)) return null;
  if (!Array.isArray(classNames) || classNames.length > MOST_CLASSES || !classNames.every(isName))
    return null;
  const isWhole =
    features.length === rowCount * inputs.length &&
    targets.length === rowCount &&
    firstEqual.length === rowCount;
  if (!isWhole || !firstEqual.every((row) => Number.isInteger(row) && row >= 0 && row < rowCount))
    return null;
  const isClass = (target: number) => Number.isInteger(target) && target in classNames;
  if (!targets.every(classNames.length > 0 ? isClass : Number.isFinite)) return null;
  return {
    ...{ classNames, targetName, rowCount, inputs },
    features: new Float32Array(features),
    targets: new Float32Array(targets),
    firstEqual: Int32Array.from(firstEqual),
  };
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
