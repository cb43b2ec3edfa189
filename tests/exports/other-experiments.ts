/**
 * Experiments with what presets do not have: every other optimiser, activation and set, folds, own points and
 * removed ones, a last batch of a single row. After an epoch the script must have the page's losses.
 */
import type { Experiment } from '../../src/experiment/experiment.ts';
import { experimentWith } from '../../src/presets/preset.ts';
import type { RegularizerSettings } from '../../src/regularizers/registry.ts';
import type { PresetSettings } from '../../src/presets/preset.ts';

export interface SmallSettings {
  readonly data: Partial<PresetSettings['data']> & Pick<PresetSettings['data'], 'dataset'>;
  readonly network?: Partial<PresetSettings['network']>;
  readonly training?: Partial<PresetSettings['training']>;
  readonly arms?: readonly RegularizerSettings[];
  readonly foldCount?: number;
}

export function small({
  data,
  network,
  training,
  foldCount,
  arms = [{}],
}: SmallSettings): Experiment {
  const experiment = experimentWith({
    arms: arms.map((regularizers) => ({ regularizers })),
    data: { trainingExamples: 90, validationExamples: 60, wrongLabelShare: 0.2, ...data },
    network: { hiddenLayers: [16, 8], ...network },
    training: { learningRate: 0.01, batchSize: 20, epochs: 1, ...training },
  });
  return foldCount === undefined ? experiment : { ...experiment, foldCount };
}

export const OTHER_EXPERIMENTS: Readonly<Record<string, Experiment>> = {
  'own and removed points, Nesterov': small({
    data: {
      dataset: 'circles',
      noise: 0.1,
      ownPoints: [
        [0.5, 0.2, 1],
        [-1, 0, 0],
      ],
      removedPoints: [0, 7, 200],
    },
    network: { activation: 'tanh', initialization: 'he' },
    training: { optimizer: 'nesterov', replicates: 2 },
    arms: [{}, { l1: { lambda: 0.01, proximal: true } }],
  }),
  'RMSprop, ELU': small({
    data: { dataset: 'moons', noise: 0.3, removedPoints: [3] },
    network: { activation: 'elu' },
    training: { optimizer: 'rmsprop' },
    arms: [
      { elasticNet: { lambda: 0.01, l1Share: 0.5 } },
      { weightDecay: { lambda: 0.5 }, maxNorm: { limit: 1 } },
    ],
  }),
  'SGD, leaky ReLU': small({
    data: { dataset: 'xor', noise: 0.1 },
    network: { activation: 'leakyRelu' },
    training: { optimizer: 'sgd', learningRate: 0.1 },
    arms: [{ l1: { lambda: 0.01, proximal: false } }, { l1: { lambda: 0.01, proximal: true } }],
  }),
  'sigmoid, training luck alone': small({
    data: { dataset: 'spirals', noise: 0.05 },
    network: { activation: 'sigmoid' },
    training: { replicates: 2, replicateScope: 'trainingLuck' },
    arms: [{ inputNoise: { deviation: 0.2 } }],
  }),
  'a last batch of one row': small({
    data: { dataset: 'gaussians', trainingExamples: 41, noise: 0.5 },
    arms: [{ batchNorm: { momentum: 0.8 } }, { dropout: { rate: 0.3, inputRate: 0 } }],
  }),
  'linear network': small({
    data: { dataset: 'ring', noise: 0.1 },
    network: { activation: 'linear' },
    arms: [{ labelSmoothing: { epsilon: 0.1 } }],
  }),
  'folds of points with removed ones': small({
    data: { dataset: 'circles', noise: 0.1, ownPoints: [[0.1, 0.1, 0]], removedPoints: [1, 2] },
    foldCount: 3,
  }),
  'folds of a table': small({
    data: { dataset: 'wine' },
    arms: [{ l2: { lambda: 0.01 } }],
    foldCount: 4,
  }),
  'folds of patients': small({ data: { dataset: 'diabetes' }, arms: [{}], foldCount: 3 }),
  spam: small({ data: { dataset: 'spam' } }),
  clothes: small({ data: { dataset: 'fashion-mnist', trainingExamples: 300 } }),
  tumours: small({ data: { dataset: 'breast-cancer' } }),
  cubic: small({ data: { dataset: 'cubic', noise: 0.3 } }),
  sine: small({ data: { dataset: 'sine', noise: 0.3 } }),
  step: small({ data: { dataset: 'step', noise: 0.3 } }),
};
