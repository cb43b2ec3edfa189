import { describe, expect, test } from 'vitest';
import type { Rows } from '../dataset.ts';
import { fitStandardization, standardizeRows } from './standardization.ts';

const rowsOf = (features: readonly number[], targets: readonly number[]): Rows => ({
  count: targets.length,
  features: Float32Array.from(features),
  featureScale: 1,
  targets: Float32Array.from(targets),
});
const both = { features: true, target: true };

describe('standardization', () => {
  test('gives every feature and the target mean 0 and deviation 1', () => {
    const rows = rowsOf([1, 100, 2, 300, 3, 100, 4, 700], [10, 20, 30, 40]);
    const { features, targets } = standardizeRows(rows, fitStandardization(rows, both));
    const moments = (values: readonly number[]) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      return [mean, values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length];
    };
    for (const values of [
      Array.from(features).filter((_, i) => i % 2 === 0),
      Array.from(features).filter((_, i) => i % 2 === 1),
      Array.from(targets),
    ]) {
      const [mean, variance] = moments(values);
      expect(mean).toBeCloseTo(0, 6);
      expect(variance).toBeCloseTo(1, 6);
    }
    expect(features[0]).toBeCloseTo(-1.5 / Math.sqrt(1.25), 6);
  });

  test('other rows are transformed by the numbers of the first', () => {
    const fitted = fitStandardization(rowsOf([0, 2], [0, 4]), both);
    const { features, targets } = standardizeRows(rowsOf([5], [6]), fitted);
    expect([...features, ...targets]).toEqual([4, 2]);
  });

  test('what is constant in training becomes 0 everywhere, rounding or not', () => {
    const fitted = fitStandardization(rowsOf([0.1, 0.1, 0.1], [1, 2, 3]), both);
    expect([...standardizeRows(rowsOf([0.1, 7], [1, 2]), fitted).features]).toEqual([0, 0]);
    const alone = fitStandardization(rowsOf([3, 4], [5]), both);
    expect([...standardizeRows(rowsOf([3, 9], [8]), alone).features]).toEqual([0, 0]);
  });

  test('bytes are scaled first, and given rows stay as they are', () => {
    const rows: Rows = {
      count: 2,
      features: Uint8Array.of(0, 16),
      featureScale: 1 / 16,
      targets: Float32Array.of(0, 1),
    };
    const fitted = fitStandardization(rows, { features: true, target: false });
    expect(fitted?.features?.[0]).toEqual({ mean: 0.5, scale: 2 });
    const scaled = standardizeRows(rows, fitted);
    expect([...scaled.features]).toEqual([-1, 1]);
    expect(scaled.targets).toBe(rows.targets);
    expect([...rows.features]).toEqual([0, 16]);
  });

  test('nothing to do is nothing done', () => {
    const rows = rowsOf([1, 2], [3, 4]);
    const fitted = fitStandardization(rows, { features: false, target: false });
    expect(fitted).toBeNull();
    expect(standardizeRows(rows, fitted)).toBe(rows);
  });
});
