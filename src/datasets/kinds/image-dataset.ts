/** What the sets of images have in common: pixels as features, ten classes, nothing standardised. */
import type { Dataset } from '../dataset.ts';
import type { ShardedFiles } from '../stored/shard-list.ts';
import { shardedDataset } from '../stored/sharded-dataset.ts';

interface ImageFacts {
  readonly label: string;
  readonly classNames: readonly string[];
  /** What a class is called: "digit". */
  readonly classWord: string;
  readonly introduction: Dataset['introduction'];
  readonly image: { readonly width: number; readonly height: number };
  readonly start: Dataset['start'];
  readonly thumbnail: string;
}

export function imageDataset<const Id extends string>(
  files: ShardedFiles<Id>,
  { classWord, ...facts }: ImageFacts,
): Dataset & { readonly id: Id } {
  return shardedDataset(files, {
    ...facts,
    group: 'images',
    task: 'classification',
    words: { examples: 'images', class: classWord },
    target: null,
    standardizes: { features: false, target: false },
  });
}
