import { expect, it } from 'vitest';
import { accuracy, mean, measureRows } from './metrics.ts';

it('measures cross-entropy and the class with the largest output', () => {
  const outputs = Float32Array.of(1, 2, 3, 1000, 0, -1000);
  const { losses, predictions, finite } = measureRows(
    outputs,
    Float32Array.of(0, 1),
    'classification',
  );
  expect(losses[0]).toBeCloseTo(Math.log(Math.E + Math.E ** 2 + Math.E ** 3) - 1, 12);
  expect(losses[1]).toBeCloseTo(1000, 9);
  expect([...predictions]).toEqual([2, 0]);
  expect(finite).toBe(true);
});

it('measures squared error', () => {
  const { losses } = measureRows(Float32Array.of(1, 4), Float32Array.of(3, 4), 'regression');
  expect([...losses]).toEqual([4, 0]);
});

it('tells numbers that are not finite', () => {
  for (const bad of [NaN, Infinity, -Infinity]) {
    const rows = measureRows(Float32Array.of(bad, 1), Float32Array.of(0), 'classification');
    expect(rows.finite).toBe(false);
  }
  const all = measureRows(Float32Array.of(NaN, NaN), Float32Array.of(0), 'classification');
  expect([...all.predictions]).toEqual([-1]);
});

it('averages', () => {
  expect(mean(Float64Array.of(1, 2, 6))).toBe(3);
  expect(accuracy(Int32Array.of(1, 2, 0, 3), Float32Array.of(1, 2, 3, 3))).toBe(0.75);
  expect(accuracy(new Int32Array(0), new Float32Array(0))).toBeNaN();
});
