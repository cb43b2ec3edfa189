/**
 * Every rule of the conclusions of a sweep at its ordinary case and at made-up extremes, with the sentence
 * that must come out. docs/sweep.md is the same table to read; the last test holds the two together.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  FOLDS,
  L2,
  ONE_SPLIT,
  OPTIMIZER,
  RATE,
  SIZE,
  WIDTH,
  cell,
  line,
  material,
  sentences,
  shifted,
  splitCell,
} from './conclusion-fixture.ts';
import type { ConclusionMaterial } from './conclusion-material.ts';
import { SWEEP_METRICS } from './sweep-metrics.ts';

interface Case {
  readonly rule: string;
  readonly when: string;
  readonly given: ConclusionMaterial;
  readonly sentence: string;
  /** What must not be said with it. */
  readonly never?: RegExp;
}

const FLAT = [0.9, 0.9, 0.9, 0.9, 0.9];
const LOSSES = [0.31, 0.3, 0.33, 0.28, 0.28];
const loss = { metric: SWEEP_METRICS.loss };
const inner = line(shifted(-0.12), shifted(-0.01, 0.01), FOLDS, shifted(-0.05, 0.002));
const seedsOf = (...scores: readonly (readonly number[])[]) =>
  scores.map((own, at) => splitCell([at], own));
const split = { judgement: { ...ONE_SPLIT, seeds: 3 } };
const sizes = [
  cell([0, 0], shifted(-0.32)),
  cell([1, 0], shifted(-0.3, 0.02)),
  cell([2, 0], shifted(-0.34, 0.01)),
  cell([0, 1], shifted(-0.1, 0.002)),
  cell([1, 1], shifted(-0.04, 0.002)),
  cell([2, 1], FOLDS),
];
const opened = (score: number, rows = 897, place = [2]) => ({
  sealed: { place, score, rows, standardError: null },
});

