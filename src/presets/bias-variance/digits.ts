/** P15: bias and variance of networks on real images, and how often two of them disagree. */
import type { RegularizerSettings } from '../../regularizers/registry.ts';
import { sweepBase } from '../sweep/sweep-preset.ts';
import type { BiasVariancePreset } from './bias-variance-preset.ts';

const base = (regularizers: RegularizerSettings) =>
  sweepBase({
    data: {
      dataset: 'digits',
      ...{ trainingExamples: 300, validationExamples: 500, wrongLabelShare: 0.2 },
    },
    network: { hiddenLayers: [256] },
    training: { optimizer: 'adam', learningRate: 0.005, batchSize: 32, epochs: 50 },
    regularizers,
  });

export const digitsTradeOff = {
  id: 'digits',
  title: 'Digits, what regularizers buy',
  question:
    'Do networks trained on different digits, a fifth of them with wrong labels, answer alike?',
  point:
    'Without a regularizer two of them disagree on many digits. Dropout and L2 make them agree far more often, at the price of some bias.',
  claim: 'P15',
  plan: {
    base: base({}),
    arms: [
      { id: 'A', label: 'no regularizer', base: base({}) },
      { id: 'B', label: 'L2 0.003', base: base({ l2: { lambda: 0.003 } }) },
      { id: 'C', label: 'dropout 0.5', base: base({ dropout: { rate: 0.5, inputRate: 0.2 } }) },
    ],
    seed: 42,
    axis: { setting: 'arms', values: ['A', 'B', 'C'] },
    sets: 6,
    redrawn: 'everything',
  },
} as const satisfies BiasVariancePreset;
