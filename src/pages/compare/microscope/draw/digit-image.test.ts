import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mnist } from '../../../../datasets/sets/mnist.ts';
import type { Drawing } from '../../../../store/compare/microscope-state.ts';
import { digitImage } from './digit-image.ts';

const SIDE = 28;

/** First and last inked column and row, and the centre of mass, in pixels from the edge. */
function measure(image: ArrayLike<number>) {
  const pixels = Array.from(image, (ink, i) => ({ ink, x: i % SIDE, y: Math.floor(i / SIDE) }));
  const inked = pixels.filter(({ ink }) => ink > 0);
  const [xs, ys] = [inked.map(({ x }) => x), inked.map(({ y }) => y)];
  const sum = (of: (pixel: { ink: number; x: number; y: number }) => number) =>
    pixels.reduce((total, pixel) => total + of(pixel), 0);
  const mass = sum(({ ink }) => ink);
  return {
    width: Math.max(...xs) - Math.min(...xs) + 1,
    height: Math.max(...ys) - Math.min(...ys) + 1,
    centreX: sum(({ ink, x }) => ink * (x + 0.5)) / mass,
    centreY: sum(({ ink, y }) => ink * (y + 0.5)) / mass,
    mass,
  };
}

const drawn = (drawing: Drawing) => digitImage(drawing) ?? new Float32Array(0);
const line = (...points: readonly (readonly [number, number])[]): Drawing => [
  points.map(([x, y]) => ({ x, y })),
];
const ring = (centre: number, radius: number): Drawing => [
  Array.from({ length: 61 }, (_, i) => ({
    x: centre + radius * Math.cos((i * Math.PI) / 30),
    y: centre + 1.4 * radius * Math.sin((i * Math.PI) / 30),
  })),
];

const DRAWINGS: readonly (readonly [string, Drawing])[] = [
  ['an upright line', line([0.9, 0.1], [0.9, 0.8])],
  ['a small slanted line in a corner', line([0.05, 0.2], [0.12, 0.05])],
  ['a seven', line([0.2, 0.2], [0.7, 0.2], [0.4, 0.9])],
  ['a ring', ring(0.5, 0.3)],
  ['a small ring', ring(0.2, 0.08)],
  [
    'a four of two strokes',
    [...line([0.5, 0.1], [0.2, 0.6], [0.8, 0.6]), ...line([0.6, 0.3], [0.6, 0.95])],
  ],
];

describe('digit image', () => {
  it.each(DRAWINGS)('puts %s into a box of 20 pixels, its mass in the middle', (_, drawing) => {
    const { width, height, centreX, centreY } = measure(drawn(drawing));
    expect(Math.max(width, height)).toBe(20);
    expect(Math.abs(centreX - 14.5)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(centreY - 14.5)).toBeLessThanOrEqual(0.5);
  });

  it('keeps proportions', () => {
    // Twice as high as wide, between the middles of a pen 2.8 pixels wide.
    const { width, height } = measure(drawn(line([0.2, 0.1], [0.5, 0.1], [0.5, 0.7])));
    expect(height).toBe(20);
    expect(Math.abs(width - (2.8 + 17.2 / 2))).toBeLessThan(1);
  });

  it('does not depend on where or how large one draws', () => {
    const seven = (left: number, size: number) =>
      line([left, 0.1], [left + 0.5 * size, 0.1], [left + 0.2 * size, 0.1 + 0.8 * size]);
    const [small, large] = [drawn(seven(0.5, 0.25)), drawn(seven(0.0625, 1))];
    small.forEach((ink, pixel) => expect(ink).toBeCloseTo(large[pixel] ?? NaN, 1));
  });

  it('is anti-aliased, ink to the full within a stroke', () => {
    const image = drawn(line([0.2, 0.1], [0.6, 0.8]));
    expect(Math.max(...image)).toBe(1);
    expect(image.filter((ink) => ink > 0 && ink < 1).length).toBeGreaterThan(20);
    // A slanted stroke covers its length times its width, and its two half discs.
    const length = 17.2 * Math.hypot(0.4 / 0.7, 1);
    expect(measure(image).mass / (length * 2.8 + Math.PI * 1.4 * 1.4)).toBeCloseTo(1, 1);
  });

  it('leaves a dot a dot, and nothing nothing', () => {
    const { width, height } = measure(drawn(line([0.4, 0.4])));
    expect([width, height]).toEqual([3, 3]);
    expect(digitImage([])).toBeNull();
  });
});

describe('the digits of MNIST', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('lie as drawings are put', async () => {
    vi.stubGlobal('fetch', async (url: string) =>
      Promise.resolve(new Response(await readFile(url.replace('https://site.test/', 'public/')))),
    );
    if (mnist.rows.kind !== 'stored') throw new Error('MNIST is kept in files.');
    const { features, count } = await mnist.rows.loadShards('training', [0], {
      baseUrl: 'https://site.test/',
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    const images = Array.from({ length: count }, (_, i) =>
      measure(features.subarray(784 * i, 784 * (i + 1))),
    );
    const mean = (of: (image: ReturnType<typeof measure>) => number) =>
      images.reduce((sum, image) => sum + of(image), 0) / count;
    expect(images.every(({ width, height }) => Math.max(width, height) === 20)).toBe(true);
    expect(mean(({ centreX }) => centreX)).toBeCloseTo(14.5, 1);
    expect(mean(({ centreY }) => centreY)).toBeCloseTo(14.5, 1);
  });
});
