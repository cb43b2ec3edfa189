/** Rules 6, 8, 9 and 10: what limits a conclusion: failed cells, figures chosen by the rows that score them, the sealed test set, cells that are missing. */
import { FOLDS, L2, cell, line, material, shifted } from '../conclusion-fixture.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import { LOSSES, loss, inner, opened } from './rule-case-fixture.ts';

export const RESERVATIONS_CASES: readonly RuleCase[] = [
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
