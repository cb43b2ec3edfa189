/** What a preset of the Sweep page is: a grid that is known to show something, and what that is. */
import { laneBaseOf } from '../../experiment/lane-base.ts';
import type { LaneBase } from '../../experiment/lane-base.ts';
import type { Sweep } from '../../plans/sweep.ts';
import type { RegularizerSettings } from '../../regularizers/registry.ts';
import { experimentWith } from '../preset.ts';
import type { PresetSettings } from '../preset.ts';

export interface SweepPreset {
  readonly id: string;
  /** Its name, in the menu and on the control that opens it. */
  readonly title: string;
  /** Asked before the sweep, and answered by looking. */
  readonly question: string;
  /** The one thing to see: the answer. */
  readonly point: string;
  /** Of the claim that holds it, in the tests of effects. */
  readonly claim: string;
  readonly sweep: Sweep;
}

type BaseSettings = Omit<PresetSettings, 'arms'> & { readonly regularizers?: RegularizerSettings };

/** What every cell starts from. The seeds of a fold share its rows, unless the settings say otherwise. */
export function sweepBase({ regularizers = {}, training, ...settings }: BaseSettings): LaneBase {
  const shared = { replicateScope: 'trainingLuck', ...training } as const;
  const experiment = experimentWith({ ...settings, training: shared, arms: [{ regularizers }] });
  const [arm] = experiment.arms;
  if (!arm) throw new Error('An experiment has an arm.');
  return laneBaseOf(experiment, arm);
}

/**
 * The stage of presets for folds: 400 digits train and 100 validate in each of five, and a fifth of the labels
 * is wrong.
 */
export function stageBase({
  data,
  network,
  training,
}: Partial<Omit<BaseSettings, 'data'>> & {
  readonly data?: Partial<PresetSettings['data']>;
} = {}): LaneBase {
  return sweepBase({
    data: {
      dataset: 'digits',
      trainingExamples: 400,
      validationExamples: 100,
      wrongLabelShare: 0.2,
      ...data,
    },
    network: { hiddenLayers: [256], ...network },
    training: { optimizer: 'adam', learningRate: 0.005, batchSize: 32, epochs: 50, ...training },
  });
}

/** Five folds, one seed, accuracy at the last epoch. */
export const FIVE_FOLDS = { foldCount: 5, seeds: 1, metric: 'accuracy', at: 'last' } as const;
