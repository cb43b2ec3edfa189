/** P7b: wrong labels in a small table. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const tumoursWrongLabels = {
  id: 'tumours-wrong-labels',
  title: 'Tumours, 15 % wrong labels',
  question: 'Which networks believe the wrong labels, and does any escape them altogether?',
  point:
    'L2, max-norm and dropout believe far fewer wrong labels and end well ahead, but none is immune.',
  pace: 5,
  panel: 'wrong-labels',
  experiment: experimentWith({
    data: {
      dataset: 'breast-cancer',
      trainingExamples: 100,
      validationExamples: 400,
      wrongLabelShare: 0.15,
    },
    network: { hiddenLayers: [64] },
    training: { optimizer: 'adam', learningRate: 0.005, batchSize: 20, epochs: 60 },
    arms: [
      { regularizers: {} },
      { regularizers: { l2: { lambda: 0.03 } } },
      { regularizers: { maxNorm: { limit: 0.5 } } },
      { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } },
    ],
  }),
} as const satisfies Preset;
