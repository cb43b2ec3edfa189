import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { epochOrder, gatherInputs, gatherTargets, planBatches } from './batches.ts';

const starts = (rows: number, size: number) => [...planBatches(rows, size).starts];

describe('planBatches', () => {
  it('uses the last, smaller batch and joins a last single row to the one before', () => {
    expect(starts(400, 32).length - 1).toBe(13);
    expect(starts(10, 4)).toEqual([0, 4, 8, 10]);
    expect(starts(9, 4)).toEqual([0, 4, 9]);
    expect(planBatches(9, 4).capacity).toBe(5);
    expect(starts(1, 32)).toEqual([0, 1]);
    expect(starts(3, 1)).toEqual([0, 1, 2, 3]);
    expect(starts(5, 1024)).toEqual([0, 5]);
    expect(planBatches(5, 1024).capacity).toBe(5);
  });

  it('covers every row once, no batch above its capacity or empty', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 400 }),
        (n, size) => {
          const plan = planBatches(n, size);
          expect(plan.starts[0]).toBe(0);
          expect(plan.starts[plan.count]).toBe(n);
          for (let i = 0; i < plan.count; i++) {
            const rows = (plan.starts[i + 1] ?? 0) - (plan.starts[i] ?? 0);
            expect(rows).toBeGreaterThan(0);
            expect(rows).toBeLessThanOrEqual(plan.capacity);
            if (n > 1 && size > 1) expect(rows).toBeGreaterThan(1);
          }
        },
      ),
    );
  });
});

const examples = {
  count: 3,
  features: Uint8Array.of(0, 16, 8, 4, 2, 1),
  featureScale: 1 / 16,
  targets: Float32Array.of(2, 0, 1),
};
const plain = { keep: 1, keepKey: 0, noise: 0, noiseKey: 0 };

describe('gathering', () => {
  it('scales, in the order given, at the place given', () => {
    const target = new Float32Array(6).fill(9);
    gatherInputs(target, 2, examples, Int32Array.of(2, 0, 1), 0, 2, plain);
    expect([...target]).toEqual([9, 9, 0.125, 0.0625, 0, 1]);
  });

  it('makes targets one-hot, or leaves values', () => {
    const hot = new Float32Array(6);
    gatherTargets(hot, 0, examples, Int32Array.of(0, 1, 2), 0, 2, 3, 'classification');
    expect([...hot]).toEqual([0, 0, 1, 1, 0, 0]);
    const values = new Float32Array(2);
    gatherTargets(values, 0, examples, Int32Array.of(0, 1, 2), 1, 3, 1, 'regression');
    expect([...values]).toEqual([0, 1]);
  });

  const wide = {
    count: 2,
    features: new Float32Array(20000).fill(1),
    featureScale: 1,
    targets: Float32Array.of(0, 0),
  };
  const gathered = (change: Partial<typeof plain>) => {
    const target = new Float32Array(20000);
    gatherInputs(target, 0, wide, Int32Array.of(0, 1), 0, 2, { ...plain, ...change });
    return target;
  };

  it('drops inputs at the rate, keeps their sum, and a smaller rate drops a subset', () => {
    const dropped = gathered({ keep: 0.8, keepKey: 5 });
    const zeros = dropped.filter((x) => x === 0).length;
    expect(Math.abs(zeros - 4000)).toBeLessThan(4 * Math.sqrt(20000 * 0.16));
    expect(new Set(dropped)).toEqual(new Set([0, Math.fround(1.25)]));
    const less = gathered({ keep: 0.9, keepKey: 5 });
    less.forEach((x, i) => {
      if (x === 0) expect(dropped[i]).toBe(0);
    });
    expect(gathered({ keep: 0.8, keepKey: 6 })).not.toEqual(dropped);
  });

  it('adds Gaussian noise of the deviation asked for', () => {
    const noise = gathered({ noise: 0.5, noiseKey: 3 }).map((x) => x - 1);
    const mean = noise.reduce((s, x) => s + x, 0) / noise.length;
    const variance = noise.reduce((s, x) => s + x * x, 0) / noise.length;
    expect(Math.abs(mean)).toBeLessThan(4 * (0.5 / Math.sqrt(20000)));
    expect(Math.abs(variance - 0.25)).toBeLessThan(4 * 0.25 * Math.sqrt(2 / 20000));
  });
});

it('shuffles every epoch anew', () => {
  expect([...epochOrder(50, 1)]).not.toEqual([...epochOrder(50, 2)]);
  expect([...epochOrder(50, 1)]).toEqual([...epochOrder(50, 1)]);
});
