/** P8: a linear model of ten measures, from forty patients and from many. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const fewPatients = {
  id: 'few-patients',
  title: 'Diabetes: 40 patients, or 240?',
  question: 'With 40 patients, does L2 predict better than none? And with 240?',
  point:
    'With 40 patients L2 predicts better than plain least squares; with 240 it hardly matters.',
  pace: 60,
  panel: 'first-layer',
  experiment: experimentWith({
    data: {
      dataset: 'diabetes',
      trainingExamples: 40,
      validationExamples: 200,
      wrongLabelShare: 0,
    },
    network: { hiddenLayers: [] },
    // Full batches, and long enough for the plain arms to come near their least-squares solution.
    training: { optimizer: 'momentum', learningRate: 0.02, batchSize: 240, epochs: 800 },
    arms: [{}, { trainingExamples: 240 }].flatMap((overrides) => [
      { regularizers: {}, overrides },
      { regularizers: { l2: { lambda: 0.3 } }, overrides },
    ]),
  }),
} as const satisfies Preset;
