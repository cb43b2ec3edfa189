/**
 * The stage of most presets: so few digits that a network can learn every one of them by heart, and
 * wrong labels among them that it had better not learn.
 */
import type { Experiment } from '../experiment/experiment.ts';
import { experimentWith } from './preset.ts';
import type { PresetSettings } from './preset.ts';

type Changes = Pick<PresetSettings, 'arms'> &
  Partial<Pick<PresetSettings, 'network' | 'training'>> & {
    readonly data?: Partial<PresetSettings['data']>;
  };

/** The stage with these arms; what is named besides stands in place of its settings. */
export function stageWith({ arms, data, network, training }: Changes): Experiment {
  return experimentWith({
    data: {
      dataset: 'digits',
      trainingExamples: 400,
      validationExamples: 500,
      wrongLabelShare: 0.3,
      ...data,
    },
    network: { hiddenLayers: [256], ...network },
    training: { optimizer: 'adam', learningRate: 0.005, batchSize: 32, epochs: 50, ...training },
    arms,
  });
}
