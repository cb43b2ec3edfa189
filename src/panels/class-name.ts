/** What a class is called: "7", "spam". */
import type { Dataset } from '../datasets/dataset.ts';

export function className({ classNames }: Pick<Dataset, 'classNames'>, label: number): string {
  return classNames[label] ?? String(label);
}
