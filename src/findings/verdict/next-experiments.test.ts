import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import { gatherEvidence } from './evidence.ts';
import { suggestNext, suggestTest } from './next-experiments.ts';
import { ALSO_BETTER, BETTER, PLAIN, SAME, seeds } from './seeds-fixture.ts';
import { diverge, lane, materialOf, reaching, towards } from './verdict-fixture.ts';
import type { VerdictMaterial } from './verdict-material.ts';

const suggested = (lanes: VerdictMaterial['lanes'], changes: Partial<VerdictMaterial> = {}) =>
  suggestNext(gatherEvidence(materialOf(lanes, changes)));
const actions = (...given: Parameters<typeof suggested>) =>
  suggested(...given).map(({ text }) => text);

const one = () => [...seeds('A', PLAIN.slice(0, 1)), ...seeds('B', BETTER.slice(0, 1))];
const ARMS = [{ regularizers: {} }, { regularizers: { l2: { lambda: 0.01 } } }];

describe('what to try next', () => {
  it('is true labels first, then more seeds', () => {
    expect(actions(one())).toEqual(['train without wrong labels', 'train over 5 seeds']);
    const trueLabels = stageWith({ arms: ARMS, data: { wrongLabelShare: 0 } });
    expect(actions(one(), { experiment: trueLabels })).toEqual(['train over 5 seeds']);
  });

  it('asks for no more seeds where there are enough, and for nothing where all is answered', () => {
    const five = [...seeds('A', PLAIN), ...seeds('B', BETTER)];
    expect(actions(five)).toEqual(['train without wrong labels']);
    const training = { replicates: 5 };
    const trueLabels = stageWith({ arms: ARMS, data: { wrongLabelShare: 0 }, training });
    expect(actions(five, { experiment: trueLabels })).toEqual([]);
  });

  it('is as many seeds as there can be while the best cannot be told from another', () => {
    const training = { replicates: 5 };
    const data = { wrongLabelShare: 0 };
    const two = { experiment: stageWith({ arms: ARMS, data, training }) };
    expect(actions([...seeds('A', PLAIN), ...seeds('B', SAME)], two)).toEqual([
      'train over 10 seeds',
    ]);
    const arms = [...ARMS, { regularizers: { maxNorm: { limit: 1 } } }];
    const three = { experiment: stageWith({ arms, data, training }) };
    const winners = [...seeds('A', PLAIN), ...seeds('B', BETTER), ...seeds('C', ALSO_BETTER)];
    expect(actions(winners, three)).toEqual(['train over 10 seeds']);
    // Equal in every seed, and where there are ten already.
    expect(actions([...seeds('A', PLAIN), ...seeds('B', PLAIN)], two)).toEqual([]);
    const ten = { experiment: stageWith({ arms: ARMS, data, training: { replicates: 10 } }) };
    const twice = [...PLAIN, ...PLAIN];
    expect(actions([...seeds('A', twice), ...seeds('B', [...SAME, ...SAME])], ten)).toEqual([]);
  });

  it('is a look at the test set once one arm is clearly the best, and while it is sealed', () => {
    const sealedTest = { rows: 897, figureOf: null };
    const hint = (lanes: VerdictMaterial['lanes'], changes: Partial<VerdictMaterial> = {}) =>
      suggestTest(gatherEvidence(materialOf(lanes, { sealedTest, ...changes })));
    const five = [...seeds('A', PLAIN), ...seeds('B', BETTER)];
    expect(hint(five)).toBe(
      'When you are done choosing, open the test set for a fair figure of B.',
    );
    expect(hint([...seeds('A', BETTER), ...seeds('B', PLAIN)])).toContain('figure of A.');
    expect(hint([...seeds('A', PLAIN), ...seeds('B', SAME)])).toBeNull();
    expect(hint(one())).toBeNull();
    expect(hint(five, { runPhase: 'lookingBack' })).toBeNull();
    expect(hint(five, { sealedTest: { rows: 897, figureOf: () => 0.9 } })).toBeNull();
    expect(suggestTest(gatherEvidence(materialOf(five)))).toBeNull();
  });

  it('is longer training while who is behind still improves', () => {
    const slow = { validationAccuracy: towards(0.1, 0.7), trainingAccuracy: reaching(0.99) };
    expect(actions([lane('A', slow), ...seeds('B', [0.9])])).toEqual([
      'train for 100 epochs',
      'train without wrong labels',
    ]);
    const experiment = stageWith({ arms: ARMS, training: { epochs: 10_000 } });
    expect(actions([lane('A', slow), ...seeds('B', [0.9])], { experiment })[0]).toBe(
      'train without wrong labels',
    );
  });

  it('is a smaller learning rate, and nothing else, where none learns at a large one', () => {
    const stuck = { trainingAccuracy: reaching(0.12), validationAccuracy: reaching(0.1) };
    const lanes = [lane('A', stuck), lane('B', stuck)];
    const at = (learningRate: number, optimizer: 'adam' | 'sgd' = 'adam') =>
      suggested(lanes, {
        experiment: stageWith({ arms: ARMS, training: { learningRate, optimizer } }),
      });
    expect(at(5)).toEqual([
      {
        text: 'train at the smaller learning rate 0.005',
        ...{ group: 'training', key: 'learningRate', value: 0.005 },
      },
    ]);
    expect(at(5, 'sgd')[0]?.value).toBe(0.1);
    expect(at(0.00001)[0]?.text).toBe('train at the larger learning rate 0.005');
    expect(
      actions(lanes.slice(0, 1), {
        experiment: stageWith({ arms: ARMS.slice(0, 1), training: { learningRate: 5 } }),
      }),
    ).toEqual(['train at the smaller learning rate 0.005']);
    // The rate is not to blame: wrong labels are no answer either.
    expect(at(0.005)).toEqual([]);
  });

  it('is nothing before the end, for one arm, and after a divergence', () => {
    expect(actions(one(), { runPhase: 'underWay' })).toEqual([]);
    expect(actions(seeds('A', [0.9]))).toEqual([]);
    const [first, second] = one();
    expect(first && second && actions([first, diverge(second)])).toEqual([]);
  });
});
