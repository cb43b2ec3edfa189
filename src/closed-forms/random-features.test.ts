import { expect, it } from 'vitest';
import { mean } from '../base/statistics/summary.ts';
import { centredColumns, randomFeature } from './random-features.ts';

const ROWS = 3;
const pixels = [0, 0.3, 1, 0.5, 0.3, 0.9, 0.1, 0.2, 0.3, 0.3, 0.3, 0.3];

it('centres pixels and divides them by the root of their number', () => {
  const columns = centredColumns(pixels, ROWS);
  expect(columns.map((column) => [...column])).toHaveLength(4);
  expect(columns[0]?.[0]).toBeCloseTo(-0.15, 12);
  expect(columns[2]?.[0]).toBeCloseTo(0.35, 12);
  expect(columns[3]?.[1]).toBeCloseTo(-0.05, 12);
});

it('draws each feature from its key and number alone', () => {
  const columns = centredColumns(pixels, ROWS);
  expect(randomFeature(columns, 7, 3)).toEqual(randomFeature(columns, 7, 3));
  expect(randomFeature(columns, 7, 3)).not.toEqual(randomFeature(columns, 7, 4));
  expect(randomFeature(columns, 7, 3)).not.toEqual(randomFeature(columns, 8, 3));
});

it('has on average the squared length of its row, and is 0 half of the time', () => {
  const columns = centredColumns(pixels, ROWS);
  const values = Array.from({ length: 4000 }, (_, index) => randomFeature(columns, 1, index));
  const length = columns.reduce((sum, column) => sum + (column[0] ?? NaN) ** 2, 0);
  const squares = values.map((feature) => (feature[0] ?? NaN) ** 2);
  expect(mean(squares) / length).toBeGreaterThan(0.93);
  expect(mean(squares) / length).toBeLessThan(1.07);
  const zeros = squares.filter((square) => square === 0).length / squares.length;
  expect(Math.abs(zeros - 0.5)).toBeLessThan(0.03);
  // A row of the centre is nothing to any feature.
  expect(values.every((feature) => feature[2] !== undefined && feature[2] < 1e-12)).toBe(true);
});
