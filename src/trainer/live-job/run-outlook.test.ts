import { describe, expect, it } from 'vitest';
import type { ComputeBackend } from '../../engine/step/kernels.ts';
import { experiment, serveFromDisk, startPage } from './training-loop-fixture.ts';

serveFromDisk();

describe('progress within what takes long', () => {
  const slowly = (compute: ComputeBackend): ComputeBackend => ({
    ...compute,
    settle: () => new Promise((resolve) => setTimeout(resolve, 25)),
  });
  const told = (page: ReturnType<typeof startPage>) =>
    page.events.flatMap((e) => (e.type === 'runProgressed' ? [e.progress] : []));

  it('tells what is left of the run while it trains, and nothing while it rests', async () => {
    const page = startPage(slowly);
    await page.prepare(1, { training: { ...experiment.training, batchSize: 2, epochs: 2 } });
    const before = told(page).length;
    page.send({ type: 'trainRun', runId: 1 });
    await page.until(() => told(page).length >= before + 3);
    page.send({ type: 'pauseRun', runId: 1 });
    await page.status(1, 1, 'paused');
    const [, second, third] = told(page).slice(before);
    expect(second?.epochSeconds).toBeGreaterThan(0);
    expect(second?.secondsLeft).toBeGreaterThan(second?.epochSeconds ?? NaN);
    expect(third?.secondsLeft).toBeLessThan(Infinity);
    const { length } = told(page);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told(page)).toHaveLength(length);
  });

  it('tells how far the measurement of many networks is, before training too', async () => {
    const page = startPage((compute) => ({
      ...compute,
      read: async (tensor) => {
        await new Promise((resolve) => setTimeout(resolve, 25));
        return compute.read(tensor);
      },
    }));
    await page.prepare(1, { training: { ...experiment.training, replicates: 6 } });
    const shares = told(page).map(({ measured }) => measured ?? NaN);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    expect(told(page).every(({ secondsLeft }) => Number.isNaN(secondsLeft))).toBe(true);
  });
});
