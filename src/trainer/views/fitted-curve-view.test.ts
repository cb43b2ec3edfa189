import { describe, expect, it } from 'vitest';
import type { FittedCurveView } from '../../protocol/views.ts';
import { fittedCurveView } from './fitted-curve-view.ts';
import { lookOf } from './look-fixture.ts';
import type { LaneInside } from './view-maker.ts';

const make = (lane: LaneInside): FittedCurveView => {
  if (!fittedCurveView.needsWeights || fittedCurveView.comparesRepeats)
    throw new Error('It is of one lane.');
  return fittedCurveView.make(lane);
};

/** y = 2 · relu(3x − 1) + 0.5, by hand. */
function bentLine(): LaneInside {
  const look = lookOf({ features: [[0.5]], targets: [1], classes: 1 });
  const alone = (value: number) => ({ value: Float32Array.of(value), first: null, second: null });
  const layer = (weight: number, bias: number) => ({
    ...{ weights: alone(weight), bias: alone(bias), batchNorm: null },
  });
  const network = { ...look.plan.network, sizes: [1, 1, 1], task: 'regression' as const };
  return { ...look, plan: { ...look.plan, network }, state: [layer(3, -1), layer(2, 0.5)] };
}

describe('fitted curve view', () => {
  it('is what the network answers from −1 to 1', () => {
    const { values } = make(bentLine());
    expect(values).toHaveLength(401);
    values.forEach((value, i) => {
      const x = i / 200 - 1;
      expect(value).toBeCloseTo(2 * Math.max(0, 3 * x - 1) + 0.5, 5);
    });
  });

  it('is empty for a run on other data', () => {
    expect(make(lookOf({ features: [[1]], targets: [0], classes: 2 })).values).toHaveLength(0);
  });
});
