import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketWidth, MAX_POINTS, sampleIndices } from './series-sampling.ts';

const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const line = (maxLength: number) =>
  fc.array(value, { minLength: 1, maxLength }).map((values) => Float64Array.from(values));

/** The first index of the highest value, times `sign`. */
function extreme(values: Float64Array, sign: number): number {
  const finite = [...values.keys()].filter((i) => Number.isFinite(values[i]));
  return finite.reduce(
    (best, i) => (best < 0 || sign * (values[i] ?? 0) > sign * (values[best] ?? 0) ? i : best),
    -1,
  );
}

describe('sampleIndices', () => {
  it('keeps every point of a line that is short enough', () => {
    const values = new Float64Array(MAX_POINTS).map((_, i) => i % 7);
    expect(sampleIndices(values)).toEqual([...values.keys()]);
  });

  it('picks few, in order, with the first, the last, the highest and the lowest', () => {
    fc.assert(
      fc.property(line(400), fc.integer({ min: 8, max: 60 }), (values, maxPoints) => {
        const picked = sampleIndices(values, maxPoints);
        expect(picked.length).toBeLessThanOrEqual(maxPoints);
        expect(picked).toEqual([...new Set(picked)].sort((a, b) => a - b));
        for (const index of [0, values.length - 1, extreme(values, 1), extreme(values, -1)]) {
          if (index >= 0) expect(picked).toContain(index);
        }
      }),
    );
  });

  it('holds the limit for very long lines', () => {
    for (const length of [251, 500, 1000, 5000, 60_001]) {
      const values = new Float64Array(length).map((_, i) => Math.sin(i));
      expect(sampleIndices(values).length).toBeLessThanOrEqual(MAX_POINTS);
      expect(sampleIndices(values).length).toBeGreaterThan(MAX_POINTS / 3);
    }
  });

  it('keeps the points of finished buckets while the line grows', () => {
    fc.assert(
      fc.property(line(300), fc.nat(299), (values, cut) => {
        const before = values.slice(0, cut + 1);
        const width = bucketWidth(before.length, 40);
        fc.pre(width === bucketWidth(values.length, 40));
        const finished = Math.floor(cut / width) * width;
        const early = (picked: number[]) => picked.filter((index) => index < finished);
        expect(early(sampleIndices(values, 40))).toEqual(early(sampleIndices(before, 40)));
      }),
    );
  });

  it('keeps a gap that fills a bucket', () => {
    const values = new Float64Array(1000).map((_, i) => (i >= 400 && i < 600 ? NaN : i));
    const picked = sampleIndices(values).map((index) => values[index]);
    expect(picked.some(Number.isNaN)).toBe(true);
  });
});
