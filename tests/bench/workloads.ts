/** What `npm run bench` times. */
import type { Experiment } from '../../src/experiment/experiment.ts';
import type { RegularizerSettings } from '../../src/regularizers/registry.ts';

export interface Workload {
  readonly name: string;
  /** Sizes of the network [in, hidden…, out] and how it trains. */
  readonly sizes: readonly number[];
  readonly batchSize: number;
  readonly rows: number;
  readonly optimizer: Experiment['training']['optimizer'];
  readonly learningRate: number;
  /** Regularizers of each arm. */
  readonly arms: readonly RegularizerSettings[];
  /** Epochs of one call of model.fit, over at most 320 rows (1,024 of narrow ones). */
  readonly baselineEpochs: number;
}

const dropped = (rate: number) => ({ dropout: { rate, inputRate: 0 } });
const notebook = {
  sizes: [784, 512, 10],
  batchSize: 32,
  rows: 2000,
  optimizer: 'adam',
  learningRate: 0.001,
  baselineEpochs: 1,
} as const;
const toy = {
  sizes: [2, 8, 8, 2],
  batchSize: 10,
  rows: 100,
  optimizer: 'adam',
  learningRate: 0.01,
  baselineEpochs: 20,
} as const;

export const WORKLOADS: readonly Workload[] = [
  { name: 'notebook-pair', ...notebook, arms: [{}, dropped(0.2)] },
  { name: 'notebook-quad', ...notebook, arms: [{}, dropped(0.2), dropped(0.5), dropped(0.8)] },
  { name: 'toy-pair', ...toy, arms: [{}, dropped(0.2)] },
  {
    name: 'toy-lanes-32',
    ...toy,
    arms: Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? {} : dropped(0.2))),
  },
  {
    name: 'sweep-25',
    sizes: [64, 32, 10],
    batchSize: 32,
    rows: 1000,
    optimizer: 'adam',
    learningRate: 0.005,
    baselineEpochs: 2,
    arms: [0, 0.0003, 0.001, 0.003, 0.01].flatMap((lambda) =>
      [0, 0.1, 0.2, 0.35, 0.5].map((rate) => ({ l2: { lambda }, ...dropped(rate) })),
    ),
  },
];
