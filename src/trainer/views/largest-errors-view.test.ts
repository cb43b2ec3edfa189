import { describe, expect, it } from 'vitest';
import type { LargestErrorsView } from '../../protocol/views.ts';
import { fitStandardization, standardizeRows } from '../../datasets/splitting/standardization.ts';
import { largestErrorsView } from './largest-errors-view.ts';
import { lookOf, makeView } from './look-fixture.ts';
import type { LaneInside } from './view-maker.ts';

interface Facts {
  readonly given: readonly number[];
  /** As the network answers: standardised, where the target is. */
  readonly outputs: readonly number[];
  /** Rows of training that the target is standardised by. */
  readonly training?: readonly number[];
}

function make({ given, outputs, training }: Facts): LargestErrorsView {
  const features = given.map((_, row) => [row, 0.5]);
  const look = lookOf({
    features,
    targets: given,
    classes: 1,
    outputs: Float32Array.from(outputs),
  });
  const standardization =
    training === undefined
      ? null
      : fitStandardization(
          {
            ...{ count: training.length, featureScale: 1, targets: Float32Array.from(training) },
            features: new Float32Array(training.length),
          },
          { features: false, target: true },
        );
  const network = { ...look.plan.network, task: 'regression' } as const;
  const split = { ...look.split, standardization };
  const validation = standardizeRows(look.split.originalValidation, standardization);
  const data = { ...look.plan.data, validation };
  const lane: LaneInside = { ...look, split, plan: { ...look.plan, network, data } };
  return makeView(largestErrorsView, lane);
}

describe('largest errors', () => {
  it('come first, whichever way they are off, and of equal ones the first row', () => {
    const view = make({ given: [1, 2, 3, 4], outputs: [1.25, 0, 5, 4] });
    expect(view.examples.map(({ row, given, predicted }) => [row, given, predicted])).toEqual([
      [1, 2, 0],
      [2, 3, 5],
      [0, 1, 1.25],
      [3, 4, 4],
    ]);
    expect(view.rows).toBe(4);
    // Squares 1/16, 4, 4 and 0.
    expect(view.typical).toBeCloseTo(Math.sqrt(8.0625 / 4), 12);
    expect(view.examples[0]?.traits).toEqual([
      { feature: 0, value: 1 },
      { feature: 1, value: 0.5 },
    ]);
  });

  it('are in the units of the target where the network has others', () => {
    // Mean 100, deviation 20.
    const view = make({ given: [90, 130], outputs: [0, -1.5], training: [80, 120] });
    expect(view.examples.map(({ given, predicted }) => [given, predicted])).toEqual([
      [130, 70],
      [90, 100],
    ]);
    expect(view.typical).toBeCloseTo(Math.sqrt((60 * 60 + 10 * 10) / 2), 9);
  });

  it('are at most twelve', () => {
    const given = Array.from({ length: 40 }, (_, row) => row);
    const view = make({ given, outputs: given.map((value) => value * 1.5) });
    expect(view.examples.map(({ row }) => row)).toEqual(
      Array.from({ length: 12 }, (_, index) => 39 - index),
    );
    expect(view.rows).toBe(40);
  });

  it('are none of classes', () => {
    const look = lookOf({ features: [[1]], targets: [0], classes: 2 });
    expect(makeView(largestErrorsView, look).examples).toEqual([]);
  });
});
