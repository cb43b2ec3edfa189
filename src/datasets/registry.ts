/** All data sets, in the order of the page's tiles. Adding one is its file and a line here. */
import type { Dataset } from './dataset.ts';
import { digits } from './digits.ts';
import { mnist } from './mnist.ts';

export const DATASETS = [digits, mnist] as const;

export type DatasetId = (typeof DATASETS)[number]['id'];

export function findDataset(id: string): Dataset | undefined {
  return DATASETS.find((dataset) => dataset.id === id);
}
