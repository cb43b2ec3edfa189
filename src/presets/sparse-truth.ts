/** P6: fifty features of which five are real; a linear model finds them with L1. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const sparseTruth = {
  id: 'sparse-truth',
  title: 'Which 5 of 50 features matter?',
  question: 'Which network keeps the five features that matter and drops most of the others?',
  point: 'L1 keeps the five that matter (and some that do not), and predicts far better than L2.',
  pace: 60,
  panel: 'first-layer',
  experiment: experimentWith({
    data: {
      dataset: 'sparse-linear',
      trainingExamples: 60,
      validationExamples: 500,
      wrongLabelShare: 0,
      noise: 1,
    },
    network: { hiddenLayers: [] },
    // Full batches, and long enough for the plain arm to come near its least-squares solution.
    training: { optimizer: 'momentum', learningRate: 0.03, batchSize: 60, epochs: 800 },
    arms: [
      { regularizers: {} },
      { regularizers: { l2: { lambda: 0.1 } } },
      { regularizers: { l1: { lambda: 0.3, proximal: true } } },
      { regularizers: { l1: { lambda: 1, proximal: true } } },
    ],
  }),
} as const satisfies Preset;
