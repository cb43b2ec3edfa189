/**
 * What a class is called: "7", "spam"; in a sentence “spam” in quotes, since "no spam is true" would be misread.
 */
import type { Dataset } from '../../../../datasets/dataset.ts';

export function className({ classNames }: Pick<Dataset, 'classNames'>, label: number): string {
  return classNames[label] ?? String(label);
}

/** In characters, of a class or an answer; longer ones need wider columns. */
const SHORT = 3;

export function areLong(names: readonly string[]): boolean {
  return names.some(({ length }) => length > SHORT);
}

export function classNameInSentence(dataset: Pick<Dataset, 'classNames'>, label: number): string {
  const name = className(dataset, label);
  return /\p{L}/u.test(name) ? `“${name}”` : name;
}
