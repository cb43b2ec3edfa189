/** P7: logistic regression on thirty correlated measures. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const tumoursLogistic = {
  id: 'tumours-logistic',
  title: 'Tumours: which of 30 measures?',
  question: 'How many of the 30 measures does each network still use?',
  point:
    'L1 gets by with a handful of measures; without L1 or L2 the network is far too sure of itself.',
  pace: 60,
  panel: 'first-layer',
  experiment: experimentWith({
    data: {
      dataset: 'breast-cancer',
      trainingExamples: 100,
      validationExamples: 400,
      wrongLabelShare: 0,
    },
    network: { hiddenLayers: [] },
    // Steps large enough for the plain arm to become as sure as it will.
    training: { optimizer: 'adam', learningRate: 0.5, batchSize: 100, epochs: 600 },
    arms: [
      { regularizers: {} },
      { regularizers: { l2: { lambda: 0.005 } } },
      { regularizers: { l1: { lambda: 0.01, proximal: true } } },
    ],
  }),
} as const satisfies Preset;
