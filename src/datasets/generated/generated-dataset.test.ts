/** All generated sets: what holds for each, and the very numbers, which are the same in every browser. */
import { describe, expect, test } from 'vitest';
import { makeKey } from '../../base/random.ts';
import type { Dataset, GeneratedRows, Rows } from '../dataset.ts';
import { DATASETS } from '../registry.ts';
import { sha256 } from '../stored/sha256.ts';

const generated: readonly (Dataset & { readonly rows: GeneratedRows })[] = DATASETS.flatMap(
  (dataset: Dataset) =>
    dataset.rows.kind === 'generated' ? { ...dataset, rows: dataset.rows } : [],
);
const key = makeKey(42, 8, 0, 0, 0);

/** The first 64 bits of the hash of all numbers. */
function fingerprint({ features, targets }: Rows): string {
  const bytes = [features, targets].flatMap(({ buffer }) => [...new Uint8Array(buffer)]);
  return sha256(Uint8Array.from(bytes)).slice(0, 16);
}

test('they are these, and their numbers never change', () => {
  const prints = generated.map(({ id, rows, noise }) => [
    id,
    fingerprint(rows.draw(100, noise?.initial ?? 0, key)),
  ]);
  expect(Object.fromEntries(prints)).toEqual({
    circles: '3eab3eddf0850ee7',
    cubic: '7c7533cc0601ffcc',
    gaussians: '6637563f01da77ae',
    moons: 'cccf469c412ba7ab',
    ring: 'a9da76528956a9a9',
    sine: 'beeb5a90fef11d48',
    'sparse-linear': '98c10a0d0d16dcf3',
    spirals: '4f71ec3121a30163',
    step: 'b7854b9289ad60a5',
    xor: '4c2c2fb9b79814ae',
  });
});

describe.each(generated)('$id', (dataset) => {
  const { rows, noise, featureCount } = dataset;
  const usual = noise?.initial ?? 0;

  test('rows have the shape that the set promises, and all numbers are small', () => {
    const { count, features, featureScale, targets } = rows.draw(500, usual, key);
    expect([count, features.length, targets.length]).toEqual([500, 500 * featureCount, 500]);
    expect(featureScale).toBe(1);
    expect(dataset.featureNames).toHaveLength(featureCount);
    for (const value of features) expect(Math.abs(value)).toBeLessThan(6);
    expect(dataset.rows.testRows).toBeGreaterThanOrEqual(1000);
  });

  test('the same key gives the same rows, fewer rows the first of them, another key others', () => {
    const some = rows.draw(100, usual, key);
    expect(rows.draw(100, usual, key)).toEqual(some);
    const more = rows.draw(300, usual, key);
    expect(more.features.slice(0, 100 * featureCount)).toEqual(some.features);
    expect(more.targets.slice(0, 100)).toEqual(some.targets);
    expect(rows.draw(100, usual, key + 1).features).not.toEqual(some.features);
  });
});

/** Its noise changes labels, and not where points are. */
function hasDrawnLabels({ task, rows }: (typeof generated)[number]): boolean {
  return task === 'classification' && rows.truth !== undefined;
}

test.each(generated.filter((set) => !hasDrawnLabels(set)))(
  '$id: noise moves what it should, by its size',
  ({ task, rows }) => {
    const still = rows.draw(4000, 0, key);
    const moved = rows.draw(4000, 0.2, key);
    const [from, to] =
      task === 'regression' ? [still.targets, moved.targets] : [still.features, moved.features];
    let squares = 0;
    to.forEach((value, i) => (squares += (value - (from[i] ?? NaN)) ** 2));
    expect(Math.sqrt(squares / to.length)).toBeCloseTo(0.2, 2);
  },
);

const ofClasses = generated.filter((set) => set.task === 'classification' && !hasDrawnLabels(set));

