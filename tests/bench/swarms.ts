/** Batches of trainings that `npm run bench` times as a whole. */
import type { LaneWishes } from '../../src/figures/lane-result.ts';
import type { LaneSpec } from '../../src/experiment/lane-spec.ts';
import { planBiasVariance } from '../../src/plans/bias-variance.ts';
import { planSweep } from '../../src/plans/sweep.ts';
import { OFF } from '../../src/plans/sweep-settings.ts';
import { sweepBase } from '../../src/presets/sweep/sweep-preset.ts';

export interface Swarm {
  readonly name: string;
  readonly plan: {
    readonly lanes: () => readonly { readonly spec: LaneSpec }[];
    readonly wishes: LaneWishes;
  };
  readonly lanesPerChunk?: number;
  readonly rounds: number;
  /** What model.fit trains: one of the networks, on as many rows. */
  readonly baseline: {
    readonly task: 'classification' | 'regression';
    readonly features: number;
    readonly hidden: readonly number[];
    readonly dropout: number | null;
    readonly rows: number;
    readonly batchSize: number;
    readonly epochs: number;
    /** Networks in a round. */
    readonly trainings: number;
  };
}

export const SWARMS: readonly Swarm[] = [
  {
    name: 'grid-5x5x5',
    plan: planSweep({
      base: sweepBase({
        data: {
          dataset: 'breast-cancer',
          trainingExamples: 400,
          validationExamples: 100,
          wrongLabelShare: 0,
        },
        network: { hiddenLayers: [16] },
        training: { optimizer: 'adam', learningRate: 0.01, batchSize: 32, epochs: 50 },
      }),
      seed: 1,
      axes: [
        { setting: 'l2.lambda', values: [OFF, 0.0003, 0.001, 0.003, 0.01] },
        { setting: 'dropout.rate', values: [OFF, 0.1, 0.2, 0.35, 0.5] },
      ],
      judging: { foldCount: 5, seeds: 1, metric: 'loss', at: 'last' },
    }),
    rounds: 9,
    baseline: {
      ...{ task: 'classification', features: 30, hidden: [16], dropout: 0.2 },
      ...{ rows: 400, batchSize: 32, epochs: 50, trainings: 2 },
    },
  },
  {
    name: 'bias-variance-100',
    plan: planBiasVariance({
      base: sweepBase({
        data: { dataset: 'sine', trainingExamples: 20, validationExamples: 200, noise: 0.3 },
        network: { hiddenLayers: [64, 64] },
        training: { optimizer: 'adam', learningRate: 0.01, batchSize: 20, epochs: 1500 },
      }),
      seed: 1,
      axis: { setting: 'l2.lambda', values: [OFF, 0.0003, 0.003, 0.01, 0.03] },
      sets: 20,
      redrawn: 'everything',
    }),
    rounds: 3,
    baseline: {
      ...{ task: 'regression', features: 1, hidden: [64, 64], dropout: null },
      ...{ rows: 20, batchSize: 20, epochs: 1500, trainings: 1 },
    },
  },
];
