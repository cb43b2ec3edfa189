/** What a preset of the Bias–variance page is: networks on many training sets that are known to show something. */
import type { BiasVariance } from '../../plans/bias-variance.ts';
import { sweepBase } from '../sweep/sweep-preset.ts';

export interface BiasVariancePreset {
  readonly id: string;
  /** Its name, in the menu and on the control that opens it. */
  readonly title: string;
  /** Asked before training, and answered by looking. */
  readonly question: string;
  /** The one thing to see: the answer. */
  readonly point: string;
  /** Of the claim that holds it, in the tests of effects. */
  readonly claim: string;
  readonly plan: BiasVariance;
}

/** Twenty noisy points of a sine, all in one batch: few enough to be chased by 64 and 64 units. */
export function sineBase({
  network,
  training,
}: Partial<Pick<Parameters<typeof sweepBase>[0], 'network' | 'training'>> = {}) {
  return sweepBase({
    data: {
      dataset: 'sine',
      ...{ trainingExamples: 20, validationExamples: 200, noise: 0.3, wrongLabelShare: 0 },
    },
    network: { hiddenLayers: [64, 64], ...network },
    training: { optimizer: 'adam', learningRate: 0.01, batchSize: 20, epochs: 1500, ...training },
  });
}
