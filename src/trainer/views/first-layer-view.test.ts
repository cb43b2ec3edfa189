import { describe, expect, it } from 'vitest';
import { viewBytes } from '../../protocol/view-buffers.ts';
import { FIELD_LEVELS, MOST_VIEW_BYTES } from '../../protocol/views.ts';
import { firstLayerView } from './first-layer-view.ts';
import { lookOf, makeView, withHiddenLayers } from './look-fixture.ts';
import type { LaneInside } from './view-maker.ts';

/** Puts weights [in, unit] into the first layer. */
function withWeights(look: LaneInside, weights: readonly number[]): LaneInside {
  const [first, ...others] = look.state;
  if (!first) throw new Error('There is a first layer.');
  const value = Float32Array.from(weights);
  return { ...look, state: [{ ...first, weights: { ...first.weights, value } }, ...others] };
}

describe('first layer view', () => {
  it('of named features sums up the weights of each, and counts what is exactly 0', () => {
    const look = lookOf({ features: [[1, 2, 3]], targets: [0], classes: 2 });
    const view = makeView(
      firstLayerView,
      withWeights(withHiddenLayers(look, [2]), [3, -4, 0, 0, 0, 0.5]),
    );
    expect([...view.norms]).toEqual([5, 0, 0.5]);
    expect(view).toMatchObject({ inputs: 3, units: 2, isLinear: false, keptInputs: 2, zeros: 3 });
    expect(view.weights).toBeNull();
    expect(view.fields).toEqual([]);
  });

  it('without hidden layers tells the weights themselves, of two classes their difference', () => {
    const two = { features: [[1, 2, 3]], targets: [0], classes: 2 };
    const view = makeView(firstLayerView, lookOf({ ...two, weights: [0.5, -1, 2, 2, 0, 0] }));
    expect([...(view.weights ?? [])]).toEqual([-1.5, 0, 0]);
    // The second feature has weights, even though they cancel out; the third has none.
    expect(view).toMatchObject({ isLinear: true, keptInputs: 2, zeros: 2 });
    const one = { features: [[1, 2]], targets: [0], classes: 1, weights: [0.75, -2] };
    expect([...(makeView(firstLayerView, lookOf(one)).weights ?? [])]).toEqual([0.75, -2]);
    const three = { features: [[1]], targets: [0], classes: 3, weights: [2, -3, 6] };
    const ofThree = makeView(firstLayerView, lookOf(three));
    expect(ofThree.weights).toBeNull();
    expect([...ofThree.norms]).toEqual([7]);
  });

  it('of images shows the units with the largest norm, the largest first, on one scale', () => {
    const look = lookOf({
      features: [[1, 2, 3, 4]],
      targets: [0],
      classes: 2,
      image: { width: 2, height: 2 },
    });
    const weights = [
      ...[0, 1, -1e-9], // pixel 0 of units 0, 1, 2
      ...[0, -2, 4],
      ...[0, 2, 0],
      ...[0, 0, -1],
    ];
    const view = makeView(firstLayerView, withWeights(withHiddenLayers(look, [3]), weights));
    expect(view.largest).toBe(4);
    expect(view.fields.map(({ unit }) => unit)).toEqual([2, 1, 0]);
    expect(view.fields[1]?.norm).toBeCloseTo(3, 6);
    const quarter = Math.round(FIELD_LEVELS / 4);
    // A tiny weight is not 0.
    expect([...(view.fields[0]?.levels ?? [])]).toEqual([-1, FIELD_LEVELS, 0, -quarter]);
    expect([...(view.fields[1]?.levels ?? [])]).toEqual([
      quarter,
      -Math.round(FIELD_LEVELS / 2),
      Math.round(FIELD_LEVELS / 2),
      0,
    ]);
    expect(view).toMatchObject({ keptInputs: 4, zeros: 6 });
    expect(view.norms).toHaveLength(0);
  });

  it('shows two dozen of many units, and stays small', () => {
    const image = { width: 28, height: 28 };
    const look = lookOf({
      features: [Array.from({ length: 784 }, () => 0)],
      targets: [0],
      classes: 10,
      image,
    });
    const view = makeView(firstLayerView, withHiddenLayers(look, [300]));
    expect(view.fields).toHaveLength(24);
    expect(viewBytes(view)).toBeLessThan(MOST_VIEW_BYTES);
    const sorted = view.fields.map(({ norm }) => norm);
    expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
  });
});
