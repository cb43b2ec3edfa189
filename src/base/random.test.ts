import { describe, expect, it } from 'vitest';
import {
  STREAM,
  elementBits,
  keepThreshold,
  makeKey,
  permutation,
  rowKey,
  uniform24,
} from './random.ts';

const key = makeKey(42, STREAM.hiddenDropout, 0, 0);

describe('counter-based random numbers', () => {
  it('never change: a shared link must draw the same numbers for ever', () => {
    expect(key).toMatchInlineSnapshot(`2802592850`);
    const row = rowKey(key, 3);
    expect([0, 1, 2].map((column) => elementBits(row, column))).toMatchInlineSnapshot(`
      [
        2041091350,
        3601205910,
        1017347626,
      ]
    `);
  });

  it('are uniform: mean, variance and 64 cells (chi-squared) within 4 standard errors', () => {
    const cells = new Float64Array(64);
    let sum = 0;
    let squares = 0;
    const rows = 500;
    const columns = 400;
    for (let r = 0; r < rows; r++) {
      const k = rowKey(key, r);
      for (let c = 0; c < columns; c++) {
        const u = uniform24(elementBits(k, c));
        sum += u;
        squares += u * u;
        const cell = Math.floor(u * 64);
        cells[cell] = (cells[cell] ?? 0) + 1;
      }
    }
    const n = rows * columns;
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(squares / n - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / n));
    const chi = cells.reduce((s, count) => s + (count - n / 64) ** 2 / (n / 64), 0);
    expect(Math.abs(chi - 63)).toBeLessThan(4 * Math.sqrt(2 * 63));
  });

  it('are uncorrelated between neighbours in a row, in a column and from key to key', () => {
    const n = 100000;
    const correlation = (a: (i: number) => number, b: (i: number) => number) => {
      let s = 0;
      for (let i = 0; i < n; i++) s += (a(i) - 0.5) * (b(i) - 0.5);
      return Math.abs((s / n) * 12);
    };
    const at = (k: number, r: number, c: number) => uniform24(elementBits(rowKey(k, r), c));
    const limit = 4 / Math.sqrt(n);
    expect(
      correlation(
        (i) => at(key, 0, i),
        (i) => at(key, 0, i + 1),
      ),
    ).toBeLessThan(limit);
    expect(
      correlation(
        (i) => at(key, i, 7),
        (i) => at(key, i + 1, 7),
      ),
    ).toBeLessThan(limit);
    expect(
      correlation(
        (i) => at(makeKey(i, 5), 0, 0),
        (i) => at(makeKey(i + 1, 5), 0, 0),
      ),
    ).toBeLessThan(limit);
  });

  it('keeps a superset when more is kept', () => {
    for (let c = 0; c < 2000; c++) {
      const u = elementBits(rowKey(key, 1), c) >>> 8;
      if (u < keepThreshold(0.5)) expect(u).toBeLessThan(keepThreshold(0.8));
      expect(u).toBeLessThan(keepThreshold(1));
      expect(u).toBeGreaterThanOrEqual(keepThreshold(0));
    }
  });

  it('tells apart streams, replicates, folds and large seeds', () => {
    const keys = new Set<number>();
    for (const seed of [0, 1, 42, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1, -1])
      for (const stream of Object.values(STREAM))
        for (let replicate = 0; replicate < 10; replicate++)
          for (let fold = 0; fold < 5; fold++) keys.add(makeKey(seed, stream, replicate, fold));
    expect(keys.size).toBe(7 * Object.keys(STREAM).length * 50);
  });

  it('permutes: every index once, each place equally likely', () => {
    expect([...permutation(1000, key)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i),
    );
    expect([...permutation(0, key)]).toEqual([]);
    const firsts = new Float64Array(5);
    for (let i = 0; i < 5000; i++) {
      const first = permutation(5, makeKey(i, 4))[0] ?? -1;
      firsts[first] = (firsts[first] ?? 0) + 1;
    }
    for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(800));
  });
});
