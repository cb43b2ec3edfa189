import { describe, expect, it } from 'vitest';
import { viewBytes } from '../../protocol/view-buffers.ts';
import { MOST_VIEW_BYTES } from '../../protocol/views.ts';
import type { MistakesView } from '../../protocol/views.ts';
import { lookOf, standardizationOf } from './look-fixture.ts';
import { mistakesView } from './mistakes-view.ts';
import type { LaneLook } from './view-maker.ts';

const make = (look: LaneLook): MistakesView => {
  if (mistakesView.needsWeights) throw new Error('Outputs say it all.');
  return mistakesView.make(look);
};

/** Linear outputs whose softmax is exactly these probabilities. */
const outputsFor = (probabilities: readonly (readonly number[])[]) =>
  Float64Array.from(probabilities.flat(), (share) => Math.log(share) + 3);

describe('mistakes view', () => {
  it('lists wrong answers, the most confident first, with how sure they are', () => {
    const view = make(
      lookOf({
        features: [[1], [2], [3], [4]],
        targets: [0, 1, 2, 1],
        classes: 3,
        outputs: outputsFor([
          [0.2, 0.5, 0.3], // wrong, 50 %
          [0.1, 0.8, 0.1], // right
          [0.9, 0.06, 0.04], // wrong, 90 %
          [0.3, 0.3, 0.4], // wrong, 40 %
        ]),
      }),
    );
    expect([...view.answers]).toEqual([1, 1, 0, 2]);
    expect([...view.trueClasses]).toEqual([0, 1, 2, 1]);
    [0.5, 0.8, 0.9, 0.4].forEach((share, row) =>
      expect((view.certainties[row] ?? NaN) / 65_535).toBeCloseTo(share, 4),
    );
    expect(view.examples.map(({ row }) => row)).toEqual([2, 0, 3]);
    expect(view.examples.map(({ trueClass }) => trueClass)).toEqual([2, 0, 1]);
  });

  it('shows few features as they are, and of many those furthest from their mean, in their units', () => {
    const targets = [1, 1];
    const outputs = outputsFor([
      [0.9, 0.1],
      [0.8, 0.2],
    ]);
    const few = make(
      lookOf({
        features: [
          [0.25, -3],
          [1, 2],
        ],
        targets,
        classes: 2,
        outputs,
      }),
    );
    expect(few.examples[0]?.traits).toEqual([
      { feature: 0, value: 0.25 },
      { feature: 1, value: -3 },
    ]);
    // Means 10, 0, 100, 5, 0; deviations 1, 2, 10, 1, 1.
    const training = [
      [9, -2, 90, 4, -1],
      [11, 2, 110, 6, 1],
    ];
    const many = make(
      lookOf({
        features: [
          [12, 9, 85, 5, 0.5], // 2, 4.5, 1.5, 0 and 0.5 deviations off
          [10, 0, 130, 1, 0], // 0, 0, 3, 4 and 0: two are unusual
        ],
        targets,
        classes: 2,
        outputs,
        standardization: standardizationOf(training),
      }),
    );
    expect(many.examples[0]?.traits).toEqual([
      { feature: 1, value: 9 },
      { feature: 0, value: 12 },
      { feature: 2, value: 85 },
    ]);
    expect(many.examples[1]?.traits).toEqual([
      { feature: 3, value: 1 },
      { feature: 2, value: 130 },
    ]);
  });

  it('shows images in 256 inks, and no more than the page is sent', () => {
    const count = 10_000;
    const image = { width: 28, height: 28 };
    const features = Array.from({ length: count }, (_, row) =>
      Array.from({ length: 784 }, (_, pixel) => (row + pixel) % 17),
    );
    const view = make(
      lookOf({
        features,
        targets: features.map(() => 1),
        classes: 2,
        outputs: Float32Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 1 : 0)),
        image,
        featureScale: 1 / 16,
      }),
    );
    const [first] = view.examples;
    expect(view.examples).toHaveLength(24);
    expect(first?.row).toBe(0);
    expect(first?.traits).toEqual([]);
    expect([...(first?.ink?.slice(0, 17) ?? [])]).toEqual(
      Array.from({ length: 17 }, (_, level) => Math.round((255 * level) / 16)),
    );
    expect(viewBytes(view)).toBeLessThan(MOST_VIEW_BYTES);
  });
});
