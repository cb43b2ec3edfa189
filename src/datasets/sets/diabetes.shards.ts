/** Written by tools/build-datasets.ts, as is public/data/diabetes: do not edit. */
import { listShards } from '../stored/shard-list.ts';
import type { ShardedFiles } from '../stored/shard-list.ts';

export const diabetesFiles: ShardedFiles<'diabetes'> = {
  id: 'diabetes',
  encoding: 'floats',
  featureCount: 10,
  featureMaximum: 1,
  featureNames: [
    'age',
    'sex',
    'body mass index',
    'blood pressure',
    'total cholesterol',
    'LDL',
    'HDL',
    'cholesterol / HDL',
    'log triglycerides',
    'blood sugar',
  ],
  source:
    'Diabetes by B. Efron, T. Hastie, I. Johnstone and R. Tibshirani: 442 patients, in the units it was measured in, as in scikit-learn 1.2.1',
  licence: 'BSD 3-Clause, as part of scikit-learn; its authors name no licence of their own',
  training: listShards('training', [
    [442, 8484, '98631678beee920a0481f720a4722699fdc4c13301ca4f4860d6d230e26f832b'],
  ]),
  heldOut: null,
};
