/** Against solutions by orthogonal columns, which square no condition number. */
import { describe, expect, it } from 'vitest';
import { normals } from '../../tests/closed-forms/random-designs.ts';
import { doubleDescent, featureCounts } from './double-descent.ts';
import type { DescentTask } from './double-descent.ts';
import { dot, transpose } from './matrix.ts';
import { centredColumns, randomFeature } from './random-features.ts';

const ROWS = 24;
const TEST_ROWS = 10;
const PIXELS = 16;
const CLASSES = 3;
const LAMBDA = 0.01;
const KEY = 5;

function images(rows: number, seed: number) {
  return {
    pixels: normals(rows, PIXELS, seed).flat(),
    labels: Array.from({ length: rows }, (_, row) => (row * seed) % CLASSES),
  };
}

const task: DescentTask = {
  ...{ training: images(ROWS, 7), test: images(TEST_ROWS, 11) },
  ...{ classes: CLASSES, lambda: LAMBDA, key: KEY },
};

/** [row][feature], training rows first, with the factor √(2/p). */
function design(count: number): number[][] {
  const pixels = [...Array.from(task.training.pixels), ...Array.from(task.test.pixels)];
  const columns = centredColumns(pixels, ROWS + TEST_ROWS);
  const features = Array.from({ length: count }, (_, i) =>
    Array.from(randomFeature(columns, KEY, i), (value) => value / Math.sqrt(count)),
  );
  return transpose(features);
}

/** Least-norm least squares: by columns made orthogonal, twice each (Giraud, Langou & Rozložník 2005). */
function leastSquares(matrix: number[][], target: number[]): number[] {
  const isWide = (matrix[0]?.length ?? 0) > matrix.length;
  const columns = isWide ? matrix : transpose(matrix);
  const size = columns.length;
  const upper = columns.map(() => new Array<number>(size).fill(0));
  const orthogonal: number[][] = [];
  columns.forEach((column, j) => {
    let rest = [...column];
    for (let again = 0; again < 2; again++)
      orthogonal.forEach((one, i) => {
        const share = dot(one, rest);
        rest = rest.map((value, k) => value - share * (one[k] ?? NaN));
        const row = upper[i];
        if (row) row[j] = (row[j] ?? NaN) + share;
      });
    const length = Math.sqrt(dot(rest, rest));
    const row = upper[j];
    if (row) row[j] = length;
    orthogonal.push(rest.map((value) => value / length));
  });
  const at = (i: number, j: number) => upper[i]?.[j] ?? NaN;
  const solution = new Array<number>(size).fill(0);
  if (isWide) {
    // Rᵀz = target, w = Qz
    for (let i = 0; i < size; i++) {
      let rest = target[i] ?? NaN;
      for (let j = 0; j < i; j++) rest -= at(j, i) * (solution[j] ?? NaN);
      solution[i] = rest / at(i, i);
    }
    return transpose(orthogonal).map((row) => dot(row, solution));
  }
  const shares = orthogonal.map((one) => dot(one, target));
  for (let i = size - 1; i >= 0; i--) {
    let rest = shares[i] ?? NaN;
    for (let j = i + 1; j < size; j++) rest -= at(i, j) * (solution[j] ?? NaN);
    solution[i] = rest / at(i, i);
  }
  return solution;
}

/** Ridge as least squares: √(nλ) of every weight is a row that should be 0. */
function errorsOf(count: number, lambda: number) {
  const all = design(count);
  const penalty =
    lambda === 0
      ? []
      : Array.from({ length: count }, (_, i) =>
          Array.from({ length: count }, (__, j) => (i === j ? Math.sqrt(ROWS * lambda) : 0)),
        );
  const matrix = [...all.slice(0, ROWS), ...penalty];
  const errors = { training: 0, test: 0 };
  for (let label = 0; label < CLASSES; label++) {
    const wanted = [...Array.from(task.training.labels), ...Array.from(task.test.labels)].map(
      (given) => (given === label ? 1 : 0),
    );
    const target = [...wanted.slice(0, ROWS), ...penalty.map(() => 0)];
    const weights = leastSquares(matrix, target);
    all.forEach((row, i) => {
      const square = (dot(row, weights) - (wanted[i] ?? NaN)) ** 2;
      if (i < ROWS) errors.training += square / ROWS;
      else errors.test += square / TEST_ROWS;
    });
  }
  return errors;
}

describe('least squares on random features', () => {
  const counts = [4, 12, 20, ROWS - 1, ROWS, ROWS + 1, 40, 100];
  const points = [...doubleDescent(task, counts)];

  it.each(points.map((point) => [point.features, point] as const))(
    'of %i features is that of another solution',
    (count, { plain, ridge }) => {
      const expected = { plain: errorsOf(count, 0), ridge: errorsOf(count, LAMBDA) };
      expect((plain?.testError ?? NaN) / expected.plain.test).toBeCloseTo(1, 6);
      expect((ridge?.testError ?? NaN) / expected.ridge.test).toBeCloseTo(1, 8);
      expect(plain?.trainingError).toBeCloseTo(expected.plain.training, 8);
      expect(ridge?.trainingError).toBeCloseTo(expected.ridge.training, 8);
    },
  );

  it('fits all rows from as many features on as there are rows, and no earlier', () => {
    for (const { features, plain } of points) {
      if (features >= ROWS) expect(plain?.trainingError).toBeLessThan(1e-12);
      else expect(plain?.trainingError).toBeGreaterThan(1e-6);
    }
  });

  it('is the same whatever other numbers of features are asked for', () => {
    const [alone] = [...doubleDescent(task, [40])];
    const among = points.find(({ features }) => features === 40);
    expect(alone?.plain?.testError).toBeCloseTo(among?.plain?.testError ?? NaN, 9);
  });

  it('has no figure where rows are the same and labels differ', () => {
    const [first, second] = [task.training.pixels, task.training.labels].map((all) =>
      Array.from(all),
    );
    if (!first || !second) throw new Error('There are no rows.');
    const doubled = {
      pixels: [...first.slice(0, PIXELS), ...first.slice(0, PIXELS), ...first.slice(2 * PIXELS)],
      labels: [0, 1, ...second.slice(2)],
    };
    const [point] = [...doubleDescent({ ...task, training: doubled }, [40])];
    expect(point?.plain).toBeNull();
    expect(point?.ridge?.testError).toBeGreaterThan(0);
  });
});

it('counts from 10 to 4,000 with the number of rows among them', () => {
  for (const rows of [50, 100, 137, 300, 400]) {
    const counts = featureCounts(rows);
    expect(counts).toHaveLength(24);
    expect(counts).toContain(rows);
    expect([counts[0], counts.at(-1)]).toEqual([10, 4000]);
    expect(counts.every((count, i) => i === 0 || count > (counts[i - 1] ?? NaN))).toBe(true);
  }
});
