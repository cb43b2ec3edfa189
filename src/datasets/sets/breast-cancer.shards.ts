/** Written by tools/build-datasets.ts, as is public/data/breast-cancer: do not edit. */
import { listShards } from '../stored/shard-list.ts';
import type { ShardedFiles } from '../stored/shard-list.ts';

export const breastCancerFiles: ShardedFiles<'breast-cancer'> = {
  id: 'breast-cancer',
  encoding: 'floats',
  featureCount: 30,
  featureMaximum: 1,
  featureNames: [
    'mean radius',
    'mean texture',
    'mean perimeter',
    'mean area',
    'mean smoothness',
    'mean compactness',
    'mean concavity',
    'mean concave points',
    'mean symmetry',
    'mean fractal dimension',
    'radius error',
    'texture error',
    'perimeter error',
    'area error',
    'smoothness error',
    'compactness error',
    'concavity error',
    'concave points error',
    'symmetry error',
    'fractal dimension error',
    'worst radius',
    'worst texture',
    'worst perimeter',
    'worst area',
    'worst smoothness',
    'worst compactness',
    'worst concavity',
    'worst concave points',
    'worst symmetry',
    'worst fractal dimension',
  ],
  source:
    'Breast Cancer Wisconsin (Diagnostic) by W. Wolberg, O. Mangasarian, N. Street and W. Street (UCI Machine Learning Repository): 569 tumours, as in scikit-learn 1.2.1',
  licence: 'CC BY 4.0 (UCI Machine Learning Repository)',
  training: listShards('training', [
    [569, 57338, '0d4c8972961d58251769ca5043ef3e4af2216325b633b7e7ee8783c1d30d05cb'],
  ]),
  heldOut: null,
};
