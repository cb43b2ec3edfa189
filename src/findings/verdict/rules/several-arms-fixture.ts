/** Rules 15, 16 and 17: arms that cross two settings, many arms, and arms that are equal. */
import { BETTER, PLAIN, SAME, seeds, WORSE } from '../seeds-fixture.ts';
import { repeats } from '../verdict-fixture.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import { L2, SIX, experimentOf, lossOf, row, grid, overSeeds } from './rule-case-fixture.ts';

export const SEVERAL_ARMS_CASES: readonly RuleCase[] = [
  {
    ...{ rule: '15', when: 'arms cross two things: like is compared with like' },
    lanes: [lossOf('A', 0.81), lossOf('B', 0.62), lossOf('C', 0.52), lossOf('D', 0.51)],
    changes: {
      ...{ experiment: grid, validationRows: 200, noun: 'patients', classNoun: 'value' },
      dataset: { task: 'regression', featureCount: 10, outputs: 1 },
    },
    leads: true,
    sentence:
      'One run, validation loss with 40 patients: L2 λ = 0.3 (B) 0.620, plain (A) 0.810; with 240 patients: L2 λ = 0.3 (D) 0.510, plain (C) 0.520, on the same 200 patients. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '15', when: 'the same over seeds' },
    lanes: [
      ...repeats('A', 'validationLoss', [0.8, 0.82, 0.81]),
      ...repeats('B', 'validationLoss', [0.6, 0.63, 0.61]),
      ...repeats('C', 'validationLoss', [0.52, 0.53, 0.51]),
      ...repeats('D', 'validationLoss', [0.53, 0.52, 0.5]),
    ],
    changes: {
      ...{ experiment: overSeeds(grid, 3), validationRows: 200, noun: 'patients' },
      dataset: { task: 'regression', featureCount: 10, outputs: 1 },
    },
    leads: true,
    sentence:
      'With 40 patients L2 λ = 0.3 (B) is better than plain (A), validation loss 0.613 against 0.810 (B minus A −0.197, interval −0.217 to −0.176); with 240 patients no difference is shown (D minus C −0.0033, interval −0.0447 to +0.0380). The 95 % intervals hold for both comparisons together; 3 seeds, at these settings.',
  },
  {
    ...{ rule: '16', when: 'six arms, one run: one sentence in names' },
    lanes: row([0.72, 0.9, 0.902, 0.88, 0.87, 0.8]),
    changes: experimentOf(SIX),
    leads: true,
    sentence:
      'One run: weight decay λ = 1 (C) ends highest, at 90.2 % validation accuracy, plain (A) at 72.0 % on the same 500 images. Its lead over L2 λ = 0.01 (B) is too small to tell on 500 images, and its lead over max-norm 1 (D) and input noise σ = 0.3 (E) may be.',
  },
  {
    ...{ rule: '16', when: 'six arms over seeds' },
    lanes: [
      ...seeds('A', PLAIN),
      ...seeds('B', BETTER),
      ...seeds('C', SAME),
      ...seeds('D', WORSE),
      ...seeds(
        'E',
        BETTER.map((share) => share - 0.001),
      ),
      ...seeds(
        'F',
        SAME.map((share) => share + 0.001),
      ),
    ],
    changes: experimentOf(SIX, { training: { replicates: 5 } }),
    leads: true,
    sentence:
      'L2 λ = 0.01 (B) and input noise σ = 0.3 (E) are better than plain (A) on validation accuracy; between them nothing is shown; max-norm 1 (D) is worse; no difference from plain (A) is shown for weight decay λ = 1 (C) and L1 λ = 0.002 (F). The 95 % intervals hold for all 5 comparisons together; 5 seeds, at these settings.',
  },
  {
    ...{ rule: '17', when: 'all arms are alike' },
    lanes: row([0.9, 0.9]),
    changes: experimentOf([L2, L2]),
    sentence: 'The curves of A and B coincide: their settings are the same.',
    never: /better|seed/,
  },
];
