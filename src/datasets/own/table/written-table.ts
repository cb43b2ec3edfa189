/** An own table as JSON holds it, every bit of its numbers, and back. */
import { floatText, floatsIn } from '../../../base/float-text.ts';
import { isRecord } from '../../../base/is-record.ts';
import { tableIdOf } from './own-table.ts';
import type { OwnTable, TableContent } from './own-table.ts';
import { readTableRecipe, recipeOf } from './table-recipe.ts';
import { tableWordsIn } from './table-words.ts';

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

function contentIn(value: Readonly<Record<string, unknown>>): TableContent | null {
  const words = tableWordsIn(value);
  const features = floatsIn(value['features']);
  const targets = floatsIn(value['targets']);
  const firstEqual = floatsIn(value['firstEqual']);
  if (!words || !features || !targets || !firstEqual) return null;
  const { rowCount, inputs, classNames } = words;
  const isWhole =
    features.length === rowCount * inputs.length &&
    targets.length === rowCount &&
    firstEqual.length === rowCount;
  if (!isWhole || !firstEqual.every((row) => Number.isInteger(row) && row >= 0 && row < rowCount))
    return null;
  const isClass = (target: number) => Number.isInteger(target) && target in classNames;
  if (!targets.every(classNames.length > 0 ? isClass : Number.isFinite)) return null;
  return {
    ...words,
    features: new Float32Array(features),
    targets: new Float32Array(targets),
    firstEqual: Int32Array.from(firstEqual),
  };
}
