/** P10c: batch norm is no help against wrong labels. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const batchNormLies = {
  id: 'batch-norm-lies',
  title: 'Batch norm: is it a regularizer?',
  question: 'Does batch norm keep the network from learning the wrong labels?',
  point: 'Not here: it learns the wrong labels by heart too, and sooner.',
  pace: 5,
  panel: 'wrong-labels',
  experiment: stageWith({
    arms: [{ regularizers: {} }, { regularizers: { batchNorm: { momentum: 0.9 } } }],
  }),
} as const satisfies Preset;