const CASES: readonly Case[] = [
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
  {
    ...{ rule: '6', when: 'a training of a cell diverged, and its others are the best' },
    given: material(
      [L2],
      [
        ...line(shifted(-0.1), FOLDS),
        cell([2], [0.99, 0.99, NaN, 0.99, 0.99]),
        cell([3], [NaN, NaN, NaN, NaN, NaN]),
      ],
    ),
    sentence:
      'Diverged, and so never the best: L2 0.01 (1 of 5 trainings) and L2 0.1 (all 5 trainings).',
    never: /Best of \d cells: L2 0\.01/,
  },
  {
    ...{ rule: '6', when: 'a cell failed' },
    given: material(
      [L2],
      [...line(shifted(-0.1), FOLDS), cell([2], [0.9, NaN, 0.9, 0.9, 0.9], 'failed')],
    ),
    sentence: 'Failed, and so never the best: L2 0.01. Each can be run again alone.',
  },
  {
    ...{ rule: '6', when: 'a cell cannot run' },
    given: material([L2], [...line(shifted(-0.1), FOLDS), cell([3], null, 'cannotRun')]),
    sentence: 'Cannot run: L2 0.1.',
  },
  {
    ...{ rule: '6', when: 'all diverged' },
    given: material([L2], line([NaN, NaN], [NaN, NaN])),
    sentence: 'Nothing to choose from: no cell has a figure from every training.',
    never: /Best|widen/,
  },
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
  {
    ...{ rule: '8', when: 'scores are of the best epoch' },
    given: material([L2], inner, { judgement: { ...material([L2], []).judgement, at: 'best' } }),
    sentence:
      'Chosen and scored on the same rows: each training’s best epoch was picked by the rows that score it, so all figures here are somewhat too good.',
  },
  {
    ...{ rule: '8', when: 'scores are of the restored epoch' },
    given: material([L2], inner, {
      judgement: { ...material([L2], []).judgement, at: 'restored' },
    }),
    sentence:
      'Chosen and scored on the same rows: the epoch that early stopping restored was picked by the rows that score it, so all figures here are somewhat too good.',
  },
  {
    ...{ rule: '8', when: 'the same, and some cells restore none' },
    given: material([L2], inner, {
      judgement: { ...material([L2], []).judgement, at: 'restored', cellsRestoringNone: 1 },
    }),
    sentence:
      'Chosen and scored on the same rows: the epoch that early stopping restored was picked by the rows that score it, so the figures of cells with it are somewhat too good; those of the others are of their last epoch.',
    never: /all figures/,
  },
  {
    ...{ rule: '9', when: 'the test set was opened for the best, and it may be luck' },
    given: material([L2], inner, opened(0.888)),
    sentence:
      'The best of 4 looked 1.2 points better in validation than on the sealed test set: validation 90.0 ± 1.4 %, test 88.8 ± 1.1 % on 897 images (± one standard error). The difference is within two standard errors: it may be luck.',
  },
  {
    ...{ rule: '9', when: 'it is much worse there' },
    given: material([L2], inner, opened(0.82)),
    sentence:
      'The best of 4 looked 8.0 points better in validation than on the sealed test set: validation 90.0 ± 1.4 %, test 82.0 ± 1.3 % on 897 images (± one standard error). The difference is more than two standard errors. What wins among many is in part lucky.',
  },
  {
    ...{ rule: '9', when: 'it is better there' },
    given: material([L2], inner, opened(0.951)),
    sentence:
      'The best of 4 looked 5.1 points worse in validation than on the sealed test set: validation 90.0 ± 1.4 %, test 95.1 ± 0.7 % on 897 images (± one standard error). The difference is more than two standard errors.',
  },
  {
    ...{ rule: '9', when: 'both figures are alike; another cell was chosen' },
    given: material([L2], inner, opened(0.85, 897, [3])),
    sentence:
      'The cell chosen of 4 looked the same in validation as on the sealed test set: validation 85.0 ± 1.6 %, test 85.0 ± 1.2 % on 897 images (± one standard error).',
  },
  {
    ...{ rule: '9', when: 'all ten rows are right' },
    given: material([L2], inner, opened(1, 10)),
    sentence:
      'The best of 4 looked 10.0 points worse in validation than on the sealed test set: validation 90.0 ± 1.4 %, test 100.0 ± 9.4 % on 10 images (± one standard error). The difference is within two standard errors: it may be luck.',
  },
  {
    ...{ rule: '9', when: 'a loss, whose error is not known' },
    given: material(
      [L2],
      line(
        LOSSES.map((value) => value + 0.1),
        LOSSES,
      ),
      { ...loss, ...opened(0.34, 897, [1]) },
    ),
    sentence:
      'The best of 2 looked 0.040 better in validation than on the sealed test set: validation 0.300 ± 0.009, test 0.340 on 897 images (± one standard error). How much of the difference may be luck is not known.',
    never: /standard errors:/,
  },
  {
    ...{ rule: '10', when: 'not all is done' },
    given: material([L2], line(shifted(-0.1), FOLDS, null, null), {
      trainings: { done: 13, all: 20 },
    }),
    sentence:
      'Not finished: what follows is of 2 of 4 cells (13 of 20 trainings are done), and may change.',
  },
  {
    ...{ rule: '10', when: 'no cell is' },
    given: material([L2], line(null, null), { trainings: { done: 3, all: 10 } }),
    sentence: 'Nothing to judge yet: 3 of 10 trainings are done, and no cell has all of its own.',
    never: /Best|widen/,
  },
];

describe('a rule of the conclusions', () => {
  it.each(CASES)('$rule: $when', ({ given, sentence, never }) => {
    const said = sentences(given);
    expect(said).toContain(sentence);
    if (never) expect(said.join(' ')).not.toMatch(never);
  });

  it('stands in docs/sweep.md with its sentence', () => {
    const text = readFileSync('docs/sweep.md', 'utf8');
    const rows = text.split('\n').filter((one) => /^\| \d+ \|/.test(one));
    expect(rows).toEqual(
      CASES.map(({ rule, when, sentence }) => `| ${rule} | ${when} | ${sentence} |`),
    );
  });
});
