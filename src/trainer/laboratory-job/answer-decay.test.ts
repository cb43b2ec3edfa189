import { describe, expect, it } from 'vitest';
import { startReference } from '../../../tests/kernels/wasm-in-node.ts';
import { ridge } from '../../closed-forms/ridge.ts';
import { twoFeatureRows } from '../../closed-forms/two-features.ts';
import type { DecayPoint, DecaySettings } from '../../protocol/laboratory-messages.ts';
import { DECAY_STEPS, answerDecay } from './answer-decay.ts';

async function pathsOf(settings: DecaySettings): Promise<DecayPoint[]> {
  const points: DecayPoint[] = [];
  for await (const point of answerDecay(settings, startReference())) points.push(point);
  return points;
}

describe('with L2 λ = 0.2 and decay 1, on all rows at once', () => {
  const paths = pathsOf({ l2: 0.2, weightDecay: 1, batchSize: 200 });
  const end = paths.then((points) => points.at(-1));

  it('both start at 0 and take the same first step in both weights', async () => {
    const [start, next] = await paths;
    expect(start).toEqual({ step: 0, l2: [0, 0], weightDecay: [0, 0] });
    // Adam’s step is η at first, whatever the size of the gradient.
    for (const [first, second] of [next?.l2 ?? [], next?.weightDecay ?? []]) {
      expect(first).toBeGreaterThan(0.02);
      expect((second ?? NaN) / (first ?? NaN)).toBeCloseTo(1, 1);
    }
  });

  it('Adam with L2 ends at the ridge solution', async () => {
    const { design, targets } = twoFeatureRows();
    const solution = ridge(design, targets, 0.2).weights;
    expect((await end)?.step).toBe(DECAY_STEPS);
    (await end)?.l2.forEach((weight, i) => expect(weight).toBeCloseTo(solution[i] ?? NaN, 3));
  });

  it('AdamW stands elsewhere, with both weights much alike', async () => {
    const [first = NaN, second = NaN] = (await end)?.weightDecay ?? [];
    expect(second).toBeGreaterThan(0.6);
    expect(Math.abs(first - second)).toBeLessThan(0.1);
  });
});

it('with small batches Adam with L2 ends near the ridge solution, AdamW away from it', async () => {
  const end = (await pathsOf({ l2: 0.2, weightDecay: 1, batchSize: 32 })).at(-1);
  expect(Math.hypot((end?.l2[0] ?? NaN) - 0.978, (end?.l2[1] ?? NaN) - 0.31)).toBeLessThan(0.03);
  expect(Math.abs((end?.weightDecay[1] ?? NaN) - 0.31)).toBeGreaterThan(0.1);
});

it('without penalties both are Adam, step for step', async () => {
  const points = await pathsOf({ l2: 0, weightDecay: 0, batchSize: 32 });
  for (const { l2, weightDecay } of points) expect(l2).toEqual(weightDecay);
  points.at(-1)?.l2.forEach((weight) => expect(Math.abs(weight - 1)).toBeLessThan(0.02));
});
