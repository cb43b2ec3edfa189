import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LaneOrder, PoolListener } from '../../client/lane-job.ts';
import { laneResult } from '../../figures/lane-result-fixture.ts';
import { END_FIGURES_ONLY } from '../../figures/lane-result.ts';
import { planSweep } from '../../plans/sweep.ts';
import { FORM } from '../../plans/sweep-form-fixture.ts';
import { sweepOf } from '../../plans/sweep-form.ts';
import { estimateSeconds } from './estimate-cost.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const specs = planSweep(sweepOf(FORM))
  .lanes()
  .map(({ spec }) => spec);

/** Takes so long for each order in turn. */
function poolTaking(...milliseconds: number[]) {
  const orders: LaneOrder[] = [];
  return {
    ...{ size: 2, orders },
    start: (order: LaneOrder, listener: PoolListener) => {
      const tookMs = milliseconds[orders.length] ?? 0;
      orders.push(order);
      setTimeout(() => {
        listener.laneTrained(0, laneResult({}));
        listener.finished();
      }, tookMs);
      return { pause: vi.fn(), resume: vi.fn(), cancel: vi.fn() };
    },
  };
}

async function estimate(pool: ReturnType<typeof poolTaking>) {
  const { signal } = new AbortController();
  const estimated = estimateSeconds(pool, specs, {
    ...{ wishes: END_FIGURES_ONLY, backend: 'cpu', signal },
  });
  await vi.advanceTimersByTimeAsync(20_000);
  return estimated;
}

it('takes the middle of three timings, so that a busy moment does not count', async () => {
  const calm = await estimate(poolTaking(500, 200, 200, 200));
  expect(calm).toBeGreaterThan(0);
  expect(await estimate(poolTaking(500, 200, 1_500, 200))).toBe(calm);
  expect(await estimate(poolTaking(500, 1_500, 200, 200))).toBe(calm);
});

it('times more epochs until that says something, and ends where it takes too long', async () => {
  const short = poolTaking(10, 10, 40, 160, 160, 160);
  await estimate(short);
  expect(short.orders.map(({ specs: [first] }) => first?.training.epochs)).toEqual([
    1, 1, 4, 16, 16, 16,
  ]);
  const slow = poolTaking(500, 3_000, 3_000, 3_000);
  await estimate(slow);
  expect(slow.orders).toHaveLength(3);
});
