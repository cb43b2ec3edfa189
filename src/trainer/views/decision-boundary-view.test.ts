import { describe, expect, it } from 'vitest';
import { initialState } from '../../engine/step/initial-state.ts';
import { viewBytes } from '../../protocol/view-buffers.ts';
import { MOST_VIEW_BYTES } from '../../protocol/views.ts';
import type { DecisionBoundaryView } from '../../protocol/views.ts';
import { decisionBoundaryView } from './decision-boundary-view.ts';
import { lookOf } from './look-fixture.ts';
import type { LaneInside } from './view-maker.ts';

const make = (lane: LaneInside): DecisionBoundaryView => {
  if (!decisionBoundaryView.needsWeights || decisionBoundaryView.comparesRepeats)
    throw new Error('It is of one lane.');
  return decisionBoundaryView.make(lane);
};

const features = [
  [0.5, 0.5],
  [-1.21, 0.1],
  [0.2, -0.9],
];
const targets = [1, 0, 1];

describe('decision boundary view', () => {
  it('covers all points, and tells for every place how far it is on the side of class 1', () => {
    // Outputs: class 0 gets x − y, class 1 gets 3x + y; so the margin is 2x + 2y.
    const view = make(lookOf({ features, targets, classes: 2, weights: [1, 3, -1, 1] }));
    expect(view.halfSide).toBe(1.5);
    expect(view.margins).toHaveLength(view.size ** 2);
    const at = (row: number, column: number) => view.margins[row * view.size + column];
    const last = view.size - 1;
    expect(at(0, 0)).toBeCloseTo(0, 6); // (−1.5, 1.5)
    expect(at(0, last)).toBeCloseTo(6, 6); // (1.5, 1.5)
    expect(at(last, 0)).toBeCloseTo(-6, 6); // (−1.5, −1.5)
    const [x, y] = [1.5 * ((2 * 10) / last - 1), 1.5 * (1 - (2 * 3) / last)];
    expect(at(3, 10)).toBeCloseTo(2 * x + 2 * y, 5);
  });

  it('answers every training point', () => {
    const view = make(lookOf({ features, targets, classes: 2, weights: [1, 3, -1, 1] }));
    expect([...view.answers]).toEqual([1, 0, 0]);
  });

  it('is coarser for a large network, and small enough at any', () => {
    const many = Array.from({ length: 10_500 }, (_, i) => [i / 10_500, 0]);
    const look = lookOf({ features: many, targets: many.map(() => 0), classes: 2 });
    expect(make(look).size).toBe(64);
    const network = { ...look.plan.network, sizes: [2, 200, 200, 2] };
    const state = initialState(network, 'he', look.plan.identity);
    const large = make({ ...look, plan: { ...look.plan, network }, state });
    expect(large.size).toBe(24);
    expect(viewBytes(make(look))).toBeLessThan(MOST_VIEW_BYTES);
  });

  it('is empty for a run on other data, each time with arrays of its own', () => {
    const look = lookOf({ features: [[1, 2, 3]], targets: [0], classes: 2 });
    expect(make(look).size).toBe(0);
    expect(make(look).margins.buffer).not.toBe(make(look).margins.buffer);
  });
});
