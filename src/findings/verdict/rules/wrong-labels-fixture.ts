/** Rule 7: what is learnt of labels that are known to be wrong. */
import { falling, lane, reaching, steady } from '../verdict-fixture.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import { L2, experimentOf, believing } from './rule-case-fixture.ts';

export const WRONG_LABELS_CASES: readonly RuleCase[] = [
  {
    ...{ rule: '7', when: 'training labels are known to be wrong' },
    lanes: [lane('A', falling), lane('B', steady)],
    sentence:
      'Of 120 wrong labels A repeats 114, B 19; for 95 of them B gives the true digit. B’s training accuracy (74 %) is below its validation accuracy (92 %) since 30 % of its training labels are wrong and none of the validation labels.',
  },
  {
    ...{ rule: '7', when: 'none of them is seen through' },
    lanes: [believing('A', 120, 0)],
    sentence: 'Of 120 wrong labels A repeats 120; A gets none of them right.',
  },
  {
    ...{ rule: '7', when: 'neither of two arms sees through any' },
    lanes: [believing('A', 120, 0), believing('B', 118, 0)],
    sentence: 'Of 120 wrong labels A repeats 120, B 118; neither gets any of them right.',
  },
  {
    ...{ rule: '7', when: 'training is below validation, also against the true labels' },
    lanes: [lane('A', { ...steady, trueLabelAccuracy: reaching(0.8) })],
    sentence: 'Of 120 wrong labels A repeats 19; for 95 of them A gives the true digit.',
    never: /since 30/,
  },
  {
    ...{ rule: '7', when: 'all of them are wrong: what was learnt of it stands first' },
    lanes: [believing('A', 120, 0, 0.01), believing('B', 20, 9, 0.098)],
    changes: experimentOf([{}, L2], { data: { wrongLabelShare: 1 } }),
    leads: true,
    sentence: 'Of 120 wrong labels A repeats 120, B 20; for 9 of them B gives the true digit.',
  },
  {
    ...{ rule: '7', when: 'validation accuracy is below guessing for certain' },
    lanes: [believing('A', 120, 0, 0.01), believing('B', 20, 9, 0.098)],
    changes: experimentOf([{}, L2], { data: { wrongLabelShare: 1 } }),
    sentence:
      'Worse than guessing, which gives 10 %: validation accuracy A 1.0 %. All training labels are wrong and the validation labels are true: what is learnt by heart leads away from the true digit.',
  },
];
