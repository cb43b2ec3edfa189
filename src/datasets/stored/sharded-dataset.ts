/** A data set in shards: its files, and what the page says about it. */
import type { Dataset } from '../dataset.ts';
import { storedFile } from './shard-list.ts';
import type { ShardedFiles } from './shard-list.ts';
import { createShardLoader } from './shard-loader.ts';

type Derived = 'id' | 'featureCount' | 'featureNames' | 'outputs' | 'noise' | 'poolRows' | 'rows';
type ShardedFacts = Omit<Dataset, Derived | 'source' | 'licence'>;

export function shardedDataset<const Id extends string>(
  files: ShardedFiles<Id>,
  facts: ShardedFacts,
): Dataset & { readonly id: Id } {
  const { id, featureCount, featureNames, source, licence } = files;
  const shardRows = {
    training: files.training.map(({ rows }) => rows),
    heldOut: (files.heldOut ?? []).map(({ rows }) => rows),
  };
  return {
    id,
    ...facts,
    featureCount,
    featureNames,
    outputs: facts.task === 'classification' ? facts.classNames.length : 1,
    noise: null,
    poolRows: {
      training: sum(shardRows.training),
      heldOut: files.heldOut && sum(shardRows.heldOut),
    },
    rows: {
      ...{ kind: 'stored', shardRows, loadShards: createShardLoader(files) },
      files: [...files.training, ...(files.heldOut ?? [])].map((shard) => storedFile(id, shard)),
    },
    source,
    licence,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
