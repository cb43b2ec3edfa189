/** Rules 1, 2, 3, 5, 9 and 13: which arm is better, over seeds, in one run, and when that cannot be said. */
import { BETTER, PLAIN, SAME, seeds, stillRising } from '../seeds-fixture.ts';
import { lane, NONE_WRONG, reaching, REGRESSION, repeats } from '../verdict-fixture.ts';
import type { RuleCase } from './rule-case-fixture.ts';
import { SIX, experimentOf, level, lossOf, row, BINARY } from './rule-case-fixture.ts';

export const RANKING_CASES: readonly RuleCase[] = [
  {
    ...{ rule: '1', when: 'the interval over three seeds or more excludes 0' },
    lanes: [...seeds('A', PLAIN), ...seeds('B', BETTER)],
    sentence:
      'B (dropout) is better on validation accuracy: 89.6 against 73.0 %, +16.6 points (95 % interval 14.4 to 18.8; 5 seeds, higher in all), at these settings.',
  },
  {
    ...{ rule: '1', when: 'the same of a loss, which is better where it is lower' },
    lanes: [
      ...repeats('A', 'validationLoss', [2.7, 2.8, 2.72, 2.78]),
      ...repeats('B', 'validationLoss', [1.3, 1.35, 1.32, 1.28]),
    ],
    changes: REGRESSION,
    sentence:
      'B (dropout) is better on validation loss: 1.31 against 2.75, 1.44 lower (95 % interval 1.36 to 1.51; 4 seeds, lower in all), at these settings.',
  },
  {
    ...{ rule: '2', when: 'it holds 0' },
    lanes: [...seeds('A', PLAIN), ...seeds('B', SAME)],
    sentence:
      'No difference shown: B minus A is +0.10 points in validation accuracy, 95 % interval −0.47 to +0.67 (5 seeds). Differences below 0.7 points would need more seeds.',
  },
  {
    ...{
      rule: '2',
      when: 'one image more in each of three seeds, which is no spread and yet luck',
    },
    lanes: [...seeds('A', [0.9, 0.9, 0.9]), ...seeds('B', [0.902, 0.902, 0.902])],
    sentence:
      'No difference shown: B minus A is +0.20 points in validation accuracy, 95 % interval −0.05 to +0.45 (3 seeds). Differences below 0.5 points would need more seeds.',
    never: /better/,
  },
  {
    ...{ rule: '2', when: 'arms end alike in every seed' },
    lanes: [...seeds('A', PLAIN), ...seeds('B', PLAIN)],
    sentence: 'No difference: A and B end alike in validation accuracy (5 seeds).',
    never: /better|more seeds/,
  },
  {
    ...{ rule: '3', when: 'one seed, and the rows tell the arms apart' },
    lanes: row([0.764, 0.92]),
    sentence:
      'One run: B ends at 92.0 % validation accuracy, A at 76.4 % on the same 500 images. Another seed may differ; repeat over 5 seeds to judge.',
    never: /better/,
  },
  {
    ...{ rule: '3', when: 'five rows are gained and none is lost: it takes six' },
    lanes: row([0.9, 0.91]),
    changes: { discordance: () => 5 },
    sentence:
      'One run: B ends at 91.0 % validation accuracy, A at 90.0 % on the same 500 images. The difference is too small to tell on 500 images.',
  },
  {
    ...{ rule: '3', when: 'six are gained and none is lost' },
    lanes: row([0.9, 0.912]),
    changes: { discordance: () => 6 },
    sentence:
      'One run: B ends at 91.2 % validation accuracy, A at 90.0 % on the same 500 images. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '3', when: 'how many rows only one gets right is not known, and could be too many' },
    lanes: row([0.92, 0.936]),
    sentence:
      'One run: B ends at 93.6 % validation accuracy, A at 92.0 % on the same 500 images. The difference may be too small to tell on 500 images.',
  },
  {
    ...{ rule: '3', when: 'a tie' },
    lanes: row([0.92, 0.92]),
    sentence:
      'One run: A ends at 92.0 % validation accuracy, B at 92.0 % on the same 500 images. No difference shows on these 500 images.',
    never: /better|behind|ahead/,
  },
  {
    ...{ rule: '3', when: 'all right, both arms' },
    lanes: row([1, 1]),
    changes: { validationRows: 60 },
    sentence:
      'One run: A ends at 100.0 % validation accuracy, B at 100.0 % on the same 60 images. No difference shows on these 60 images.',
  },
  {
    ...{
      rule: '3',
      when: 'one of 60 rows is wrong in one arm, where an error of p(1 − p)/n would be 0',
    },
    lanes: row([59 / 60, 1]),
    changes: { validationRows: 60 },
    sentence:
      'One run: B ends at 100.0 % validation accuracy, A at 98.3 % on the same 60 images. The difference is too small to tell on 60 images.',
    never: /overfit|better/,
  },
  {
    ...{ rule: '3', when: 'none right in one arm of two classes' },
    lanes: row([0, 0.5]),
    changes: BINARY,
    sentence:
      'One run: B ends at 50.0 % validation accuracy, A at 0.0 % on the same 500 points. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '3', when: 'the losses say the opposite' },
    lanes: [
      level('A', 0.898, { validationLoss: reaching(0.266) }),
      level('B', 0.956, { validationLoss: reaching(0.294) }),
    ],
    sentence:
      'One run: B ends at 95.6 % validation accuracy, A at 89.8 % on the same 500 images. By validation loss it is the other way round: A 0.266, B 0.294. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '3', when: 'one epoch only' },
    lanes: [
      lane('A', { validationAccuracy: reaching(0.6), trainingAccuracy: reaching(0.6) }, 1),
      lane('B', { validationAccuracy: reaching(0.8), trainingAccuracy: reaching(0.8) }, 1),
    ],
    sentence: 'Not finished: A is behind but still improves at epoch 1; no ranking yet.',
    never: /overfit|better/,
  },
  {
    ...{ rule: '3', when: 'two seeds' },
    lanes: [...seeds('A', PLAIN.slice(0, 2)), ...seeds('B', BETTER.slice(0, 2))],
    sentence:
      'Two runs: B ends at 89.6 % validation accuracy, A at 73.2 % on 500 images drawn for each seed, the same for every arm, on average over 2 seeds. Two are too few to judge; repeat over 5 seeds.',
  },
  {
    ...{ rule: '3', when: 'regression, for which one run has no test' },
    lanes: [lossOf('A', 0.5), lossOf('B', 0.25)],
    changes: REGRESSION,
    sentence:
      'One run: B ends at a validation loss of 0.250, A at 0.500 on the same 500 examples. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '3', when: 'one arm alone' },
    lanes: [level('A', 0.92)],
    sentence: 'One run: A ends at 92.0 % validation accuracy on 500 images.',
    never: /seed|better/,
  },
  {
    ...{ rule: '3', when: 'three arms, of which the best cannot be told from one' },
    lanes: row([0.72, 0.9, 0.902]),
    changes: experimentOf(SIX.slice(0, 3)),
    sentence:
      'One run: C ends at 90.2 % validation accuracy, B at 90.0 %, A at 72.0 % on the same 500 images. C’s lead over B is too small to tell on 500 images.',
  },
  {
    ...{ rule: '3', when: 'three arms, two of them level' },
    lanes: [...row([0.72, 0.9]), level('C', 0.9, { trainingAccuracy: reaching(0.98) })],
    changes: experimentOf(SIX.slice(0, 3)),
    sentence:
      'One run: B ends at 90.0 % validation accuracy, C at 90.0 %, A at 72.0 % on the same 500 images. C is level with B.',
    never: /better/,
  },
  {
    ...{
      rule: '5',
      when: 'of three arms the most accurate has the highest loss, and no pair is clear',
    },
    lanes: (['A', 'B', 'C'] as const).flatMap((id, arm) =>
      [0, 0.05, -0.05, 0.01].map((shift, replicate) =>
        level(
          id,
          0.8 + 0.01 * arm + shift * (1 - arm),
          { validationLoss: reaching(0.5 + 0.05 * arm + shift * (arm - 1)) },
          { ...NONE_WRONG, replicate },
        ),
      ),
    ),
    changes: experimentOf(SIX.slice(0, 3)),
    sentence:
      'Two orders: of these 3 arms C is right most often (81.8 %), and has the highest validation loss (0.602; the lowest, A’s, is 0.497). These are means over 4 seeds; that it would be so with others is not shown.',
    never: /Two answers/,
  },
  {
    ...{ rule: '5', when: 'clear in accuracy and in loss, with opposite signs' },
    lanes: (['A', 'B'] as const).flatMap((id) =>
      [0, 0.01, -0.01, 0.004].map((shift, replicate) =>
        level(
          id,
          (id === 'A' ? 0.8 : 0.9) + shift * (id === 'A' ? 1 : 0.8),
          { validationLoss: reaching((id === 'A' ? 0.5 : 0.7) + shift * (id === 'A' ? 1 : 0.9)) },
          { ...NONE_WRONG, replicate },
        ),
      ),
    ),
    sentence:
      'Two answers: B is right more often (+10.0 points, interval 9.7 to 10.2), but its validation loss is higher (+0.200, interval 0.199 to 0.201): its probabilities fit these labels worse (4 seeds, at these settings).',
  },
  {
    ...{ rule: '9', when: 'who is behind over several seeds still improves' },
    lanes: [...stillRising('A', PLAIN), ...seeds('B', BETTER)],
    sentence:
      'Not finished: A is behind (validation accuracy 73.0 against 89.6 %; 5 seeds) but still improves at epoch 50; no ranking yet.',
    never: /better/,
  },
  {
    ...{ rule: '13', when: 'two validation rows' },
    lanes: row([0.5, 1]),
    changes: { validationRows: 2 },
    sentence: 'Only 2 images to judge by: each is worth 50.0 points.',
    never: /better/,
  },
  {
    ...{ rule: '13', when: 'one validation row of a regression' },
    lanes: [lossOf('A', 0.5), lossOf('B', 0.25)],
    changes: { ...REGRESSION, validationRows: 1 },
    sentence: 'Only 1 example to judge by: figures of so few say little of others.',
  },
];
