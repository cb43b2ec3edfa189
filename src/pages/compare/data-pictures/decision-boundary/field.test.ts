import { describe, expect, it } from 'vitest';
import { boundaryPath } from './boundary-line.ts';
import { describeSharing, fineMargins } from './field.ts';

/** Margins x and y from −1 to 1 give, on a grid. */
function grid(size: number, margin: (x: number, y: number) => number) {
  const at = (step: number) => (2 * step) / (size - 1) - 1;
  const margins = Float32Array.from({ length: size * size }, (_, i) =>
    margin(at(i % size), -at(Math.floor(i / size))),
  );
  return { size, margins };
}

/** All points of a path, in its own units. */
const pointsOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

describe('margins between the points of the grid', () => {
  it('are exact where the network is straight', () => {
    const fine = fineMargins(
      grid(5, (x, y) => 3 * x - y + 0.5),
      8,
    );
    expect(fine).toHaveLength(64);
    fine.forEach((margin, pixel) => {
      const x = ((pixel % 8) + 0.5) / 4 - 1;
      const y = 1 - (Math.floor(pixel / 8) + 0.5) / 4;
      expect(margin).toBeCloseTo(3 * x - y + 0.5, 5);
    });
  });
});

describe('how the classes share the square', () => {
  const share = (margin: (x: number, y: number) => number) =>
    describeSharing(fineMargins(grid(49, margin), 192), 192);

  it('measures a disc by its area', () => {
    const { areas, pieces } = share((x, y) => 0.25 - x * x - y * y);
    expect(areas[1]).toBeCloseTo((Math.PI * 0.25) / 4, 2);
    expect(areas[0] + areas[1]).toBeCloseTo(1, 12);
    expect(pieces).toEqual([1, 1]);
  });

  it('counts islands, and lakes in them', () => {
    const ring = (x: number, y: number) => {
      const distance = Math.hypot(x + 0.4, y);
      return Math.min(0.4 - distance, distance - 0.2);
    };
    const island = (x: number, y: number) => 0.2 - Math.hypot(x - 0.6, y - 0.6);
    expect(share((x, y) => Math.max(ring(x, y), island(x, y))).pieces).toEqual([2, 2]);
  });

  it('counts four quarters as two each, or as one where they are joined', () => {
    expect(share((x, y) => x * y).pieces).toEqual([2, 2]);
    expect(share((x, y) => x * y + 0.05).pieces).toEqual([2, 1]);
  });

  it('knows one class alone, with equal outputs for the first', () => {
    expect(share(() => 0)).toEqual({ areas: [1, 0], pieces: [1, 0] });
    expect(share(() => 1)).toEqual({ areas: [0, 1], pieces: [0, 1] });
  });
});

describe('boundary line', () => {
  it('lies where the margin is zero', () => {
    const points = pointsOf(
      boundaryPath(
        grid(33, (x, y) => x * x + y * y - 0.36),
        100,
      ),
    );
    expect(points.length).toBeGreaterThan(80);
    for (const [left, top] of points)
      expect(Math.hypot(left / 50 - 1, top / 50 - 1)).toBeCloseTo(0.6, 2);
  });

  it('closes around an island: every point is the end of two pieces', () => {
    const ends = new Map<string, number>();
    const path = boundaryPath(
      grid(12, (x, y) => 0.5 - Math.hypot(x - 0.1, y)),
      100,
    );
    for (const point of pointsOf(path)) ends.set(point.join(), (ends.get(point.join()) ?? 0) + 1);
    expect([...ends.values()].every((number) => number === 2)).toBe(true);
  });

  it('parts at a saddle what interpolation parts', () => {
    // Corners +1 −1 +1 −1 around a middle that is positive, then negative.
    const cell = (a: number, b: number, c: number, d: number) =>
      boundaryPath({ size: 2, margins: Float32Array.of(a, b, d, c) }, 1);
    // The first and third corner are joined: the lines cut off the second and the fourth.
    expect(cell(3, -1, 3, -1)).toBe('M0.75 0.00L1.00 0.25M0.25 1.00L0.00 0.75');
    // The second and fourth are joined.
    expect(cell(1, -3, 1, -3)).toBe('M1.00 0.75L0.75 1.00M0.00 0.25L0.25 0.00');
  });

  it('is nowhere where one class is everywhere', () => {
    expect(
      boundaryPath(
        grid(4, () => 1),
        100,
      ),
    ).toBe('');
  });
});
