import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import { BETTER, PLAIN, SAME, seeds, stillRising } from './seeds-fixture.ts';
import {
  diverge,
  lane,
  NONE_WRONG,
  reaching,
  REGRESSION,
  repeats,
  verdict,
} from './verdict-fixture.ts';

// The intervals are those of scipy.stats: mean ± t.ppf(.975, k − 1) · sd / √k.
describe('two arms over several seeds', () => {
  it('says what is clear, with its interval and how many seeds show it', () => {
    expect(verdict([...seeds('A', PLAIN), ...seeds('B', BETTER)])).toEqual([
      'B (dropout) is better on validation accuracy: 89.6 against 73.0 %, +16.6 points (95 % interval 14.4 to 18.8; 5 seeds, higher in all), at these settings.',
    ]);
  });

  it('writes figures with a digit more where they would not give the difference', () => {
    // 89.54 − 75.45 = 14.09, and 89.5 − 75.5 = 14.0.
    const [first] = verdict([
      ...seeds('A', [0.7545, 0.7445, 0.7645]),
      ...seeds('B', [0.8954, 0.8854, 0.9054]),
    ]);
    expect(first).toContain('89.54 against 75.45 %, +14.09 points (95 % interval');
  });

  it('says it of the first arm as well', () => {
    expect(verdict([...seeds('A', BETTER), ...seeds('B', PLAIN)])[0]).toBe(
      'A is better on validation accuracy than B (dropout): 89.6 against 73.0 %, +16.6 points (95 % interval 14.4 to 18.8; 5 seeds, higher in all), at these settings.',
    );
  });

  it('says what repeats on the same data leave open', () => {
    const experiment = stageWith({
      arms: [{ regularizers: {} }, { regularizers: { dropout: { rate: 0.5, inputRate: 0 } } }],
      training: { replicates: 5, replicateScope: 'trainingLuck' },
    });
    const [first] = verdict([...seeds('A', PLAIN), ...seeds('B', BETTER)], { experiment });
    expect(first).toMatch(/, at these settings, over training luck; data fixed\.$/);
  });

  it('names no cause where the arms differ in several things', () => {
    const experiment = stageWith({
      arms: [
        { regularizers: {} },
        { regularizers: { maxNorm: { limit: 1 }, l2: { lambda: 0.01 } } },
      ],
      training: { replicates: 5 },
    });
    const [first] = verdict([...seeds('A', PLAIN), ...seeds('B', BETTER)], { experiment });
    expect(first).toMatch(/^B is better on validation accuracy: /);
    expect(first).toMatch(
      /B differs from A in L2 and max-norm; which of them does it is not shown\.$/,
    );
  });

  it('names no cause where a setting was changed on the way', () => {
    const change = { armId: 'B' as const, setting: 'dropout', from: '0.2', to: '0.5', epoch: 3 };
    const [first] = verdict([...seeds('A', PLAIN), ...seeds('B', BETTER)], {
      liveChanges: [{ ...change, madeAt: 0 }],
    });
    expect(first).toMatch(
      /^B is better on validation accuracy: .*, with B’s settings changed on the way\.$/,
    );
  });

  it('shows no difference where the interval holds 0', () => {
    expect(verdict([...seeds('A', PLAIN), ...seeds('B', SAME)])).toEqual([
      'No difference shown: B minus A is +0.10 points in validation accuracy, 95 % interval −0.47 to +0.67 (5 seeds). Differences below 0.7 points would need more seeds.',
    ]);
  });

  it('calls no interval clear that equal counts alone make narrow', () => {
    // One image of 500 in each of three seeds: no spread, and yet no more than luck.
    expect(
      verdict([...seeds('A', [0.9, 0.9, 0.9]), ...seeds('B', [0.902, 0.902, 0.902])])[0],
    ).toMatch(
      /^No difference shown: B minus A is \+0\.20 points in validation accuracy, 95 % interval −0\.05 to \+0\.45 \(3 seeds\)/,
    );
  });

  it('says of equal arms that they end alike', () => {
    expect(verdict([...seeds('A', PLAIN), ...seeds('B', PLAIN)])).toEqual([
      'No difference: A and B end alike in validation accuracy (5 seeds).',
      'The curves of A and B coincide: what they differ in has changed no figure.',
    ]);
  });

  it('takes two seeds for too few', () => {
    expect(verdict([...seeds('A', PLAIN.slice(0, 2)), ...seeds('B', BETTER.slice(0, 2))])).toEqual([
      'Two runs: B ends at 89.6 % validation accuracy, A at 73.2 % on 500 images drawn for each seed, the same for every arm, on average over 2 seeds. Two are too few to judge; repeat over 5 seeds.',
    ]);
  });

  it('leaves out the seeds in which an arm diverged, and says so', () => {
    const lanes = [...seeds('A', PLAIN), ...seeds('B', BETTER)];
    lanes.slice(8).forEach((one) => diverge(one));
    const [first, second] = verdict(lanes);
    expect(first).toContain('(95 % interval');
    expect(first).toContain('3 of 5 seeds, where neither diverged, higher in all)');
    expect(second).toBe(
      'B diverged in 2 of 5 seeds (epoch 2; learning rate 0.005, dropout). These seeds are left out, which may flatter B; nothing follows about dropout at other learning rates.',
    );
    diverge(lanes[7] ?? lane('B', {}));
    expect(verdict(lanes)[0]).toBe(
      'Two of 5 seeds: B ends at 89.6 % validation accuracy, A at 73.2 % on 500 images drawn for each seed, the same for every arm, on average over 2 seeds. Too few seeds are left to judge by.',
    );
  });

  it('ranks nothing while who is behind still improves', () => {
    expect(verdict([...stillRising('A', PLAIN), ...seeds('B', BETTER)])).toEqual([
      'Not finished: A is behind (validation accuracy 73.0 against 89.6 %; 5 seeds) but still improves at epoch 50; no ranking yet.',
    ]);
    const leading = verdict([
      ...seeds('A', [0.5, 0.51, 0.52, 0.5, 0.5]),
      ...stillRising('B', BETTER),
    ]);
    expect(leading[0]).toMatch(
      /^B \(dropout\) is better on validation accuracy: .* B still improves at epoch 50\.$/,
    );
  });

  it('compares losses in regression, where lower is better', () => {
    const loss = (id: 'A' | 'B', values: readonly number[]) =>
      repeats(id, 'validationLoss', values, { trainingLoss: reaching(0.01) });
    const [first] = verdict(
      [...loss('A', [0.5, 0.52, 0.48]), ...loss('B', [0.3, 0.31, 0.305])],
      REGRESSION,
    );
    expect(first).toBe(
      'B (dropout) is better on validation loss: 0.305 against 0.500, 0.195 lower (95 % interval 0.150 to 0.240; 3 seeds, lower in all), at these settings.',
    );
  });
});

