/** Written by tools/build-datasets.ts, as is public/data/digits: do not edit. */
import { listShards } from '../stored/shard-list.ts';
import type { ShardedFiles } from '../stored/shard-list.ts';

export const digitsFiles: ShardedFiles<'digits'> = {
  id: 'digits',
  encoding: 'bytes',
  featureCount: 64,
  featureMaximum: 16,
  featureNames: null,
  source:
    'Optical Recognition of Handwritten Digits by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository): its test part of 1,797 images, as in scikit-learn 1.2.1',
  licence: 'CC BY 4.0 (UCI Machine Learning Repository)',
  training: listShards('training', [
    [1797, 43466, '94400a32ff1201aab48856c183dfdb43e406a0b60be421a75a6fba49c301c591'],
  ]),
  heldOut: null,
};
