/** P5b: L2 where classes overlap and all labels are true. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const moonsL2 = {
  id: 'moons-l2',
  title: 'Moons: accuracy or loss?',
  question: 'Which chart tells A and B apart: accuracy or loss?',
  point:
    'The loss: without L2 the network is far too sure of itself. Accuracy differs by a few points.',
  pace: 15,
  panel: 'weights',
  experiment: experimentWith({
    data: {
      dataset: 'moons',
      trainingExamples: 100,
      validationExamples: 500,
      wrongLabelShare: 0,
      noise: 0.3,
    },
    network: { hiddenLayers: [64, 64] },
    training: { optimizer: 'adam', learningRate: 0.01, batchSize: 20, epochs: 200, seed: 1 },
    arms: [{ regularizers: {} }, { regularizers: { l2: { lambda: 0.003 } } }],
  }),
} as const satisfies Preset;
