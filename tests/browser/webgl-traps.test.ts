/** Traps of WebGL textures, each made on purpose in a worker of a real Chromium. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkerPage } from '../../tools/worker-page.ts';
import type { WorkerPage } from '../../tools/worker-page.ts';
import type { TrapName } from './webgl-traps.worker.ts';

let worker: WorkerPage;
beforeAll(async () => {
  worker = await openWorkerPage('tests/browser/webgl-traps.worker.ts', { built: true });
});
afterAll(() => worker.close());

async function check<Found>(name: TrapName): Promise<Found> {
  const answer = (await worker.call(name)) as { found: Found } | { failure: string };
  if ('failure' in answer) throw new Error(answer.failure);
  return answer.found;
}

it('whatever was in a texture before: results stay, and padding that is read is 0', async () => {
  const found = await check<{ cases: number; differing: string[]; unclean: string[] }>('garbage');
  expect(found.cases).toBeGreaterThan(50);
  expect(found.differing).toEqual([]);
  expect(found.unclean).toEqual([]);
});

it('a batch of 1,024 rows with their labels is as right as a small one', async () => {
  const [gradient, losses] = await check<number[]>('many labels');
  expect(gradient).toBeLessThan(1e-7);
  expect(losses).toBeLessThan(1e-5);
});

it('a tensor too tall for a plain layout comes back element by element', async () => {
  const found = await check<object>('large layout');
  expect(found).toEqual({ elements: 21 * 785 * 512, wrong: 0 });
});

it('a device without memory for textures says so before a step, and nothing stays behind', async () => {
  const found = await check<{ message: string; before: object; after: object }>('out of memory');
  expect(found.message).toMatch(/the memory for graphics is exhausted/);
  expect(found.after).toEqual(found.before);
});

it('an error of the device in training is noticed before its epoch is shown, and asked for once an epoch', async () => {
  const found = await check<{ asked: number; outOfMemory: string; wrongCall: string }>(
    'error in training',
  );
  expect(found.asked).toBe(2);
  expect(found.outOfMemory).toMatch(/the memory for graphics is exhausted/);
  expect(found.wrongCall).toMatch(/graphics device has met error 1280/);
});
