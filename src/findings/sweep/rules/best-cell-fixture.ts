/** Rules 1, 2 and 3: the best cell, the simplest that is about as good, and ties. */
import {
  FOLDS,
  L2,
  ONE_SPLIT,
  OPTIMIZER,
  RATE,
  WIDTH,
  cell,
  line,
  material,
  shifted,
} from '../conclusion-fixture.ts';
import { SWEEP_METRICS } from '../sweep-metrics.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import { FLAT, LOSSES, loss, inner, seedsOf, split } from './rule-case-fixture.ts';

export const BEST_CELL_CASES: readonly RuleCase[] = [
  {
    ...{ rule: '1', when: 'folds, one seed' },
    given: material([L2], inner),
    sentence:
      'Best of 4 cells: L2 0.01, validation accuracy 90.0 ± 1.4 % (mean and standard error over 5 folds).',
  },
  {
    ...{ rule: '1', when: 'several seeds a fold are averaged before the error is taken' },
    given: material(
      [L2],
      [
        { place: [0], scores: FOLDS.map((score) => [score - 0.2, score]) },
        { place: [1], scores: FOLDS.map((score) => [score - 0.1, score + 0.1]) },
      ],
      { judgement: { ...material([L2], []).judgement, seeds: 2 } },
    ),
    sentence:
      'Best of 2 cells: L2 0.001, validation accuracy 90.0 ± 1.4 % (mean and standard error over 5 folds, 2 seeds of each averaged first).',
  },
  {
    ...{ rule: '1', when: 'of a loss the lowest is best; two axes' },
    given: material(
      [L2, RATE],
      [
        cell(
          [1, 0],
          LOSSES.map((value) => value + 0.1),
        ),
        cell([2, 1], LOSSES),
      ],
      loss,
    ),
    sentence:
      'Best of 2 cells: L2 0.01 with dropout rate 0.2, validation loss 0.300 ± 0.009 (mean and standard error over 5 folds).',
  },
  {
    ...{ rule: '1', when: 'one split, several seeds' },
    given: material([L2], seedsOf([0.8, 0.81, 0.79], [0.9, 0.92, 0.91]), split),
    sentence:
      'Best of 2 cells: L2 0.001, validation accuracy 91.0 ± 1.0 % (mean and standard deviation over 3 seeds, on one split).',
    never: /standard error over/,
  },
  {
    ...{ rule: '1', when: 'one split, one seed' },
    given: material([L2], seedsOf([0.8], [0.9]), { judgement: ONE_SPLIT }),
    sentence: 'Best of 2 cells: L2 0.001, validation accuracy 90.0 % (one training on one split).',
    never: /±/,
  },
  {
    ...{ rule: '1', when: 'every seed draws its rows anew' },
    given: material([L2], seedsOf([0.8, 0.81, 0.79], [0.9, 0.92, 0.91]), {
      judgement: { ...split.judgement, seedsRedrawRows: true },
    }),
    sentence:
      'Best of 2 cells: L2 0.001, validation accuracy 91.0 ± 1.0 % (mean and standard deviation over 3 seeds, each with a split of its own).',
  },
  {
    ...{ rule: '1', when: 'R² below 0' },
    given: material([L2], line([-0.3, -0.2, -0.1, -0.2, -0.2], [-0.2, -0.1, -0.1, -0.1, -0.2]), {
      metric: SWEEP_METRICS.rSquared,
    }),
    sentence:
      'Best of 2 cells: L2 0.001, validation R² −0.140 ± 0.024 (mean and standard error over 5 folds).',
  },
  {
    ...{ rule: '2', when: 'a simpler cell is within one standard error' },
    given: material([L2], line(shifted(-0.1), FOLDS, shifted(-0.008), shifted(-0.05))),
    sentence:
      'Simplest within one standard error of the best: L2 0.01, 89.2 against 90.0 % (cut-off 88.6 %). Simpler means L2 up.',
  },
  {
    ...{ rule: '2', when: 'simpler cells are all worse than the cut-off' },
    given: material([L2], line(shifted(-0.1), FOLDS, shifted(-0.02), shifted(-0.05))),
    sentence:
      'Simplest within one standard error of the best: L2 0.001, the best itself, as no simpler cell is within the cut-off of 88.6 %. Simpler means L2 up.',
  },
  {
    ...{ rule: '2', when: 'the best is the simplest' },
    given: material([L2], line(shifted(-0.1), shifted(-0.09), shifted(-0.08), FOLDS)),
    sentence:
      'Simplest within one standard error of the best: L2 0.1, the best itself, as none is simpler. Simpler means L2 up.',
  },
  {
    ...{ rule: '2', when: 'of a loss the cut-off is above the best' },
    given: material(
      [L2],
      line(
        LOSSES.map((value) => value + 0.1),
        LOSSES,
        LOSSES.map((value) => value + 0.005),
      ),
      loss,
    ),
    sentence:
      'Simplest within one standard error of the best: L2 0.01, 0.305 against 0.300 (cut-off 0.309). Simpler means L2 up.',
  },
  {
    ...{ rule: '2', when: 'on two axes the first decides, then the second' },
    given: material(
      [WIDTH, RATE],
      [
        cell([0, 0], shifted(-0.05)),
        cell([1, 0], shifted(-0.01)),
        cell([1, 1], shifted(-0.012)),
        cell([2, 1], FOLDS),
      ],
    ),
    sentence:
      'Simplest within one standard error of the best: width 32 with dropout rate 0.2, 88.8 against 90.0 % (cut-off 88.6 %). Simpler means width down, then dropout rate up.',
  },
  {
    ...{ rule: '2', when: 'a single split' },
    given: material([L2], seedsOf([0.8, 0.81, 0.79], [0.9, 0.92, 0.91]), split),
    sentence:
      'No one-standard-error choice: a single split has no standard error. Judge by folds to have one.',
    never: /Simplest/,
  },
  {
    ...{ rule: '2', when: 'no axis has a simpler end' },
    given: material([OPTIMIZER], line(shifted(-0.01), FOLDS)),
    sentence: 'No one-standard-error choice: no optimizer is simpler than another.',
    never: /Simplest/,
  },
  {
    ...{ rule: '3', when: 'two cells are level' },
    given: material([L2], line(shifted(-0.1), FOLDS, [...FOLDS].reverse(), shifted(-0.05))),
    sentence:
      'A tie: L2 0.01 has the same mean as L2 0.001, which is named because it comes first.',
    never: /runner-up/,
  },
  {
    ...{ rule: '3', when: 'all are' },
    given: material([L2], line(FLAT, FLAT, FLAT, FLAT)),
    sentence:
      'All 4 cells tie at validation accuracy 90.0 ± 0.0 % (mean and standard error over 5 folds): this sweep shows no difference.',
    never: /Best of|told|widen/,
  },
];
