/** P5: L2 on the boundary between two rings. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const circlesL2 = {
  id: 'circles-l2',
  title: 'Circles: islands or one clean circle',
  question: 'Which boundary is close to one clean circle, and which has holes and islands?',
  point: 'The plain network cuts holes and islands for wrong labels; L2 leaves one clean circle.',
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
