/** Rules 11, 12 and 14: what a regularizer does beside the figures: an epoch restored, zeros, hidden units that can be missed. */
import { BETTER, PLAIN, seeds } from '../seeds-fixture.ts';
import { falling, lane, reaching, REGRESSION } from '../verdict-fixture.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import {
  experimentOf,
  level,
  SQUARES,
  lossOf,
  row,
  removed,
  stoppedAt,
} from './rule-case-fixture.ts';

export const REGULARIZER_EFFECTS_CASES: readonly RuleCase[] = [
  {
    ...{ rule: '11', when: 'early stopping restored an epoch' },
    lanes: [stoppedAt(lane('A', falling, 19), 14)],
    changes: {
      ...experimentOf([
        {
          earlyStopping: { metric: 'validationLoss', patience: 5, minDelta: 0, restoreBest: true },
        },
      ]),
      sealedTest: { rows: 897, figureOf: null },
    },
    sentence:
      'A stopped at epoch 19 (patience 5) and restored the weights of epoch 14, validation loss 0.92. That epoch was chosen on these images, so the figure is a little optimistic; open the test set to see.',
  },
  {
    ...{ rule: '12', when: 'L1 is compared with no penalty, or with another: zeros stand first' },
    lanes: [...seeds('A', PLAIN), ...seeds('B', BETTER, { zeroWeights: () => 0.88 * 18_944 })],
    changes: experimentOf([{}, { l1: { lambda: 0.002, proximal: true } }], {
      training: { replicates: 5 },
    }),
    leads: true,
    sentence:
      'L1 set 88 % of the weights to exactly 0 and validation accuracy is higher: +16.6 points (interval 14.4 to 18.8, 5 seeds).',
  },
  {
    ...{ rule: '12', when: 'as a penalty, and with exact zeros' },
    lanes: [
      level('A', 0.85, { zeroWeights: () => 0 }),
      level('B', 0.85, { zeroWeights: () => 0.62 * 18_944 }),
    ],
    changes: {
      ...experimentOf([
        { l1: { lambda: 0.001, proximal: false } },
        { l1: { lambda: 0.001, proximal: true } },
      ]),
      smallWeightShare: () => 0.12,
    },
    leads: true,
    sentence:
      'L1 set 62 % of B’s weights to exactly 0. No weight of A is exactly 0 (12 % are below 0.001): L1 as a penalty shrinks, it does not cut.',
  },
  {
    ...{ rule: '12', when: 'every feature has one weight' },
    lanes: [
      lossOf('A', 2),
      lane(
        'B',
        {
          ...{ validationLoss: reaching(1), trainingLoss: reaching(0.3) },
          zeroWeights: () => 36,
        },
        50,
        SQUARES,
      ),
    ],
    changes: {
      ...experimentOf([{}, { l1: { lambda: 0.3, proximal: true } }], {
        network: { hiddenLayers: [] },
      }),
      ...REGRESSION,
      dataset: { task: 'regression', featureCount: 50, outputs: 1 },
    },
    leads: true,
    sentence: 'L1 set 72 % of B’s weights to exactly 0, which leaves 14 of 50 features.',
  },
  {
    ...{ rule: '14', when: 'hidden units were removed on screen: their curve stands first' },
    lanes: row([0.958, 0.964]),
    changes: {
      ...experimentOf([{}, { dropout: { rate: 0.5, inputRate: 0 } }]),
      removedUnits: (id) =>
        removed(id === 'A' ? [0.958, 0.93, 0.8, 0.55] : [0.964, 0.95, 0.92, 0.763]),
    },
    leads: true,
    sentence:
      'Without 80 % of their hidden units: B 76.3 %, A 55.0 % right; with all units B 96.4, A 95.8 %; without 20 % B 95.0, A 93.0 %; without 50 % B 92.0, A 80.0 % (500 validation images, the mean of 5 draws).',
  },
];
