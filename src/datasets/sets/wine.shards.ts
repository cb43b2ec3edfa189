/** Written by tools/build-datasets.ts, as is public/data/wine: do not edit. */
import { listShards } from '../stored/shard-list.ts';
import type { ShardedFiles } from '../stored/shard-list.ts';

export const wineFiles: ShardedFiles<'wine'> = {
  id: 'wine',
  encoding: 'floats',
  featureCount: 13,
  featureMaximum: 1,
  featureNames: [
    'alcohol',
    'malic acid',
    'ash',
    'alcalinity of ash',
    'magnesium',
    'total phenols',
    'flavanoids',
    'nonflavanoid phenols',
    'proanthocyanins',
    'colour intensity',
    'hue',
    'OD280/OD315',
    'proline',
  ],
  source:
    'Wine by S. Aeberhard and M. Forina (UCI Machine Learning Repository): 178 wines of three growers, as in scikit-learn 1.2.1',
  licence: 'CC BY 4.0 (UCI Machine Learning Repository)',
  training: listShards('training', [
    [178, 5324, '6543e0f008943f3ced712cf03b67e69f412c6a72e22b04467cb5d2f9a37cb4b1'],
  ]),
  heldOut: null,
};
