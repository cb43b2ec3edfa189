/** A data set of images in shards: its files, and what the page says about it. */
import type { Dataset } from './dataset.ts';
import type { ShardedFiles } from './shard-list.ts';
import { createShardLoader } from './shard-loader.ts';

interface ImageFacts {
  readonly label: string;
  readonly classNames: readonly string[];
  readonly image: { readonly width: number; readonly height: number };
  readonly thumbnail: string;
}

export function shardedDataset<const Id extends string>(
  files: ShardedFiles<Id>,
  facts: ImageFacts,
): Dataset & { readonly id: Id } {
  const { id, featureCount, source, licence } = files;
  const shardRows = {
    training: files.training.map(({ rows }) => rows),
    heldOut: (files.heldOut ?? []).map(({ rows }) => rows),
  };
  return {
    id,
    ...facts,
    task: 'classification',
    featureCount,
    outputs: facts.classNames.length,
    poolRows: {
      training: sum(shardRows.training),
      heldOut: files.heldOut && sum(shardRows.heldOut),
    },
    shardRows,
    loadShards: createShardLoader(files),
    source,
    licence,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
