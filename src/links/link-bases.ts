/**
 * What links of version 1 tell the difference from. Frozen: links that are out in the world are read by it, whatever
 * the settings start with today.
 */
const DATA = { trainingExamples: 400, wrongLabelShare: 0.3, noise: 0, dataset: 'digits' } as const;
const NETWORK = { hiddenLayers: [256], activation: 'relu', initialization: 'glorot' } as const;
const TRAINING = {
  ...{ optimizer: 'adam', learningRate: 0.005, batchSize: 32, epochs: 50 },
  replicateScope: 'everything',
} as const;

/** Of an experiment of Compare. */
export const COMPARE_BASE = {
  version: 1,
  data: { ...DATA, validationExamples: 500 },
  network: NETWORK,
  training: { ...TRAINING, seed: 42, replicates: 1 },
  arms: [{ id: 'A', name: null, regularizers: {} }],
} as const;

/** Of the form of a page that trains many networks. */
export const FORM_BASE = {
  base: {
    data: { ...DATA, validationExamples: 100 },
    network: NETWORK,
    training: TRAINING,
    regularizers: {},
  },
  ...{ baseName: '', seed: 42, arms: [] },
} as const;
