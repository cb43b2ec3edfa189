import { describe, expect, it } from 'vitest';
import { elementBits, uniform24 } from '../../base/random.ts';
import { plainForward } from '../../engine/step/plain-forward.ts';
import { lookOf, makeView, withHiddenLayers } from './look-fixture.ts';
import { redundancyView } from './redundancy-view.ts';
import type { LaneInside } from './view-maker.ts';

const ROWS = 200;
const features = Array.from({ length: ROWS }, (_, row) =>
  [0, 1, 2].map((column) => uniform24(elementBits(row, column)) - 0.5),
);
const flat = Float64Array.from(features.flat(), Math.fround);

/** A network, and rows whose labels are what it answers as a whole. */
function selfTaught(hidden: readonly number[]): LaneInside {
  const facts = { features, targets: features.map(() => 0), classes: 3 };
  const untaught = withHiddenLayers(lookOf(facts), hidden, { activation: 'tanh' });
  const { outputs } = plainForward(untaught.plan.network, untaught.state, flat);
  const targets = features.map((_, row) => {
    const own = [...outputs.subarray(3 * row, 3 * row + 3)];
    return own.indexOf(Math.max(...own));
  });
  const { plan } = withHiddenLayers(lookOf({ ...facts, targets }), hidden, { activation: 'tanh' });
  return { ...untaught, plan };
}

describe('redundancy view', () => {
  it('begins with the whole network, and loses accuracy with its units', () => {
    const { rows, draws, points } = makeView(redundancyView, selfTaught([40, 20]));
    expect([rows, draws]).toEqual([ROWS, 5]);
    expect(points.map(({ share }) => share)).toEqual([0, 0.2, 0.5, 0.8]);
    expect(points[0]).toMatchObject({ accuracy: 1, lowest: 1, highest: 1 });
    for (const { accuracy, lowest, highest } of points.slice(1)) {
      expect(lowest).toBeLessThanOrEqual(accuracy);
      expect(accuracy).toBeLessThanOrEqual(highest);
      expect(lowest).toBeLessThan(highest);
    }
    const [, few, , most] = points.map(({ accuracy }) => accuracy);
    expect(few).toBeLessThan(1);
    expect(few).toBeGreaterThan((most ?? NaN) + 0.05);
  });

  it('rescales: units that all do the same are not missed', () => {
    const look = selfTaught([10]);
    // Ten copies of one unit, on whose sum the class depends against two biases.
    const alone = (value: Float32Array) => ({ value, first: null, second: null });
    const first = Float32Array.from({ length: 30 }, (_, i) => (i < 10 ? 1 : 0));
    const last = Float32Array.from({ length: 30 }, (_, i) => [1, 0, -1][i % 3] ?? NaN);
    const state = [
      { weights: alone(first), bias: alone(new Float32Array(10)), batchNorm: null },
      { weights: alone(last), bias: alone(Float32Array.of(0, 1, 0)), batchNorm: null },
    ];
    const { outputs } = plainForward(look.plan.network, state, flat);
    const targets = Float32Array.from(features, (_, row) => {
      const own = [...outputs.subarray(3 * row, 3 * row + 3)];
      return own.indexOf(Math.max(...own));
    });
    expect(new Set(targets).size).toBe(3);
    const validation = { ...look.plan.data.validation, targets };
    const plan = { ...look.plan, data: { ...look.plan.data, validation } };
    const { points } = makeView(redundancyView, { ...look, plan, state });
    expect(points.map(({ lowest }) => lowest)).toEqual([1, 1, 1, 1]);
  });

  it('is the mean over networks whose units are cut out, the same ones each time', () => {
    const look = selfTaught([2]);
    // Half of two units is one of them: every draw cuts out the first or the second.
    const cut = [0, 1].map((removed) => {
      const factors = Float64Array.from([0, 1], (unit) => (unit === removed ? 0 : 2));
      const { outputs } = plainForward(look.plan.network, look.state, flat, [factors]);
      const right = features.filter((_, row) => {
        const own = [...outputs.subarray(3 * row, 3 * row + 3)];
        return own.indexOf(Math.max(...own)) === look.plan.data.validation.targets[row];
      });
      return right.length / ROWS;
    });
    const view = makeView(redundancyView, look);
    const half = view.points[2];
    const [one = NaN, other = NaN] = cut;
    expect(one).not.toBeCloseTo(other, 3);
    const means = [0, 1, 2, 3, 4, 5].map((count) => (count * one + (5 - count) * other) / 5);
    expect(means.some((mean) => Math.abs(mean - (half?.accuracy ?? NaN)) < 1e-9)).toBe(true);
    expect(cut).toContain(half?.lowest);
    expect(makeView(redundancyView, look)).toEqual(view);
  });

  it('draws fewer times from a large network', () => {
    expect(makeView(redundancyView, selfTaught([300, 300])).draws).toBe(2);
  });

  it('has nothing to remove without hidden layers', () => {
    const look = lookOf({ features, targets: features.map(() => 0), classes: 3 });
    expect(makeView(redundancyView, look).points).toEqual([]);
  });
});
