import { expect, test } from 'vitest';
import { allOrNone } from './all-or-none.ts';

const never = new AbortController().signal;
const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

test('gives results in order, never running more than the limit', async () => {
  let running = 0;
  let most = 0;
  const tasks = Array.from({ length: 20 }, (_, i) => async () => {
    most = Math.max(most, ++running);
    await tick();
    running--;
    return i;
  });
  expect(await allOrNone(tasks, never, 3)).toEqual(tasks.map((_, i) => i));
  expect(most).toBe(3);
  expect(await allOrNone([], never)).toEqual([]);
});

test('the first failure aborts the running tasks, and the waiting ones never start', async () => {
  const started: number[] = [];
  let aborted = false;
  const tasks = [0, 1, 2].map((i) => async (signal: AbortSignal) => {
    started.push(i);
    if (i === 0) throw new Error('broken');
    await tick();
    aborted = signal.aborted;
  });
  await expect(allOrNone(tasks, never, 2)).rejects.toThrow('broken');
  await tick();
  await tick();
  expect(started).toEqual([0, 1]);
  expect(aborted).toBe(true);
});

test('an abort from outside wins, whatever the tasks make of it', async () => {
  const controller = new AbortController();
  const reason = new Error('cancelled by the user');
  const tasks = [0, 1].map(() => async (signal: AbortSignal) => {
    controller.abort(reason);
    await tick();
    if (signal.aborted) throw new Error('something else');
  });
  await expect(allOrNone(tasks, controller.signal, 1)).rejects.toBe(reason);
  await expect(allOrNone(tasks, controller.signal)).rejects.toBe(reason);
});