describe('what qualifies a clear difference', () => {
  it('takes a smaller gap for no gain where validation is worse', () => {
    const fits = (training: number) => ({ trainingAccuracy: reaching(training) });
    const experiment = stageWith({
      arms: [{ regularizers: {} }, { regularizers: { l2: { lambda: 0.1 } } }],
      training: { replicates: 3 },
    });
    const statements = verdict(
      [
        ...seeds('A', [0.8, 0.803, 0.806], fits(0.993)),
        ...seeds('B', [0.4, 0.403, 0.406], fits(0.443)),
      ],
      { experiment },
    );
    expect(statements[1]).toBe(
      'B fits less; it does not generalise better: gap 4 against 19 points (A), but validation accuracy 40.3 against 80.3 %.',
    );
  });

  it('writes a negative gap as one', () => {
    const fits = (training: number) => ({ trainingAccuracy: reaching(training) });
    const statements = verdict([
      ...seeds('A', [0.8, 0.803, 0.806], fits(0.993)),
      ...seeds('B', [0.7, 0.703, 0.706], fits(0.643)),
    ]);
    expect(statements[1]).toContain('gap −6 against 19 points (A)');
  });

  it('gives two answers where accuracy and loss contradict each other', () => {
    const both = (id: 'A' | 'B', accuracies: readonly number[], losses: readonly number[]) =>
      accuracies.map((accuracy, replicate) =>
        lane(
          id,
          {
            validationAccuracy: reaching(accuracy),
            validationLoss: reaching(losses[replicate] ?? NaN),
            trainingAccuracy: reaching(0.99),
          },
          50,
          { ...NONE_WRONG, replicate },
        ),
      );
    const lanes = [
      ...both('A', [0.8, 0.81, 0.79, 0.8], [0.7, 0.71, 0.69, 0.7]),
      ...both('B', [0.88, 0.885, 0.875, 0.892], [0.88, 0.9, 0.88, 0.885]),
    ];
    expect(verdict(lanes)).toEqual([
      'Two answers: B is right more often (+8.3 points, interval 7.1 to 9.5), but its validation loss is higher (+0.186, interval 0.179 to 0.194): its probabilities fit these labels worse (4 seeds, at these settings).',
    ]);
    // Equal in accuracy, the loss alone tells.
    const alike = [
      ...both('A', [0.8, 0.81, 0.79, 0.8], [0.7, 0.71, 0.69, 0.7]),
      ...both('B', [0.8, 0.81, 0.79, 0.8], [0.88, 0.9, 0.88, 0.885]),
    ];
    expect(verdict(alike)).toEqual([
      'No difference: A and B end alike in validation accuracy (4 seeds).',
      'The loss tells A and B apart: A’s validation loss is lower than B’s, 0.700 against 0.886 (difference −0.186, interval −0.194 to −0.179; 4 seeds), at these settings: its probabilities fit these labels better.',
    ]);
  });
});

describe('wrong labels over several seeds', () => {
  it('are counted on average', () => {
    const facts = { wrongLabels: 120, wrongLabelsWatched: 120 };
    const believing = (
      id: 'A' | 'B',
      believed: number,
      seen: number,
      accuracies: readonly number[],
    ) =>
      repeats(
        id,
        'validationAccuracy',
        accuracies,
        {
          trainingAccuracy: reaching(id === 'A' ? 0.98 : 0.74),
          trueLabelAccuracy: reaching(id === 'A' ? 0.7 : 0.93),
          wrongLabelsBelieved: () => believed,
          wrongLabelsSeenThrough: () => seen,
        },
        facts,
      );
    const statements = verdict([
      ...believing('A', 114, 3, PLAIN),
      ...believing('B', 19, 95, BETTER),
    ]);
    expect(statements[1]).toBe(
      'Of 120 wrong labels A repeats 114, B 19 (on average); for 95 of them B gives the true digit. B’s training accuracy (74 %) is below its validation accuracy (90 %) since 30 % of its training labels are wrong and none of the validation labels.',
    );
  });
});
