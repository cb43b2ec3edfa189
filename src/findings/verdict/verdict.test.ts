import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import type { ArmId } from '../../experiment/experiment.ts';
import {
  diverge,
  falling,
  lane as laneOf,
  NONE_WRONG,
  reaching,
  REGRESSION,
  repeats,
  steady,
  towards,
  verdict,
} from './verdict-fixture.ts';
import type { Curves } from './verdict-fixture.ts';

/** With true labels. */
const lane = (id: ArmId, curves: Curves, epochs = 50) => laneOf(id, curves, epochs, NONE_WRONG);
const level = (id: ArmId, accuracy: number, curves: Curves = {}) =>
  lane(id, { trainingAccuracy: reaching(0.99), validationAccuracy: reaching(accuracy), ...curves });

describe('verdict of one run an arm', () => {
  it('compares, warns of overfitting, and counts wrong labels', () => {
    expect(verdict([laneOf('A', falling), laneOf('B', steady)])).toEqual([
      'One run: B ends at 92.0 % validation accuracy, A at 76.4 % on the same 500 images. Another seed may differ; repeat over 5 seeds to judge. B still improves at epoch 50.',
      'A overfits: its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86) and validation accuracy falls after epoch 10 (88.0 → 76.4 %).',
      'Of 120 wrong labels A repeats 114, B 19; for 95 of them B gives the true digit. B’s training accuracy (74 %) is below its validation accuracy (92 %) since 30 % of its training labels are wrong and none of the validation labels.',
    ]);
  });

  it.each([
    ['equal', 0.92, 'No difference shows on these 500 images.'],
    ['three images apart', 0.926, 'The difference is too small to tell on 500 images.'],
    ['within reach of chance', 0.936, 'The difference may be too small to tell on 500 images.'],
  ])('does not rank what is %s', (_, other, words) => {
    const near = { ...steady, validationAccuracy: towards(0.1, other) };
    const statements = verdict([lane('A', steady), lane('B', near)]);
    expect(statements[0]).toContain(words);
    expect(statements.join(' ')).not.toMatch(/better|behind/);
  });

  it('counts the images that only one arm gets right where they are known', () => {
    const lanes = [level('A', 0.92), level('B', 0.936)];
    // Eight images apart: 10 to 2 are chance in 3.9 % of cases, 11 to 3 in 5.7 %.
    const [told] = verdict(lanes, { discordance: () => 12 });
    expect(told).toBe(
      'One run: B ends at 93.6 % validation accuracy, A at 92.0 % on the same 500 images. Another seed may differ; repeat over 5 seeds to judge.',
    );
    const [untold] = verdict(lanes, { discordance: () => 14 });
    expect(untold).toBe(
      'One run: B ends at 93.6 % validation accuracy, A at 92.0 % on the same 500 images. The difference is too small to tell on 500 images.',
    );
  });

  it('gives the losses where they say the opposite', () => {
    const first = (a: number, b: number, accuracies: readonly [number, number] = [0.898, 0.956]) =>
      verdict([
        level('A', accuracies[0], { validationLoss: reaching(a) }),
        level('B', accuracies[1], { validationLoss: reaching(b) }),
      ])[0];
    expect(first(0.266, 0.294)).toBe(
      'One run: B ends at 95.6 % validation accuracy, A at 89.8 % on the same 500 images. By validation loss it is the other way round: A 0.266, B 0.294. Another seed may differ; repeat over 5 seeds to judge.',
    );
    // Of 4 % nothing is made, nor of what says the same.
    expect(first(0.266, 0.276)).not.toContain('loss');
    expect(first(0.294, 0.266)).not.toContain('loss');
    // Too close by accuracy, and by loss not.
    expect(first(1.06, 0.26, [0.896, 0.9])).toBe(
      'One run: B ends at 90.0 % validation accuracy, A at 89.6 % on the same 500 images. The difference is too small to tell on 500 images. Their validation losses are further apart: B 0.260, A 1.06.',
    );
    expect(first(0.26, 1.06, [0.9, 0.9])).toContain('further apart: A 0.260, B 1.06.');
    expect(first(0.26, 1.06, [0.896, 0.9])).toMatch(
      /too small to tell on 500 images\. By validation loss it is the other way round: A 0\.260, B 1\.06\.$/,
    );
    expect(first(0.3, 0.26, [0.896, 0.9])).toMatch(/too small to tell on 500 images\.$/);
  });

  it('names the arm with the lowest loss of more than two, where it is not the best', () => {
    const losses = [0.5, 0.266, 0.294];
    const lanes = losses.map((loss, index) =>
      level((['A', 'B', 'C'] as const)[index] ?? 'A', [0.7, 0.85, 0.956][index] ?? 0, {
        validationLoss: reaching(loss),
      }),
    );
    const arms = [{}, { l2: { lambda: 0.01 } }, { maxNorm: { limit: 1 } }];
    const experiment = stageWith({ arms: arms.map((regularizers) => ({ regularizers })) });
    expect(verdict(lanes, { experiment })[0]).toContain(
      'By validation loss B (0.266) is ahead of C (0.294).',
    );
  });

  it('says less about one arm', () => {
    expect(verdict([lane('A', steady)])).toEqual([
      'One run: A ends at 92.0 % validation accuracy on 500 images. A still improves at epoch 50.',
    ]);
  });

  it('leaves a diverged arm out of the comparison', () => {
    const diverged = diverge(lane('B', steady, 2));
    const statements = verdict([level('A', 0.92), diverged]);
    expect(statements).toEqual([
      'One run: A ends at 92.0 % validation accuracy on 500 images.',
      'B diverged in epoch 2 (learning rate 0.005, dropout). Its figures are left out; nothing follows about dropout at other learning rates.',
    ]);
    const change = { armId: null, setting: 'learning rate', from: '0.01', to: '0.005', madeAt: 0 };
    const after = (epoch: number) =>
      verdict([diverged], { liveChanges: [{ ...change, epoch }] })[0];
    expect(after(30)).toContain('rate 0.01)');
    expect(after(1.5)).toContain('rate 0.005)');
  });

  it('names no cause of a divergence where arms differ in several things', () => {
    const arms = [
      { regularizers: {} },
      { regularizers: { maxNorm: { limit: 1 }, l2: { lambda: 1 } } },
    ];
    const [, diverged] = verdict([level('A', 0.92), diverge(lane('B', steady, 3), 3)], {
      experiment: stageWith({ arms }),
    });
    expect(diverged).toBe(
      'B diverged in epoch 3 (learning rate 0.005). Its figures are left out; nothing follows about it at other learning rates.',
    );
  });

  it('has nothing to compare where all diverged', () => {
    expect(verdict([diverge(lane('A', {})), diverge(lane('B', {}))])).toEqual([
      'A and B diverged (A in epoch 2, learning rate 0.005, no dropout; B in epoch 2, learning rate 0.005, dropout). Their figures are left out; nothing follows about them at other learning rates.',
    ]);
  });

  it('tells what early stopping did, and compares the epoch that was restored', () => {
    const stopped = lane('A', falling, 19);
    stopped.end = { kind: 'stoppedEarly', epoch: 19, message: '' };
    stopped.restoredEpoch = 14;
    const statements = verdict([stopped, lane('B', steady)]);
    expect(statements[0]).toContain('B ends at 92.0 % validation accuracy, A at 86.8 %');
    expect(statements[1]).toBe(
      'A stopped at epoch 19 and restored the weights of epoch 14, validation loss 0.92. That epoch was chosen on these images, so the figure is a little optimistic.',
    );
    expect(statements).toHaveLength(2);
  });

  it('sends to the sealed test set for a fair figure, and gives it once it is opened', () => {
    const earlyStopping = {
      metric: 'validationLoss',
      patience: 5,
      minDelta: 0,
      restoreBest: true,
    } as const;
    const experiment = stageWith({ arms: [{ regularizers: { earlyStopping } }] });
    const stopped = lane('A', falling, 19);
    stopped.end = { kind: 'stoppedEarly', epoch: 19, message: '' };
    stopped.restoredEpoch = 14;
    const sealed = verdict([stopped], { experiment, sealedTest: { rows: 897, figureOf: null } });
    expect(sealed[1]).toBe(
      'A stopped at epoch 19 (patience 5) and restored the weights of epoch 14, validation loss 0.92. That epoch was chosen on these images, so the figure is a little optimistic; open the test set to see.',
    );
    const opened = { rows: 897, figureOf: () => 0.868 };
    const [, test, stop] = verdict([stopped], { experiment, sealedTest: opened });
    expect(test).toBe('The opened test set says: accuracy A 86.8 % on 897 images.');
    expect(stop).toContain('so the figure is a little optimistic; the sealed test says 86.8 %.');
  });

  it('tells of an epoch restored after the last one', () => {
    const restored = lane('A', falling);
    restored.restoredEpoch = 17;
    const statements = verdict([restored, lane('B', steady)]);
    expect(statements[1]).toBe(
      'A restored the weights of epoch 17, validation loss 0.63. That epoch was chosen on these images, so the figure is a little optimistic.',
    );
    expect(statements).toHaveLength(2);
  });

  it('says which wrong labels were looked at when not all were', () => {
    const many = { wrongLabels: 18000, wrongLabelsWatched: 120 };
    const [, , third] = verdict([laneOf('A', falling, 50, many), laneOf('B', steady, 50, many)]);
    expect(third).toMatch(/^Of 120 wrong labels looked at A repeats 114/);
  });

  it('compares losses in regression', () => {
    const regression = (end: number): Curves => ({
      validationLoss: towards(2, end),
      trainingLoss: towards(2, 0.1),
    });
    const statements = verdict(
      [lane('A', regression(0.5)), lane('B', regression(0.25))],
      REGRESSION,
    );
    expect(statements[0]).toContain(
      'B ends at a validation loss of 0.250, A at 0.500 on the same 500 examples.',
    );
    expect(statements.join(' ')).not.toContain('%');
  });

  it('says nothing of a run that did not begin', () => {
    expect(verdict([lane('A', steady, 0)])).toEqual([]);
  });

  it('ranks nothing after a single epoch in which all improved', () => {
    const climbing = (id: ArmId, end: number) =>
      lane(id, { validationAccuracy: reaching(end), trainingAccuracy: reaching(end) }, 1);
    const lanes = [climbing('A', 0.6), climbing('B', 0.8)];
    expect(verdict(lanes)).toEqual([
      'One run: B ends at 80.0 % validation accuracy, A at 60.0 % on the same 500 images. Another seed may differ; repeat over 5 seeds to judge. B still improves at epoch 1.',
      'Not finished: A is behind but still improves at epoch 1; no ranking yet.',
    ]);
  });

  it('takes a lucky late epoch for no improvement', () => {
    // Wobbles by three points about 0.9, and has its best epoch, the 49th, by a point.
    const wobble = (e: number) => (e === 49 ? 0.94 : reaching(0.9)(e) + (e % 2 === 0 ? 0.03 : 0));
    expect(verdict([level('A', 0.99), level('B', 0, { validationAccuracy: wobble })])).toEqual([
      'One run: A ends at 99.0 % validation accuracy, B at 93.0 % on the same 500 images. Another seed may differ; repeat over 5 seeds to judge.',
    ]);
    const climbing = (e: number) => wobble(e) - 0.008 * (50 - e);
    const [, second] = verdict([level('A', 0.99), level('B', 0, { validationAccuracy: climbing })]);
    expect(second).toBe(
      'Not finished: B is behind but still improves at epoch 50; no ranking yet.',
    );
  });

  it('calls no arm unfinished that has come to its end', () => {
    expect(verdict([level('A', 0.6), level('B', 0.9)])).toHaveLength(1);
  });
});

