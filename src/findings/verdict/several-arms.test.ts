import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import type { ArmId } from '../../experiment/experiment.ts';
import type { RegularizerSettings } from '../../regularizers/registry.ts';
import { PLAIN, seeds } from './seeds-fixture.ts';
import { diverge, lane, NONE_WRONG, reaching, verdict } from './verdict-fixture.ts';
import type { Curves } from './verdict-fixture.ts';

const experimentOf = (arms: readonly RegularizerSettings[], replicates = 1) =>
  stageWith({
    arms: arms.map((regularizers) => ({ regularizers })),
    training: { replicates },
  });
const level = (id: ArmId, accuracy: number, curves: Curves = {}) =>
  lane(
    id,
    { trainingAccuracy: reaching(0.99), validationAccuracy: reaching(accuracy), ...curves },
    50,
    NONE_WRONG,
  );

describe('the same finding about several arms is one statement', () => {
  it('of arms that do not learn', () => {
    const stuck = (accuracy: number): Curves => ({ trainingAccuracy: reaching(accuracy) });
    const lanes = [
      ...[level('A', 0.8), level('B', 0.85)],
      ...[level('C', 0.08, stuck(0.12)), level('D', 0.09, stuck(0.11))],
    ];
    const experiment = experimentOf([
      ...[{}, { dropout: { rate: 0.2, inputRate: 0 } }],
      ...[{ l2: { lambda: 0.1 } }, { l2: { lambda: 0.3 } }],
    ]);
    const found = verdict(lanes, { experiment }).filter((one) => one.includes('learn'));
    expect(found).toEqual([
      'C (at λ = 0.1) and D (at λ = 0.3) do not learn: training accuracy C 12 % and D 11 %, always guessing the most frequent digit gives 12 %.',
    ]);
  });

  it('of arms that diverged', () => {
    const lanes = [level('A', 0.8), diverge(level('B', 0.1), 2), diverge(level('C', 0.1), 3)];
    const experiment = experimentOf([{}, { maxNorm: { limit: 1 } }, { l2: { lambda: 3 } }]);
    const found = verdict(lanes, { experiment }).filter((one) => one.includes('diverged'));
    expect(found).toEqual([
      'B and C diverged (B in epoch 2, learning rate 0.005, max-norm; C in epoch 3, learning rate 0.005, L2). Their figures are left out; nothing follows about them at other learning rates.',
    ]);
  });

  it('of arms that early stopping ended', () => {
    const stopped = ['A', 'B'].map((id, index) => {
      const one = lane(
        id as ArmId,
        { validationLoss: () => 0.6, validationAccuracy: () => 0.9 },
        19,
      );
      one.end = { kind: 'stoppedEarly', epoch: 19, message: '' };
      one.restoredEpoch = 14 - index;
      return one;
    });
    const found = verdict(stopped).filter((one) => one.includes('stopped'));
    expect(found).toEqual([
      'Early stopping in A and B: A stopped at epoch 19 and restored the weights of epoch 14, validation loss 0.60; B stopped at epoch 19 and restored the weights of epoch 13, validation loss 0.60. Those epochs were chosen on these images, so the figures are a little optimistic.',
    ]);
  });

  it('of arms that fit less', () => {
    const fits = (training: number) => ({ trainingAccuracy: reaching(training) });
    const lanes = [
      ...seeds('A', [0.8, 0.803, 0.806], fits(0.993)),
      ...seeds('B', [0.4, 0.403, 0.406], fits(0.443)),
      ...seeds('C', [0.5, 0.503, 0.506], fits(0.523)),
    ];
    const experiment = experimentOf([{}, { l2: { lambda: 0.1 } }, { l2: { lambda: 0.05 } }], 3);
    const found = verdict(lanes, { experiment }).filter((one) => one.includes('generalise'));
    expect(found).toEqual([
      'B and C fit less; they do not generalise better: B gap 4 against 19 points (A), but validation accuracy 40.3 against 80.3 %; C gap 2 against 19 points (A), but validation accuracy 50.3 against 80.3 %.',
    ]);
  });

  it('of arms with weights that are 0, and with none', () => {
    const weights = 18_944;
    const cut = { l1: { lambda: 0.002, proximal: true } };
    const shrink = { l1: { lambda: 0.002, proximal: false } };
    const lanes = [
      ...seeds('A', PLAIN),
      ...seeds('B', PLAIN, { zeroWeights: () => 0.88 * weights }),
      ...seeds('C', PLAIN, { zeroWeights: () => 0.4 * weights }),
      ...seeds('D', PLAIN, { zeroWeights: () => 0 }),
      ...seeds('E', PLAIN, { zeroWeights: () => 0 }),
    ];
    const experiment = experimentOf([{}, cut, cut, shrink, shrink], 5);
    const found = verdict(lanes, {
      experiment,
      smallWeightShare: (arm) => (arm === 'D' ? 0.62 : 0.5),
    }).filter((one) => one.includes('exactly 0'));
    expect(found).toEqual([
      'L1 set weights to exactly 0: 88 % of B’s; 40 % of C’s. No weight of D or E is exactly 0 (62 % of D’s and 50 % of E’s are below 0.001 in the first seed): L1 as a penalty shrinks, it does not cut.',
    ]);
  });

  it('of arms with too few seeds', () => {
    const lanes = [
      ...seeds('A', PLAIN),
      ...seeds('B', PLAIN.slice(0, 2)),
      ...seeds('C', PLAIN.slice(0, 1)),
      ...seeds(
        'D',
        PLAIN.map((figure) => figure + 0.01),
      ),
    ];
    const experiment = experimentOf(
      [{}, { l2: { lambda: 1 } }, { l2: { lambda: 2 } }, { l2: { lambda: 3 } }],
      5,
    );
    const found = verdict(lanes, { experiment }).filter((one) => one.includes('few seeds'));
    expect(found).toEqual([
      'Too few seeds for B and C: B has figures beside A’s in two seeds only, C in one seed only.',
    ]);
  });
});

