import { expect, it, vi } from 'vitest';
import { lateModule } from './late-module.ts';

const ADDRESS = 'https://site.test/assets/chart-B1.js';

function failing(message: string) {
  const load = vi.fn(() => Promise.reject<string>(new TypeError(message)));
  const importFrom = vi.fn((address: string) => Promise.resolve(`from ${address}`));
  return { load, importFrom, late: lateModule(load, importFrom) };
}

it('is loaded once, when it is first read', async () => {
  const load = vi.fn(() => Promise.resolve('code'));
  const late = lateModule(load);
  expect(load).not.toHaveBeenCalled();
  expect(late.read()).toBe(late.read());
  expect(await late.read()).toBe('code');
  expect(load).toHaveBeenCalledTimes(1);
});

it('is fetched anew from another address, and who shows it is told', async () => {
  const message = `Failed to fetch dynamically imported module: ${ADDRESS}`;
  const { load, importFrom, late } = failing(message);
  const told = vi.fn();
  const stop = late.subscribe(told);
  await expect(late.read()).rejects.toThrow(message);
  importFrom.mockRejectedValueOnce(new TypeError('error loading dynamically imported module'));
  late.fetchAnew();
  expect(told).toHaveBeenCalledTimes(1);
  expect(late.attempt()).toBe(1);
  await expect(late.read()).rejects.toThrow('error loading');
  late.fetchAnew();
  expect(await late.read()).toBe(`from ${ADDRESS}?attempt=2`);
  expect(load).toHaveBeenCalledTimes(1);
  // What is there stays.
  late.fetchAnew();
  expect(told).toHaveBeenCalledTimes(2);
  stop();
});

it('is asked for again as it was where the browser names no address', async () => {
  const { load, late } = failing('Importing a module script failed.');
  await expect(late.read()).rejects.toThrow('Importing');
  load.mockResolvedValueOnce('code');
  late.fetchAnew();
  expect(await late.read()).toBe('code');
});