describe('arms that do not learn', () => {
  const stuck: Curves = { trainingAccuracy: reaching(0.12), validationAccuracy: reaching(0.08) };

  it('says so of one, beside what always naming the commonest class gives', () => {
    const arms = [{ regularizers: {} }, { regularizers: { l2: { lambda: 0.1 } } }];
    const statements = verdict([level('A', 0.8), lane('B', stuck)], {
      experiment: stageWith({ arms }),
    });
    expect(statements[1]).toBe(
      'B does not learn at λ = 0.1: training accuracy 12 %, always guessing the most frequent digit gives 12 %.',
    );
  });

  it('says so of all, and ranks none of them', () => {
    // Equal at 8.0: with the chance level 12 %, the interval of 15 % of 400 rows begins at 11.8 %.
    const lanes = [lane('A', { ...stuck, trainingAccuracy: reaching(0.15) }), lane('B', stuck)];
    expect(verdict(lanes)).toEqual([
      'Neither arm learns: training accuracy A 15 % and B 12 %, always guessing the most frequent digit gives 12 %.',
      'One run: A ends at 8.0 % validation accuracy, B at 8.0 % on the same 500 images. No difference shows on these 500 images.',
    ]);
  });

  it('takes the share of the commonest class, not an equal share, for chance', () => {
    const curves = { trainingAccuracy: reaching(0.63), validationAccuracy: reaching(0.63) };
    const facts = { ...NONE_WRONG, simplestAnswer: 0.63 };
    const [first] = verdict([laneOf('A', curves, 50, facts)]);
    expect(first).toContain('A does not learn: training accuracy 63 %, always guessing');
    expect(verdict([laneOf('A', curves, 50, { ...facts, simplestAnswer: 0.5 })])).toHaveLength(1);
  });

  it('compares with answering the mean in regression', () => {
    const curves = { validationLoss: reaching(1.1), trainingLoss: reaching(0.98) };
    const flat = laneOf('A', curves, 50, { ...NONE_WRONG, simplestAnswer: 1 });
    expect(verdict([flat], REGRESSION)[0]).toBe(
      'A does not learn: training loss 0.98, always answering the mean gives 1.00.',
    );
    const fitted = laneOf('A', { ...curves, trainingLoss: reaching(0.75) }, 50, {
      ...NONE_WRONG,
      simplestAnswer: 1,
    });
    expect(verdict([fitted], REGRESSION)).toHaveLength(1);
  });
});

describe('verdict under way', () => {
  it('puts figures side by side and concludes nothing', () => {
    const lanes = ['A', 'B'].flatMap((id) =>
      repeats(
        id as ArmId,
        'validationAccuracy',
        id === 'A' ? [0.7, 0.71, 0.72] : [0.9, 0.91, 0.92],
      ),
    );
    const statements = verdict(lanes, { runPhase: 'underWay' });
    expect(statements).toEqual([
      'So far, at epoch 50 of 50: B is at 91.0 % validation accuracy, A at 71.0 % on 500 images drawn for each seed, the same for every arm, on average over 3 seeds; B is ahead in all.',
    ]);
  });

  it('compares at the epoch that all arms have reached', () => {
    const lanes = [lane('A', steady, 12), lane('B', { ...steady, ...falling }, 10)];
    const [first] = verdict(lanes, { runPhase: 'underWay' });
    expect(first).toMatch(
      /^So far, at epoch 10 of 50: B is at 88\.0 % validation accuracy, A at 26\.4 %/,
    );
  });
});
