/** Rules 4, 6, 8, 21 and 22: arms that overfit, underfit or do not learn, and regularizers that have nothing to prevent. */
import { seeds } from '../seeds-fixture.ts';
import {
  falling,
  lane,
  NONE_WRONG,
  reaching,
  REGRESSION,
  towards,
  valley,
} from '../verdict-fixture.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import { L2, experimentOf, level, stuck, fitting, fallOf, BINARY } from './rule-case-fixture.ts';

export const FITTING_CASES: readonly RuleCase[] = [
  {
    ...{
      rule: '4',
      when: 'a smaller gap beside a worse validation figure, all three beyond chance',
    },
    lanes: [
      ...seeds('A', [0.8, 0.803, 0.806], { trainingAccuracy: reaching(0.993) }),
      ...seeds('B', [0.08, 0.083, 0.086], { trainingAccuracy: reaching(0.123) }),
    ],
    sentence:
      'B fits less; it does not generalise better: gap 4 against 19 points (A), but validation accuracy 8.3 against 80.3 %.',
  },
  {
    ...{ rule: '6', when: 'validation loss rises and accuracy falls while training loss falls' },
    lanes: [level('A', 0, falling)],
    sentence:
      'A overfits: its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86) and validation accuracy falls after epoch 10 (88.0 → 76.4 %).',
  },
  {
    ...{ rule: '6', when: 'only the loss rises' },
    lanes: [level('A', 0, { ...falling, validationAccuracy: reaching(0.88) })],
    sentence:
      'A overfits: its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86). Its accuracy has not fallen: it becomes more confident in its mistakes.',
  },
  {
    ...{ rule: '6', when: 'the loss rises and accuracy falls within chance' },
    lanes: [level('A', 0, { ...fallOf(0.88, 0.87, 25), validationLoss: valley(0.63, 0.86) })],
    sentence:
      'A overfits: its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86). Its accuracy has fallen by no more than chance explains on 500 images (88.0 → 87.0 %): it becomes more confident in its mistakes.',
  },
  {
    ...{ rule: '6', when: 'one of 60 rows is lost from 100 %' },
    lanes: [level('A', 0, fallOf(1, 59 / 60, 1))],
    changes: { validationRows: 60 },
    sentence: 'One run: A ends at 98.3 % validation accuracy on 60 images.',
    never: /overfit|falls/,
  },
  {
    ...{ rule: '6', when: 'beside one that overfits, an accuracy that falls within chance' },
    lanes: [level('A', 0, fallOf(0.88, 0.764, 70)), level('B', 0, fallOf(0.88, 0.86, 40))],
    sentence:
      'A overfits: its training loss still falls, but validation accuracy falls after epoch 10 (88.0 → 76.4 %). Its validation loss does not show it. B’s accuracy falls too, 88.0 → 86.0 %, by no more than chance explains on 500 images.',
  },
  {
    ...{ rule: '6', when: 'beside one that overfits, one that falls far and does not learn' },
    lanes: [
      level('A', 0, fallOf(0.88, 0.764, 70)),
      level('B', 0, {
        ...fallOf(0.432, 0.092, 180),
        trainingAccuracy: reaching(0.11),
        trainingLoss: towards(1.8, 2.4),
      }),
    ],
    changes: experimentOf([{}, { l2: { lambda: 0.1 } }]),
    sentence:
      'B’s accuracy falls too, 43.2 → 9.2 %, but that is not overfitting: it does not learn.',
    never: /chance/,
  },
  {
    ...{ rule: '6', when: 'beside one that overfits, one whose training gets worse as well' },
    lanes: [
      level('A', 0, fallOf(0.88, 0.764, 70)),
      level('B', 0, { ...fallOf(0.82, 0.722, 70), trainingLoss: towards(0.3, 0.9) }),
    ],
    sentence:
      'B’s accuracy falls too, 82.0 → 72.2 %, but that is not overfitting: its training loss has not fallen since.',
    never: /chance/,
  },
  {
    ...{ rule: '6', when: 'beside one that overfits, one that falls within its own wobble' },
    lanes: [
      level('A', 0, fallOf(0.88, 0.764, 70)),
      level('B', 0, {
        ...fallOf(0.88, 0.84, 22),
        validationAccuracy: (e) => (e === 10 ? 0.88 : e < 10 ? 0.08 * e : 0.84 + 0.02 * (e % 2)),
      }),
    ],
    sentence: 'B’s accuracy falls too, 88.0 → 84.0 %, by no more than its curve wobbles.',
    never: /chance/,
  },
  {
    ...{ rule: '6', when: 'it falls, in training too, and none overfits' },
    lanes: [level('A', 0, { ...fallOf(0.82, 0.722, 70), trainingLoss: towards(0.3, 0.9) })],
    sentence:
      'A falls back, in training too: validation accuracy 82.0 → 72.2 % after epoch 10, and its training loss has not fallen since. That is not overfitting.',
    never: /chance|overfits/,
  },
  {
    ...{ rule: '6', when: 'a loss over two rows rises' },
    lanes: [level('A', 0, { ...falling, lostSinceBest: () => 0, validationAccuracy: reaching(1) })],
    changes: { validationRows: 2 },
    sentence: 'Only 2 images to judge by: each is worth 50.0 points.',
    never: /overfit/,
  },
  {
    ...{ rule: '8', when: 'training accuracy is no better than the most frequent class' },
    lanes: [level('A', 0.8), stuck('B')],
    changes: experimentOf([{}, { l2: { lambda: 0.1 } }]),
    sentence:
      'B does not learn at λ = 0.1: training accuracy 12 %, always guessing the most frequent digit gives 12 %.',
  },
  {
    ...{ rule: '8', when: 'neither learns, at a rate far from what suits the data' },
    lanes: [stuck('A'), stuck('B')],
    changes: experimentOf([{}, L2], { training: { learningRate: 5 } }),
    leads: true,
    sentence:
      'Neither arm learns at learning rate 5: training accuracy A 12 % and B 12 %, always guessing the most frequent digit gives 12 %.',
  },
  {
    ...{ rule: '8', when: 'five training rows, all of them right' },
    lanes: [
      level(
        'A',
        0.5,
        { trainingAccuracy: reaching(1) },
        {
          ...NONE_WRONG,
          ...{ trainingRows: 5, trainingSampleRows: 5, simplestAnswer: 0.8 },
        },
      ),
    ],
    changes: BINARY,
    sentence: 'One run: A ends at 50.0 % validation accuracy on 500 points.',
    never: /learn/,
  },
  {
    ...{ rule: '8', when: 'regression no better than the mean' },
    lanes: [
      lane('A', { validationLoss: reaching(1.1), trainingLoss: reaching(0.98) }, 50, {
        ...NONE_WRONG,
        simplestAnswer: 1,
      }),
    ],
    changes: REGRESSION,
    sentence: 'A does not learn: training loss 0.98, always answering the mean gives 1.00.',
  },
  {
    ...{
      rule: '21',
      when: 'no labels are wrong, and a plain arm does almost as well on validation',
    },
    lanes: [level('A', 0.975), level('B', 0.975)],
    changes: experimentOf([{}, { dropout: { rate: 0.5, inputRate: 0 } }], {
      data: { wrongLabelShare: 0 },
    }),
    sentence:
      'There is little overfitting to prevent: without any regularizer A gets 99.0 % of 400 training images right, and 97.5 % of 500 validation images.',
  },
  {
    ...{
      rule: '22',
      when: 'a regression fits even its training rows worse than another arm predicts',
    },
    lanes: [fitting('A', 0.5, 0.6), fitting('B', 0.1, 0.2)],
    changes: REGRESSION,
    sentence: 'A underfits: even its training loss (0.500) is above B’s validation loss (0.200).',
  },
  {
    ...{ rule: '22', when: 'two of them do' },
    lanes: [fitting('A', 0.5, 0.6), fitting('B', 0.1, 0.2), fitting('C', 0.4, 0.5)],
    changes: { ...REGRESSION, ...experimentOf([{}, {}, {}]) },
    sentence:
      'A and C underfit: even their training losses (0.500 and 0.400) are above B’s validation loss (0.200).',
  },
  {
    ...{ rule: '22', when: 'its training loss is hardly higher, as the luck of few rows may be' },
    lanes: [fitting('A', 0.25, 0.6), fitting('B', 0.1, 0.2)],
    changes: REGRESSION,
    sentence: 'One run: B ends at a validation loss of 0.200, A at 0.600 on the same 500 examples.',
    never: /underfit/,
  },
];
