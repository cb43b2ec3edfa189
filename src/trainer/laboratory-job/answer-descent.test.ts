/** What the page says of double descent, over five seeds: with room to spare, on the rows that it draws. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { mean } from '../../base/statistics/summary.ts';
import type { DescentPoint } from '../../closed-forms/double-descent.ts';
import { answerDescent } from './answer-descent.ts';

const BASE_URL = 'http://localhost/';
const context = {
  ...{ baseUrl: BASE_URL, signal: new AbortController().signal, onProgress: () => undefined },
};
const SETTINGS = { trainingExamples: 300, wrongLabelShare: 0.2, lambda: 1e-4 };
const SEEDS = [1, 2, 3, 4, 5];
const COUNTS = [100, 300, 1000];

beforeAll(() => {
  vi.stubGlobal('fetch', (url: string) => {
    const file = resolve(import.meta.dirname, '../../../public', url.replace(BASE_URL, ''));
    return Promise.resolve(new Response(Uint8Array.from(readFileSync(file))));
  });
  return () => vi.unstubAllGlobals();
});

async function pointsOf(seed: number, counts = COUNTS): Promise<DescentPoint[]> {
  const points: DescentPoint[] = [];
  for await (const point of answerDescent({ ...SETTINGS, seed }, context, counts))
    points.push(point);
  return points;
}

describe('20 % wrong labels among 300 digits', () => {
  let draws: DescentPoint[][];
  beforeAll(async () => {
    draws = await Promise.all(SEEDS.map((seed) => pointsOf(seed)));
  });
  const accuracies = (kind: 'plain' | 'ridge', at: number) =>
    draws.map((points) => 100 * (points[at]?.[kind]?.testAccuracy ?? NaN));

  it('without a penalty accuracy falls by 40 points and more, and climbs again', () => {
    const [before, peak, after] = [0, 1, 2].map((at) => accuracies('plain', at));
    peak?.forEach((accuracy, seed) => {
      expect((before?.[seed] ?? NaN) - accuracy).toBeGreaterThanOrEqual(40);
      expect((after?.[seed] ?? NaN) - accuracy).toBeGreaterThanOrEqual(30);
    });
    // As measured by another program: 81, 14 and 72 %.
    expect(Math.abs(mean(before ?? []) - 81)).toBeLessThan(3);
    expect(Math.abs(mean(peak ?? []) - 14)).toBeLessThan(3);
    expect(Math.abs(mean(after ?? []) - 72)).toBeLessThan(4);
  });

  it('with ridge it does not fall', () => {
    const [before, peak, after] = [0, 1, 2].map((at) => accuracies('ridge', at));
    peak?.forEach((accuracy, seed) => {
      expect((before?.[seed] ?? NaN) - accuracy).toBeLessThan(3);
    });
    expect(Math.abs(mean(peak ?? []) - 91.6)).toBeLessThan(2);
    expect(Math.abs(mean(after ?? []) - 92)).toBeLessThan(2);
  });
});

/**
 * Test errors of seed 1 by NumPy 2.4: singular values of the same features, those below 1e-12 of the largest left
 * out. Of the first 300 two are 0 on every training row.
 */
const NUMPY = [
  { features: 60, plain: 0.507539616289715, ridge: 0.4391507855275249, digits: 9 },
  { features: 200, plain: 1.5179251378258154, ridge: 0.3615802783949399, digits: 9 },
  { features: 300, plain: 50.55940634469375, ridge: 0.34523611991294173, digits: 5 },
  { features: 301, plain: 63.32159988166372, ridge: 0.3452859783972392, digits: 4 },
  { features: 1000, plain: 0.6882191702370553, ridge: 0.321231040661117, digits: 8 },
];

/** Draws in which two features are above 0 on one training row alone, the same one. */
const TWINS = [
  { seed: 8, trainingExamples: 300, features: 299, plain: 1291.7625681779007 },
  { seed: 8, trainingExamples: 300, features: 300, plain: 1946.8238375111257 },
  { seed: 8, trainingExamples: 300, features: 308, plain: 44.017921613972504 },
  { seed: 39, trainingExamples: 100, features: 100, plain: 62.28130940683333 },
];

it.each(TWINS)('agrees with NumPy where features are multiples: %o', async (expected) => {
  const { plain: error, features, seed, trainingExamples } = expected;
  const settings = { ...SETTINGS, seed, trainingExamples };
  // After smaller numbers, so that matrices have grown before the second of the two comes.
  const points: DescentPoint[] = [];
  for await (const point of answerDescent(settings, context, [20, 60, features - 40, features]))
    points.push(point);
  expect((points.at(-1)?.plain?.testError ?? NaN) / error).toBeCloseTo(1, 6);
});

it('agrees with NumPy’s singular values on the very features', async () => {
  const points = await pointsOf(
    1,
    NUMPY.map(({ features }) => features),
  );
  points.forEach(({ plain, ridge }, i) => {
    const expected = NUMPY[i];
    if (!expected) throw new Error('One point too many.');
    expect((plain?.testError ?? NaN) / expected.plain).toBeCloseTo(1, expected.digits);
    expect((ridge?.testError ?? NaN) / expected.ridge).toBeCloseTo(1, 8);
  });
});
