import { expect, it } from 'vitest';
import { DATASETS } from '../datasets/registry.ts';
import { singular } from './singular.ts';

it('names one example of every data set', () => {
  for (const dataset of DATASETS) expect(`${singular(dataset)}s`).toBe(dataset.words.examples);
});
