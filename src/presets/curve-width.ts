/** P13c: data of the same kind, and hidden layers from one unit to many. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const curveWidth = {
  id: 'curve-width',
  title: 'A curve: how many hidden units?',
  question: 'Does the curve get worse with more hidden units?',
  point: 'Too few units miss the wave; more than enough do hardly any harm.',
  pace: 60,
  panel: 'weights',
  experiment: experimentWith({
    data: {
      dataset: 'sine',
      trainingExamples: 20,
      validationExamples: 200,
      wrongLabelShare: 0,
      noise: 0.3,
    },
    network: { hiddenLayers: [1] },
    training: { optimizer: 'adam', learningRate: 0.01, batchSize: 20, epochs: 900 },
    arms: [1, 5, 16, 64, 256].map((units) => ({
      regularizers: {},
      overrides: units === 1 ? {} : { hiddenLayers: [units] },
    })),
  }),
} as const satisfies Preset;
