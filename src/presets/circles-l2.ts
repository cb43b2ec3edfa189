/** P5: L2 on the boundary between two rings. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const circlesL2 = {
  id: 'circles-l2',
  title: 'Circles: ragged or smooth',
  question: 'Which boundary is close to a smooth circle, and which bends around wrong labels?',
  point: 'The plain network bends its boundary around wrong labels; L2 keeps it close to a circle.',
  pace: 15,
  panel: 'weights',
  experiment: experimentWith({
    data: {
      dataset: 'circles',
      trainingExamples: 120,
      validationExamples: 500,
      wrongLabelShare: 0.2,
      noise: 0.1,
    },
    network: { hiddenLayers: [64, 64] },
    training: { optimizer: 'adam', learningRate: 0.01, batchSize: 20, epochs: 200, seed: 1 },
    arms: [{ regularizers: {} }, { regularizers: { l2: { lambda: 0.005 } } }],
  }),
} as const satisfies Preset;
