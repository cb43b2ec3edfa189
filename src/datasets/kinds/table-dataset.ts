/** What tables have in common: named features of many units, so they are standardised. */
import type { Dataset } from '../dataset.ts';
import type { ShardedFiles } from '../stored/shard-list.ts';
import { shardedDataset } from '../stored/sharded-dataset.ts';

type TableFacts = Pick<
  Dataset,
  'label' | 'group' | 'words' | 'introduction' | 'start' | 'thumbnail' | 'codes'
> & {
  readonly predicts:
    | { readonly classNames: readonly string[] }
    /** A value by this name. */
    | { readonly value: string };
};

export function tableDataset<const Id extends string>(
  files: ShardedFiles<Id>,
  { predicts, ...facts }: TableFacts,
): Dataset & { readonly id: Id } {
  const isRegression = 'value' in predicts;
  return shardedDataset(files, {
    ...facts,
    task: isRegression ? 'regression' : 'classification',
    classNames: isRegression ? [] : predicts.classNames,
    image: null,
    target: isRegression
      ? { name: predicts.value, unit: 'standard deviations of the training values' }
      : null,
    standardizes: { features: true, target: isRegression },
  });
}