describe('arms whose curves coincide', () => {
  const set = { l2: { lambda: 0.01 } };

  it('are named, with why', () => {
    const experiment = experimentOf([{}, set, set]);
    const lanes = [level('A', 0.8), level('B', 0.9), level('C', 0.9)];
    expect(verdict(lanes, { experiment })).toContain(
      'The curves of B and C coincide: their settings are the same.',
    );
    expect(verdict(lanes, { experiment, runPhase: 'underWay' })).toContain(
      'The curves of B and C coincide: their settings are the same.',
    );
  });

  it('are one arm where arms are compared: no test of its own, no wider interval', () => {
    const others = PLAIN.map((figure, index) => figure + 0.1 + 0.01 * (index % 2));
    const pair = [...seeds('A', PLAIN), ...seeds('B', others)];
    const [alone] = verdict(pair, { experiment: experimentOf([{}, set], 5) });
    const copies = [...seeds('C', others), ...seeds('D', PLAIN)];
    const experiment = experimentOf([{}, set, set, {}], 5);
    const found = verdict([...pair, ...copies], { experiment });
    expect(found[0]).toBe(alone);
    expect(found.join(' ')).not.toContain('more seeds');
  });

  it('are named only once an epoch is trained, where the figures on show may differ', () => {
    const started = (id: ArmId, accuracy: number | null) => {
      const one = lane(id, { validationAccuracy: () => 0.1, validationLoss: () => 2.3 }, 0);
      const first = one.row(0);
      if (first && accuracy !== null)
        one.current = { ...first, epoch: 0.1, validationAccuracy: accuracy };
      return one;
    };
    for (const accuracies of [
      [0.11, 0.086],
      [0.11, 0.11],
    ]) {
      const lanes = [started('A', accuracies[0] ?? 0), started('B', accuracies[1] ?? 0)];
      expect(verdict(lanes, { runPhase: 'underWay' }).join(' ')).toMatch(
        /^So far, at epoch 0\.1 of 50: A is at 11\.0 % validation accuracy, B at (8\.6|11\.0) % on the same 500 images\.$/,
      );
    }
  });

  it('are one arm in a single run as well, and where there is no other', () => {
    const experiment = experimentOf([{}, set, set]);
    const found = verdict([level('A', 0.7), level('B', 0.9), level('C', 0.9)], { experiment });
    expect(found[0]).toBe(
      'One run: B ends at 90.0 % validation accuracy, A at 70.0 % on the same 500 images. Another seed may differ; repeat over 5 seeds to judge.',
    );
    const alone = verdict([level('A', 0.9), level('B', 0.9)], {
      experiment: experimentOf([set, set]),
    });
    expect(alone).toEqual([
      'One run: A ends at 90.0 % validation accuracy on 500 images.',
      'The curves of A and B coincide: their settings are the same.',
    ]);
  });

  it('are named without a why where the settings of one have been changed since', () => {
    const experiment = experimentOf([set, { l2: { lambda: 1 } }]);
    const change = { armId: 'B', setting: 'L2 λ', from: '0.01', to: '1', madeAt: 0 } as const;
    const lanes = [level('A', 0.9), level('B', 0.9)];
    const liveChanges = [{ ...change, epoch: 50 }];
    for (const runPhase of ['underWay', 'lookingBack'] as const)
      expect(verdict(lanes, { experiment, liveChanges, runPhase })).toContain(
        'The curves of A and B coincide.',
      );
    const forAll = [{ ...change, armId: null, setting: 'learning rate', epoch: 50 }];
    expect(verdict(lanes, { experiment, liveChanges: forAll })).toContain(
      'The curves of A and B coincide: what they differ in has changed no figure.',
    );
  });

  it('differ if a single figure does', () => {
    const nearly: Curves = {
      validationAccuracy: (epoch) => (epoch === 0 ? 0.1 : epoch === 7 ? 0.901 : 0.9),
    };
    const lanes = [level('A', 0.9), level('B', 0.9, nearly)];
    expect(verdict(lanes).join(' ')).not.toContain('coincide');
  });
});

describe('training figures by name', () => {
  it('say so where they are of all rows, beside charts of a sample', () => {
    const facts = { ...NONE_WRONG, trainingRows: 4000, trainingSampleRows: 500 };
    const curves = { trainingAccuracy: reaching(0.13), validationAccuracy: reaching(0.08) };
    const whole = lane('A', curves, 50, facts);
    whole.allTrainingRows = { loss: 2.3, accuracy: 0.12 };
    expect(verdict([whole])[0]).toBe(
      'A does not learn: training accuracy on all 4,000 rows 12 %, always guessing the most frequent digit gives 12 %.',
    );
    expect(verdict([lane('A', curves, 50, facts)])[0]).toContain('training accuracy 13 %,');
  });
});
