/** Rules 4 and 5: what the best can be told from, and a best at the edge of the grid. */
import { FOLDS, L2, ONE_SPLIT, WIDTH, line, material, shifted } from '../conclusion-fixture.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import { LOSSES, loss, inner, seedsOf, split } from './rule-case-fixture.ts';

export const DIFFERENCES_CASES: readonly RuleCase[] = [
  {
    ...{ rule: '4', when: 'the interval of the difference holds 0' },
    given: material(
      [L2],
      line(
        FOLDS.map((score, fold) => score - ([0.02, 0.03, 0.01, 0.04, 0][fold] ?? 0)),
        FOLDS,
      ),
    ),
    sentence:
      'Against the runner-up, L2 off: the best is higher by 2.0 points (95 % interval −0.9 to +4.9): this sweep cannot tell them apart.',
    never: /can be told/,
  },
  {
    ...{
      rule: '4',
      when: 'the same where only one of three is near',
    },
    given: material([L2], inner),
    sentence:
      'Against the runner-up, L2 0.001: the best is higher by 1.0 points (95 % interval −1.9 to +3.9): this sweep cannot tell them apart.',
  },
  {
    ...{ rule: '4', when: 'the same: against the cell that leaves it out' },
    given: material([L2], inner),
    sentence: 'Against L2 off: the best is higher by 12.0 points (95 % interval 10.1 to 13.9).',
  },
  {
    ...{ rule: '4', when: 'the same: how many cannot be told from the best' },
    given: material([L2], inner),
    sentence:
      '1 of the 3 other cells cannot be told from the best. Intervals are corrected for training sets that overlap (Nadeau & Bengio 2003). Each is for one comparison; the best was picked by these same figures, which flatters its lead.',
  },
  {
    ...{ rule: '4', when: 'a loss, clearly lower' },
    given: material(
      [L2],
      line(
        LOSSES.map((value, fold) => value + 0.1 + 0.001 * fold),
        LOSSES,
      ),
      loss,
    ),
    sentence:
      'Against the runner-up, L2 off: the best is lower by 0.102 (95 % interval 0.099 to 0.105).',
    never: /cannot/,
  },
  {
    ...{ rule: '4', when: 'one row more in every fold, which is no spread and yet luck' },
    given: material([L2], line(shifted(-0.01), FOLDS)),
    sentence:
      'Against the runner-up, L2 off: the best is higher by 1.0 points (95 % interval −0.9 to +2.9): this sweep cannot tell them apart.',
    never: /can be told/,
  },
  {
    ...{ rule: '4', when: 'seeds of one split' },
    given: material([L2], seedsOf([0.8, 0.81, 0.79], [0.9, 0.92, 0.91]), split),
    sentence:
      'The other cell can be told from the best. Intervals are over the seeds of this one split: of other rows they say nothing.',
  },
  {
    ...{ rule: '4', when: 'seeds that draw their own rows' },
    given: material([L2], seedsOf([0.8, 0.81, 0.79], [0.9, 0.92, 0.91]), {
      judgement: { ...split.judgement, seedsRedrawRows: true },
    }),
    sentence:
      'The other cell can be told from the best. Intervals are over seeds that draw their own rows; where draws overlap they are somewhat too narrow.',
  },
  {
    ...{ rule: '4', when: 'one training a cell' },
    given: material([L2], seedsOf([0.8], [0.9]), { judgement: ONE_SPLIT }),
    sentence:
      'One training a cell: no difference can be told from luck. Judge by folds, or by more seeds.',
    never: /interval/,
  },
  {
    ...{ rule: '5', when: 'the best is the largest tried' },
    given: material([L2], line(shifted(-0.3), shifted(-0.2), shifted(-0.1), FOLDS)),
    sentence:
      'The best value of L2, 0.1, is the largest tried: widen the axis to see whether there is a better one beyond. What is finished is kept.',
  },
  {
    ...{ rule: '5', when: 'the best is the smallest tried' },
    given: material([WIDTH], line(FOLDS, shifted(-0.2), shifted(-0.1), shifted(-0.3))),
    sentence:
      'The best value of width, 8, is the smallest tried: widen the axis to see whether there is a better one beyond. What is finished is kept.',
  },
  {
    ...{ rule: '5', when: 'the best leaves it out: there is nothing below' },
    given: material([L2], line(FOLDS, shifted(-0.1), shifted(-0.2), shifted(-0.3))),
    sentence:
      'Best of 4 cells: L2 off, validation accuracy 90.0 ± 1.4 % (mean and standard error over 5 folds).',
    never: /widen/,
  },
  {
    ...{ rule: '5', when: 'one value besides “off” is no range that could be widened' },
    given: material([{ ...L2, values: ['off', '0.1'] }], line(shifted(-0.1), FOLDS)),
    sentence:
      'Best of 2 cells: L2 0.1, validation accuracy 90.0 ± 1.4 % (mean and standard error over 5 folds).',
    never: /widen/,
  },
];
