import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import { gatherEvidence } from './evidence.ts';
import { describeMethod } from './describe-method.ts';
import { ALSO_BETTER, BETTER, PLAIN, seeds } from './seeds-fixture.ts';
import { diverge, lane, materialOf, REGRESSION } from './verdict-fixture.ts';
import type { VerdictMaterial } from './verdict-material.ts';

function method(lanes: VerdictMaterial['lanes'], changes: Partial<VerdictMaterial> = {}) {
  const parts = describeMethod(gatherEvidence(materialOf(lanes, changes)));
  return Object.fromEntries(parts.map(({ term, text }) => [term, text]));
}

describe('how a verdict was come by', () => {
  it('gives the interval with the quantile that it was made with', () => {
    const parts = method([...seeds('A', PLAIN), ...seeds('B', BETTER)]);
    expect(parts).toEqual({
      Compared:
        'Validation accuracy of A and B on the same 500 images, which none of them was trained on. Same start, same batches: only dropout differs. Settings were not tuned for either side: with others the order may differ.',
      Epoch: 'The last one trained, 50, not the best one seen.',
      Seeds:
        '5, each with rows, wrong labels, first weights, order and masks of its own. Arms are compared seed by seed.',
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
      'Interval for the mean of each other arm minus A, by Student’s t: ± 3.495 · standard deviation / √5. With 2 comparisons each interval is one of 97.5 %, so that all hold together with 95 % (Bonferroni). A difference is shown where the interval does not hold 0.',
    );
    expect(parts.Seeds).toContain('5, all on the same data, each with first weights, order');
  });

  it('names the epochs that were put back, and what was left out', () => {
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
      discordance: () => 17,
      sealedTest: { rows: 897, figureOf: null },
    });
    expect(known.Seeds).toBe('One. What another would give is not known.');
    expect(known.Uncertainty).toBe(
      'No interval: that takes 3 seeds. Two arms are too close to tell where they differ by fewer than 2 · √n of the 500 images, n being those that only one of the two gets right (here 17).',
    );
    expect(known['Test set']).toBe('897 images stay sealed; nothing here follows from them.');
    expect(method(lanes).Uncertainty).not.toContain('(here');
  });

  it('speaks of losses in regression, of one arm alone, and of a run under way', () => {
    const one = [lane('A', { validationLoss: () => 0.5 }, 12)];
    const parts = method(one, { ...REGRESSION, standing: 'underWay' });
    expect(parts.Compared).toBe('Validation loss of A on 500 examples that it was not trained on.');
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
    for (const standing of ['underWay', 'lookingBack'] as const)
      expect(method(lanes, { experiment, standing }).Epoch).toBe(
        'The one that early stopping put back (A: 14).',
      );
  });

  it('is empty where there are no figures', () => {
    expect(method([lane('A', {}, 0)])).toEqual({});
  });
});
