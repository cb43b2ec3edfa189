/** What one of a data set's examples is called: all their plurals end in "s". */
import type { Dataset } from '../datasets/dataset.ts';

/** "image" */
export function singular({ words }: Pick<Dataset, 'words'>): string {
  return words.examples.replace(/s$/, '');
}
