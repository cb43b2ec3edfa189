/** Rule 7: an axis that is a problem and not a choice. */
import { FOLDS, RATE, SIZE, line, material, shifted } from '../conclusion-fixture.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import { sizes } from './rule-case-fixture.ts';

export const GIVEN_AXIS_CASES: readonly RuleCase[] = [
  {
    ...{ rule: '7', when: 'one axis is a problem' },
    given: material([RATE, SIZE], sizes),
    sentence:
      'Training examples: given, not chosen, so each value has its own best. Training examples 50: dropout rate 0.2, 60.0 ± 2.8 %; 400: dropout rate 0.5, 90.0 ± 1.4 %. Validation accuracy, mean and standard error over 5 folds.',
    never: /Best of/,
  },
  {
    ...{ rule: '7', when: 'the same: the simplest of each' },
    given: material([RATE, SIZE], sizes),
    sentence:
      'Simplest within one standard error of each best. Training examples 50: dropout rate 0.2, the best itself, as no simpler cell is within the cut-off of 57.2 %; 400: dropout rate 0.5, the best itself, as none is simpler. Simpler means dropout rate up.',
  },
  {
    ...{ rule: '7', when: 'the same: what is gained at each' },
    given: material([RATE, SIZE], sizes),
    sentence:
      'The best against dropout rate off. Training examples 50: higher by 2.0 points (95 % interval −3.9 to +7.9), not told apart; 400: higher by 10.0 points (95 % interval 8.1 to 11.9).',
  },
  {
    ...{ rule: '7', when: 'the same: what cannot be told from the best of each' },
    given: material([RATE, SIZE], sizes),
    sentence:
      'Other cells that cannot be told from the best. Training examples 50: 1 of 2; 400: 0 of 2. Intervals are corrected for training sets that overlap (Nadeau & Bengio 2003). Each is for one comparison; the best was picked by these same figures, which flatters its lead.',
  },
  {
    ...{ rule: '7', when: 'the same: an edge' },
    given: material([RATE, SIZE], sizes),
    sentence:
      'At training examples 400 the best value of dropout rate, 0.5, is the largest tried: widen the axis to see whether there is a better one beyond. What is finished is kept.',
  },
  {
    ...{ rule: '7', when: 'the only axis is a problem' },
    given: material([SIZE], line(shifted(-0.1), FOLDS)),
    sentence: 'Nothing is chosen: no value of training examples is the best, since it is given.',
    never: /Best|best of|widen|told/,
  },
];
