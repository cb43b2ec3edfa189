import { expect, it } from 'vitest';
import { createOfflineStore } from './offline-store.ts';
import type { OfflineSurroundings } from './offline-store.ts';

const nothing = () => undefined;

function open(keep: OfflineSurroundings['keep']) {
  let keptBytes = 10;
  const store = createOfflineStore({
    keep: async (signal, onProgress) => {
      await keep(signal, (loaded, total) => {
        keptBytes = loaded;
        onProgress(loaded, total);
      });
    },
    measure: async () => ({ keptBytes, totalBytes: 100 }),
    askToPersist: () => Promise.reject(new Error('not asked')),
    update: nothing,
  });
  return { store, state: store.getState };
}

it('keeps data with progress, and once at a time', async () => {
  let starts = 0;
  const { state } = open(async (_, onProgress) => {
    starts += 1;
    onProgress(100, 100);
  });
  await state().measureData();
  expect(state().data).toEqual({ keptBytes: 10, totalBytes: 100 });
  await Promise.all([state().keepData(), state().keepData()]);
  expect(starts).toBe(1);
  expect(state()).toMatchObject({ isKeepingData: false, problem: null });
  expect(state().data).toEqual({ keptBytes: 100, totalBytes: 100 });
});

it('can be cancelled, which is no problem and leaves what came', async () => {
  const { state } = open(
    (signal, onProgress) =>
      new Promise((_, reject) => {
        onProgress(40, 100);
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  );
  const kept = state().keepData();
  await Promise.resolve();
  await Promise.resolve();
  expect(state().isKeepingData).toBe(true);
  await expect.poll(() => state().data?.keptBytes).toBe(40);
  state().cancelKeeping();
  await kept;
  expect(state()).toMatchObject({ isKeepingData: false, problem: null });
  expect(state().data).toEqual({ keptBytes: 40, totalBytes: 100 });
});

it('says why data are not kept, until they are asked for again', async () => {
  let isBroken = true;
  const { state } = open(() =>
    isBroken ? Promise.reject(new Error('No room.')) : Promise.resolve(),
  );
  await state().keepData();
  expect(state().problem).toBe('No room.');
  isBroken = false;
  await state().keepData();
  expect(state().problem).toBeNull();
});
