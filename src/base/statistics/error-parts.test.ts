import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorParts } from './error-parts.ts';
import { mean } from './summary.ts';

/** The same by the definition, leaving one out the long way. */
function plainParts(answers: readonly number[][], truth: readonly number[], places: number) {
  const count = answers.length;
  const at = truth.map((target, i) => {
    const own = answers.map((one) => one[i] ?? NaN);
    const middle = mean(own);
    const variance = own.reduce((sum, p) => sum + (p - middle) ** 2, 0) / (count - 1);
    return { variance, bias2: (middle - target) ** 2 - variance / count };
  });
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0) / places;
  return {
    variance: sum(at.map(({ variance }) => variance)),
    bias2: sum(at.map(({ bias2 }) => bias2)),
  };
}

const numbers = (length: number) =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: length, maxLength: length });

/** Networks, places and outputs of every kind. */
const CASES = fc
  .record({
    count: fc.integer({ min: 2, max: 7 }),
    places: fc.integer({ min: 1, max: 5 }),
    outputs: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ count, places, outputs }) =>
    fc.record({
      answers: fc.tuple(...Array.from({ length: count }, () => numbers(places * outputs))),
      truth: numbers(places * outputs),
      places: fc.constant(places),
    }),
  );

describe('the parts of an error', () => {
  it('are those of the worked example, a negative estimate of bias² among them', () => {
    const { bias2, variance, distance, distances, shares } = errorParts(
      [[0.8], [1.1], [1.3], [1.2]],
      [1],
      1,
    );
    expect(variance).toBeCloseTo(0.046667, 6);
    expect(bias2).toBeCloseTo(-0.001667, 6);
    expect(distance).toBeCloseTo(0.045, 12);
    // Deviations −.3, 0, .2 and .1 of the mean 1.1.
    [9, 0, 4, 1].forEach((square, i) => expect(shares[i]).toBeCloseTo(square / 14, 12));
    [0.04, 0.01, 0.09, 0.04].forEach((own, i) => expect(distances[i]).toBeCloseTo(own, 12));
  });

  it('add up to the mean squared distance from the truth, also of two networks', () => {
    fc.assert(
      fc.property(CASES, ({ answers, truth, places }) => {
        const parts = errorParts(answers, truth, places);
        const plain = mean(
          answers.map(
            (one) => one.reduce((sum, p, i) => sum + (p - (truth[i] ?? NaN)) ** 2, 0) / places,
          ),
        );
        expect(parts.bias2 + parts.variance).toBeCloseTo(plain, 9);
        expect(parts.distance).toBeCloseTo(plain, 9);
        expect(mean(parts.distances)).toBeCloseTo(plain, 9);
      }),
    );
  });

  it('are those of the definition, and so are their standard errors by leaving each network out', () => {
    fc.assert(
      fc.property(CASES, ({ answers, truth, places }) => {
        const parts = errorParts(answers, truth, places);
        const plain = plainParts(answers, truth, places);
        expect(parts.bias2).toBeCloseTo(plain.bias2, 9);
        expect(parts.variance).toBeCloseTo(plain.variance, 9);
        if (answers.length < 3) {
          expect(parts.standardErrors.variance).toBeNaN();
          return;
        }
        const without = answers.map((_, i) =>
          plainParts(
            answers.filter((__, other) => other !== i),
            truth,
            places,
          ),
        );
        for (const part of ['bias2', 'variance'] as const) {
          const values = without.map((one) => one[part]);
          const squares = values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0);
          const error = Math.sqrt((squares * (values.length - 1)) / values.length);
          expect(parts.standardErrors[part]).toBeCloseTo(error, 7);
        }
      }),
    );
  });

  it('have no variance to tell of one network', () => {
    expect(() => errorParts([[1]], [1], 1)).toThrow('fewer than two networks');
  });
});
