/** P13: one curve through twenty points, from no L2 to too much. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const curveStrength = {
  id: 'curve-strength',
  title: 'A curve through 20 points',
  question: 'Which curve follows the wave, which chases the noise, and which is too flat?',
  point: 'Too much L2 misses the wave; without it the curve chases the noise.',
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
    network: { hiddenLayers: [64, 64] },
    training: { optimizer: 'adam', learningRate: 0.01, batchSize: 20, epochs: 900, seed: 15 },
    arms: [0, 0.0003, 0.003, 0.01, 0.03].map((lambda) => ({
      regularizers: lambda === 0 ? {} : { l2: { lambda } },
    })),
  }),
} as const satisfies Preset;
