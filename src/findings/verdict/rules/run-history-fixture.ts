/** Rules 10, 18, 19 and 20: what happened to the run: divergence, the test set, changes, looking back. */
import { diverge } from '../verdict-fixture.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import { level, row } from './rule-case-fixture.ts';

export const RUN_HISTORY_CASES: readonly RuleCase[] = [
  {
    ...{ rule: '10', when: 'an arm diverges' },
    lanes: [level('A', 0.92), diverge(level('B', 0.1))],
    sentence:
      'B diverged in epoch 2 (learning rate 0.005, dropout). Its figures are left out; nothing follows about dropout at other learning rates.',
    never: /better/,
  },
  {
    ...{ rule: '10', when: 'all diverge' },
    lanes: [diverge(level('A', 0.1)), diverge(level('B', 0.1))],
    sentence:
      'A and B diverged (A in epoch 2, learning rate 0.005, no dropout; B in epoch 2, learning rate 0.005, dropout). Their figures are left out; nothing follows about them at other learning rates.',
    never: /One run/,
  },
  {
    ...{ rule: '18', when: 'the test set was opened' },
    lanes: row([0.764, 0.92]),
    changes: { sealedTest: { rows: 897, figureOf: (id) => (id === 'A' ? 0.735 : 0.884) } },
    sentence: 'The opened test set says: accuracy B 88.4, A 73.5 % on 897 images.',
  },
  {
    ...{ rule: '18', when: 'it cannot tell the arms apart' },
    lanes: row([0.764, 0.92]),
    changes: { sealedTest: { rows: 500, figureOf: (id) => (id === 'A' ? 0.9 : 0.91) } },
    sentence:
      'The opened test set says: accuracy B 91.0, A 90.0 % on 500 images. The difference is too small to tell on 500 images.',
  },
  {
    ...{ rule: '18', when: 'it has two rows' },
    lanes: row([0.764, 0.92]),
    changes: { sealedTest: { rows: 2, figureOf: (id) => (id === 'A' ? 0.5 : 1) } },
    sentence:
      'The opened test set says: accuracy B 100.0, A 50.0 % on 2 images. The difference is too small to tell on 2 images. So few say little: each is worth 50.0 points.',
  },
  {
    ...{ rule: '19', when: 'a setting was changed while training' },
    lanes: row([0.8, 0.9]),
    changes: {
      liveChanges: [
        { armId: 'B', setting: 'L2 λ', from: '0.001', to: '0.01', epoch: 12, madeAt: 0 },
      ],
    },
    sentence:
      'B’s L2 λ was changed from 0.001 to 0.01 at epoch 12: it is not the same experiment throughout.',
  },
  {
    ...{ rule: '20', when: 'looking back' },
    lanes: row([0.8, 0.9]),
    changes: { runPhase: 'lookingBack' },
    sentence:
      'Looking back, at epoch 50 of 50: B is at 90.0 % validation accuracy, A at 80.0 % on the same 500 images. The verdict is for the last epoch.',
    never: /better|overfit/,
  },
];