test.each(ofClasses)('$id: classes are equally frequent', ({ rows, noise }) => {
  const { targets } = rows.draw(101, noise?.initial ?? 0, key);
  expect(targets.filter((label) => label === 0)).toHaveLength(51);
  expect(targets.filter((label) => label === 1)).toHaveLength(50);
});

const ofCurves = generated.flatMap(({ id, rows, curve }) => (curve ? [{ id, rows, curve }] : []));

test.each(ofCurves)('$id: without noise its targets are its curve', ({ rows, curve }) => {
  const { features, targets } = rows.draw(200, 0, key);
  features.forEach((x, i) => {
    expect(x).toBeGreaterThanOrEqual(-1);
    expect(x).toBeLessThan(1);
    expect(targets[i]).toBeCloseTo(curve(x), 5);
  });
});

test('without noise the points lie where they should', () => {
  const at = (id: string) => {
    const rows = generated.find((dataset) => dataset.id === id)?.rows.draw(200, 0, key);
    return Array.from(rows?.targets ?? [], (label, i) => {
      return [rows?.features[2 * i] ?? NaN, rows?.features[2 * i + 1] ?? NaN, label] as const;
    });
  };
  for (const [x, y, label] of at('circles'))
    expect(Math.hypot(x, y)).toBeCloseTo(label === 0 ? 1 : 0.5, 6);
  for (const [x, y, label] of at('xor')) expect(x * y > 0).toBe(label === 0);
  for (const [x, , label] of at('gaussians')) expect(x).toBeCloseTo(label === 0 ? 0.6 : -0.6, 6);
  for (const [x, y, label] of at('moons')) {
    const side = label === 0 ? 1 : -1;
    expect(Math.hypot(side * x + 0.5, side * y + 0.25)).toBeCloseTo(1, 6);
  }
  for (const [x, y, label] of at('spirals')) {
    const angle = (3 * Math.hypot(x, y) + label) * Math.PI;
    expect(x).toBeCloseTo(Math.hypot(x, y) * Math.sin(angle), 5);
  }
});

const ofDrawnLabels = generated.filter(hasDrawnLabels);

test.each(ofDrawnLabels)(
  '$id: labels are drawn with the probabilities that it states',
  ({ rows }) => {
    const { truth } = rows;
    if (!truth) throw new Error('It states none.');
    const { count, features, targets } = rows.draw(4000, 0.2, key);
    const grid = truth.grid();
    const answers = truth.answers(0.2);
    // Points are answered by the nearest row of the grid; a few of the 40 x 40 lie across a border.
    const nearest = (x: number, y: number) =>
      Math.floor(((y + 1) / 2) * 40) * 40 + Math.floor(((x + 1) / 2) * 40);
    let [inside, ones] = [0, 0];
    for (let row = 0; row < count; row++) {
      const place = nearest(features[2 * row] ?? NaN, features[2 * row + 1] ?? NaN);
      expect(Math.abs((grid.features[2 * place] ?? NaN) - (features[2 * row] ?? NaN))).toBeLessThan(
        0.03,
      );
      if ((answers[2 * place + 1] ?? NaN) < 0.5) continue;
      inside += 1;
      ones += targets[row] ?? NaN;
    }
    expect(inside / count).toBeCloseTo((Math.PI * (0.8 ** 2 - 0.4 ** 2)) / 4, 1);
    expect(ones / inside).toBeCloseTo(0.8, 1);
  },
);

test.each(
  generated.flatMap(({ id, task, outputs, rows: { truth } }) =>
    truth ? [{ id, task, outputs, truth }] : [],
  ),
)(
  '$id: its grid has an answer at every place, and targets are the answers without noise',
  ({ task, outputs, truth }) => {
    const { count, targets } = truth.grid();
    const answers = truth.answers(0);
    expect([count, answers.length]).toEqual([truth.gridRows, count * outputs]);
    targets.forEach((target, place) => {
      const answer = answers[task === 'regression' ? place : place * outputs + target];
      expect(answer).toBeCloseTo(task === 'regression' ? target : 1, 6);
    });
  },
);
