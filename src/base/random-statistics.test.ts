/**
 * Statistical tests of the integers themselves, in the orders in which the engine draws them: along the units
 * of a row, down the rows of a unit, and from step to step and layer to layer. The integers never change, so
 * neither do the figures.
 */
import { describe, expect, it } from 'vitest';
import { STREAM, elementBits, extendKey, makeKey, rowKey } from './random.ts';

const COUNT = 1 << 17;
const mask = makeKey(42, STREAM.hiddenDropout, 0, 0);

const ORDERS: readonly (readonly [string, (i: number) => number])[] = [
  ['along a row', (i) => elementBits(rowKey(mask, 3), i)],
  ['down a column', (i) => elementBits(rowKey(mask, i), 7)],
  ['from step to step', (i) => elementBits(rowKey(extendKey(extendKey(mask, i), 0), 0), 0)],
  ['from layer to layer', (i) => elementBits(rowKey(extendKey(extendKey(mask, 5), i), 0), 0)],
  ['from seed to seed', (i) => elementBits(rowKey(makeKey(i, STREAM.batchOrder, 0, 0), 0), 0)],
];

/** How many standard deviations χ² is off its mean. */
function chiSquaredScore(counts: ArrayLike<number>, draws: number): number {
  const expected = draws / counts.length;
  const freedom = counts.length - 1;
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell++)
    sum += ((counts[cell] ?? 0) - expected) ** 2 / expected;
  return (sum - freedom) / Math.sqrt(2 * freedom);
}

function countCells(draw: (i: number) => number, cells: number, draws = COUNT): Uint32Array {
  const counts = new Uint32Array(cells);
  for (let i = 0; i < draws; i++) {
    const cell = draw(i);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

describe.each(ORDERS)('drawn %s', (_, draw) => {
  const integers = Uint32Array.from({ length: COUNT + 512 }, (__, i) => draw(i));
  const bitsOf = (i: number) => integers[i] ?? 0;

  it('every bit is set half of the time', () => {
    for (let bit = 0; bit < 32; bit++) {
      const [, set = 0] = countCells((i) => (bitsOf(i) >>> bit) & 1, 2);
      expect(Math.abs(set - COUNT / 2), `bit ${bit}`).toBeLessThan(4 * Math.sqrt(COUNT / 4));
    }
  });

  it('no two bits of an integer go together', () => {
    for (let bit = 0; bit < 32; bit++)
      for (const distance of [1, 8, 16]) {
        const other = (bit + distance) % 32;
        const [, differ = 0] = countCells(
          (i) => ((bitsOf(i) >>> bit) ^ (bitsOf(i) >>> other)) & 1,
          2,
        );
        const off = Math.abs(differ - COUNT / 2);
        expect(off, `bits ${bit} and ${other}`).toBeLessThan(4.5 * Math.sqrt(COUNT / 4));
      }
  });

  it('every byte is uniform (χ² over 256 cells)', () => {
    for (const shift of [0, 8, 16, 24]) {
      const counts = countCells((i) => (bitsOf(i) >>> shift) & 255, 256);
      expect(Math.abs(chiSquaredScore(counts, COUNT)), `byte at ${shift}`).toBeLessThan(4);
    }
  });

  it.each([1, 2, 32, 512])('pairs %i apart are uniform in the square (χ² over 32 x 32)', (lag) => {
    const counts = countCells((i) => ((bitsOf(i) >>> 27) << 5) | (bitsOf(i + lag) >>> 27), 1024);
    expect(Math.abs(chiSquaredScore(counts, COUNT))).toBeLessThan(4);
  });

  it('runs of the upper bit are as many as chance makes them', () => {
    let runs = 1;
    for (let i = 1; i < COUNT; i++) runs += (bitsOf(i) >>> 31) ^ (bitsOf(i - 1) >>> 31);
    expect(Math.abs(runs - COUNT / 2)).toBeLessThan(4 * Math.sqrt(COUNT / 4));
  });
});

it('a changed bit of key or place changes every bit of the integer half of the time', () => {
  const trials = 4000;
  const flips = new Uint32Array(32);
  const changes: readonly ((i: number) => readonly [number, number])[] = [
    (i) => [elementBits(rowKey(mask, i), 1), elementBits(rowKey(mask, i ^ 1), 1)],
    (i) => [elementBits(rowKey(mask, 1), i), elementBits(rowKey(mask, 1), i ^ 16)],
    (i) => [elementBits(extendKey(i, 3), 0), elementBits(extendKey(i ^ (1 << 31), 3), 0)],
  ];
  for (const change of changes) {
    flips.fill(0);
    for (let i = 0; i < trials; i++) {
      const [a, b] = change(i);
      for (let bit = 0; bit < 32; bit++) flips[bit] = (flips[bit] ?? 0) + (((a ^ b) >>> bit) & 1);
    }
    for (const [bit, count] of flips.entries())
      expect(Math.abs(count - trials / 2), `bit ${bit}`).toBeLessThan(4.5 * Math.sqrt(trials / 4));
  }
});

it('hardly ever draws one integer twice, as chance would have it', () => {
  const draws = 1 << 18;
  const seen = new Set<number>();
  for (let row = 0; row < 512; row++)
    for (let column = 0; column < 512; column++) seen.add(elementBits(rowKey(mask, row), column));
  // Poisson: n² / 2³³ pairs are equal.
  const expected = draws ** 2 / 2 ** 33;
  expect(Math.abs(draws - seen.size - expected)).toBeLessThan(4 * Math.sqrt(expected));
});
