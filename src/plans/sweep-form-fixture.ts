/** A small sweep for tests: L2 by dropout on a few digits. */
import { laneBaseOf } from '../experiment/lane-base.ts';
import { wrongLabels } from '../presets/wrong-labels.ts';
import type { SweepForm } from './sweep-form.ts';

const plain = { id: 'A', name: null, regularizers: {} } as const;

export const FORM: SweepForm = {
  base: laneBaseOf(wrongLabels.experiment, plain),
  baseName: 'a test',
  seed: 7,
  arms: [],
  axes: [
    { setting: 'l2.lambda', range: { spacing: 'list', values: ['off', 0.001, 0.01] } },
    { setting: 'dropout.rate', range: { spacing: 'list', values: ['off', 0.5] } },
  ],
  judging: { folds: 2, seeds: 1, metric: 'accuracy', at: 'last' },
};
