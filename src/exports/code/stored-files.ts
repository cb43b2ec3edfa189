/** The files of each set that is kept in some, for scripts that read them. */
import { breastCancerFiles } from '../../datasets/sets/breast-cancer.shards.ts';
import { diabetesFiles } from '../../datasets/sets/diabetes.shards.ts';
import { digitsFiles } from '../../datasets/sets/digits.shards.ts';
import { fashionMnistFiles } from '../../datasets/sets/fashion-mnist.shards.ts';
import { mnistFiles } from '../../datasets/sets/mnist.shards.ts';
import { spamFiles } from '../../datasets/sets/spam.shards.ts';
import { wineFiles } from '../../datasets/sets/wine.shards.ts';
import type { ShardedFiles } from '../../datasets/stored/shard-list.ts';

const ALL: readonly ShardedFiles[] = [
  ...[breastCancerFiles, diabetesFiles, digitsFiles, fashionMnistFiles],
  ...[mnistFiles, spamFiles, wineFiles],
];

/** Of rows that come with scikit-learn, in the order and the units that the page has them in. */
const SCIKIT_LEARN: Readonly<Record<string, string>> = {
  digits: 'load_digits()',
  'breast-cancer': 'load_breast_cancer()',
  wine: 'load_wine()',
  diabetes: 'load_diabetes(scaled=False)',
};

export interface StoredFiles {
  readonly files: ShardedFiles;
  /** A call of `sklearn.datasets`; null: scikit-learn does not have them. */
  readonly loader: string | null;
}

export function storedFiles(id: string): StoredFiles {
  const files = ALL.find((one) => one.id === id);
  if (!files) throw new Error(`The files of ${id} are not known to exports.`);
  return { files, loader: SCIKIT_LEARN[id] ?? null };
}
