import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeKey } from '../../base/random.ts';
import { plantWrongLabels } from './wrong-labels.ts';

const labelsOf = (count: number, classes: number) =>
  Float32Array.from({ length: count }, (_, i) => (i * 7 + (i >> 3)) % classes);
/** Evenly from 0 to 1: fc.double would nearly always be close to 0. */
const share = fc.nat(1000).map((permille) => permille / 1000);
const setting = fc.record({
  count: fc.integer({ min: 0, max: 300 }),
  classes: fc.integer({ min: 2, max: 12 }),
  key: fc.integer({ min: 0, max: 0xffffffff }),
});

test('exactly round(share · n) labels change, each to a different class', () => {
  fc.assert(
    fc.property(setting, share, ({ count, classes, key }, share) => {
      const truth = labelsOf(count, classes);
      const { targets, wrongRows } = plantWrongLabels(truth, classes, share, key);
      const changed = [...truth.keys()].filter((row) => truth[row] !== targets[row]);
      expect([...wrongRows]).toEqual(changed); // ascending, no row twice
      expect(changed).toHaveLength(Math.round(share * count));
      for (const target of targets) expect(target >= 0 && target < classes).toBe(true);
      expect(truth).toEqual(labelsOf(count, classes)); // the truth is left alone
    }),
  );
});

test('wrong labels stay, with the same class, as the share grows', () => {
  fc.assert(
    fc.property(setting, share, share, ({ count, classes, key }, one, other) => {
      const truth = labelsOf(count, classes);
      const few = plantWrongLabels(truth, classes, Math.min(one, other), key);
      const many = plantWrongLabels(truth, classes, Math.max(one, other), key);
      for (const row of few.wrongRows) expect(many.targets[row]).toBe(few.targets[row]);
    }),
  );
});

test('share 1 leaves no label right, share 0 none wrong; one class cannot be wrong', () => {
  const truth = labelsOf(200, 10);
  expect(plantWrongLabels(truth, 10, 1, 5).wrongRows).toHaveLength(200);
  expect(plantWrongLabels(truth, 10, 0, 5).targets).toEqual(truth);
  expect(plantWrongLabels(new Float32Array(9), 1, 1, 5).wrongRows).toHaveLength(0);
});

test('wrong classes and wrong rows are spread evenly', () => {
  const rows = 20000;
  const truth = new Float32Array(rows); // all class 0
  const { targets, wrongRows } = plantWrongLabels(truth, 10, 0.5, makeKey(42, 2, 0, 0));
  for (let label = 1; label < 10; label++) {
    const count = targets.filter((target) => target === label).length;
    expect(Math.abs(count - 10000 / 9)).toBeLessThan(4.5 * 32); // 4.5 standard deviations
  }
  const early = wrongRows.filter((row) => row < rows / 2).length;
  expect(Math.abs(early - 5000)).toBeLessThan(4.5 * 36);
});
