import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import { gatherEvidence } from './evidence.ts';
import { describeMethod } from './describe-method.ts';
import { ALSO_BETTER, BETTER, PLAIN, seeds } from './seeds-fixture.ts';
import {
  diverge,
  lane,
  materialOf,
  NONE_WRONG,
  reaching,
  REGRESSION,
  towards,
} from './verdict-fixture.ts';
import type { VerdictMaterial } from './verdict-material.ts';

function method(lanes: VerdictMaterial['lanes'], changes: Partial<VerdictMaterial> = {}) {
  const parts = describeMethod(gatherEvidence(materialOf(lanes, changes)));
  // Spaces that do not break are written as others are.
  return Object.fromEntries(parts.map(({ term, text }) => [term, text.replaceAll('\u202f', ' ')]));
}

describe('how a verdict was come by', () => {
  it('gives the interval with the quantile that it was made with', () => {
    const parts = method([...seeds('A', PLAIN), ...seeds('B', BETTER)]);
    expect(parts).toEqual({
      Compared:
        'Validation accuracy of A and B on 500 images drawn for each seed, the same for every arm, which none of them was trained on. Same start, same batches: only dropout differs. Settings were not tuned for either side: with others the order may differ.',
      Epoch: 'The last one trained, 50, not the best one seen.',
      Seeds:
        '5, each with its own draw of the data, first weights and all else that is random. Arms are compared seed by seed.',
      Uncertainty:
        'Interval for the mean of B minus A, by Student’s t: ± 2.776 · standard deviation / √5. A difference is shown where the interval does not hold 0.',
    });
  });

  it('says what several comparisons cost', () => {
    const lanes = [...seeds('A', PLAIN), ...seeds('B', BETTER), ...seeds('C', ALSO_BETTER)];
    const experiment = stageWith({
      arms: [
        { regularizers: {} },
        { regularizers: { l2: { lambda: 0.01 } } },
        { regularizers: { maxNorm: { limit: 1 } } },
      ],
      training: { replicates: 5, replicateScope: 'trainingLuck' },
    });
    const parts = method(lanes, { experiment });
    // t(.9875, 4) = 3.495
    expect(parts.Uncertainty).toBe(
      'Interval for the mean of each other arm minus A, by Student’s t: ± 3.495 · standard deviation / √5. With 2 comparisons each interval is one of 97.5 %, so that all hold together with 95 % (Bonferroni). A difference is shown where the interval does not hold 0. The best of those that beat A is compared with the others by intervals of 98.3 %: which one it is was seen only afterwards, so they are made to hold for all 3 pairs of arms together.',
    );
    expect(parts.Seeds).toContain('5, all on the same data, each with its own first weights');
    expect(parts.Compared).toContain('on the same 500 images,');
  });

  it('names the epochs that were restored, and what was left out', () => {
    const lanes = [...seeds('A', PLAIN), ...seeds('B', BETTER)];
    lanes.slice(0, 5).forEach((one, index) => (one.restoredEpoch = index < 4 ? 14 : 16));
    diverge(lanes[9] ?? lane('B', {}));
    const parts = method(lanes);
    expect(parts.Epoch).toBe(
      'The last one trained, 50, not the best one seen. The one that early stopping put back (A: 14 and 16).',
    );
    expect(parts.Seeds).toContain('Left out, as diverged: 1 of 10 trainings.');
    expect(parts.Uncertainty).toContain('± 3.182 · standard deviation / √4');
  });

  it('has no interval for one seed, and says what the images alone can tell', () => {
    const lanes = [...seeds('A', [0.92]), ...seeds('B', [0.936])];
    const known = method(lanes, {
      discordance: () => 18,
      sealedTest: { rows: 897, figureOf: null },
    });
    expect(known.Seeds).toBe('One. What another would give is not known.');
    expect(known.Uncertainty).toBe(
      'No interval: that takes 3 seeds. Only one of B and A is right on 18 of the 500 images: B on 13, A on 5; chance alone divides them so unevenly in 9.6 % of cases. A difference counts where chance alone makes it so large in 5 % of cases at most (McNemar’s exact test, two-sided).',
    );
    expect(known['Test set']).toBe('897 images stay sealed; nothing here follows from them.');
    const alike = method([...seeds('A', [0.92]), ...seeds('B', [0.92])], { discordance: () => 0 });
    expect(alike.Uncertainty).toMatch(/ A and B are right on the same of the 500 images\./);
    expect(method(lanes).Uncertainty).toBe(
      'No interval: that takes 3 seeds. A difference counts where chance alone makes it so large in 5 % of cases at most (McNemar’s exact test, two-sided). On how many of the 500 images only one of the two is right is not known here, only between which numbers it lies.',
    );
    // Of two seeds the images of one say nothing.
    const two = [...seeds('A', [0.92, 0.93]), ...seeds('B', [0.936, 0.93])];
    expect(method(two, { discordance: () => 18 }).Uncertainty).toBe(
      'No interval: that takes 3 seeds.',
    );
  });

  it('tells of each arm of one run how it stands beside the best', () => {
    const lanes = [...seeds('A', [0.72]), ...seeds('B', [0.9]), ...seeds('C', [0.902])];
    const parts = method(lanes, {
      experiment: stageWith({ arms: [{}, {}, {}].map((regularizers) => ({ regularizers })) }),
      discordance: (_, other) => (other === 'A' ? 101 : 21),
    });
    expect(parts.Uncertainty).toBe(
      'No interval: that takes 3 seeds. Only one of C and B is right on 21 of the 500 images: C on 11, B on 10; chance alone divides them so unevenly in 100 % of cases. Only one of C and A is right on 101 of the 500 images: C on 96, A on 5; chance alone divides them so unevenly in less than 0.1 % of cases. A difference counts where chance alone makes it so large in 1.7 % of cases at most (McNemar’s exact test, two-sided, 5 % shared by the 3 pairs of arms that the best was chosen from).',
    );
  });

  it('says what counts as overfitting where it was found, and of several seeds whose figures they are', () => {
    const lanes = (seedCount: number) =>
      Array.from({ length: seedCount }, (_, replicate) =>
        lane(
          'A',
          {
            validationAccuracy: reaching(0.88),
            validationLoss: (e) => (e < 10 ? 2 - 0.1 * e : 1 + 0.01 * (e - 10)),
            trainingLoss: towards(2, 0.1),
          },
          50,
          { ...NONE_WRONG, replicate },
        ),
      );
    const rule =
      'The validation figure was best before the last tenth of the epochs and is worse at the end, while training loss is lower than it was then. Worse means by more than three times the usual change from one epoch to the next, and for loss by more than 5 %, for accuracy by more than chance explains on 500 images (McNemar’s exact test on those that only one of the two epochs got right, two-sided, 5 %). The two may turn at different epochs, and neither is the true one: accuracy counts whether answers are right, loss also how sure the network is of them.';
    expect(method(lanes(1)).Overfitting).toBe(rule);
    expect(method(lanes(3)).Overfitting).toBe(
      `${rule} Most seeds have to show it. Its epoch is the middle one of the seeds’ own best epochs, and its figures are means of their own best and end; the best of a mean curve, as the charts mark it, may lie at another epoch and be less good.`,
    );
    expect(method(lanes(1), { runPhase: 'underWay' })).not.toHaveProperty('Overfitting');
    expect(method(seeds('A', [0.9]))).not.toHaveProperty('Overfitting');
  });

  it('speaks of losses in regression, of one arm alone, and of a run under way', () => {
    const one = [lane('A', { validationLoss: () => 0.5 }, 12)];
    const parts = method(one, { ...REGRESSION, runPhase: 'underWay' });
    expect(parts.Compared).toBe(
      'Validation loss of A on 500 examples, which it was not trained on.',
    );
    expect(parts.Epoch).toMatch(/^The last that all arms have trained, 12 of 50\./);
    expect(parts).not.toHaveProperty('Uncertainty');
  });

  it('names no epoch of arms that are not spoken of', () => {
    const stopped = lane('A', { validationAccuracy: () => 0.8 }, 20);
    stopped.end = { kind: 'stoppedEarly', epoch: 20, message: '' };
    stopped.restoredEpoch = 14;
    // B trains on, but was removed since.
    const lanes = [stopped, lane('B', { validationAccuracy: () => 0.9 }, 30)];
    const experiment = stageWith({ arms: [{ regularizers: {} }] });
    for (const runPhase of ['underWay', 'lookingBack'] as const)
      expect(method(lanes, { experiment, runPhase }).Epoch).toBe(
        'The one that early stopping put back (A: 14).',
      );
  });

  it('is empty where there are no figures', () => {
    expect(method([lane('A', {}, 0)])).toEqual({});
  });
});
