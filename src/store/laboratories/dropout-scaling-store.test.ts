import { expect, it } from 'vitest';
import type { LaneOrder, PoolListener } from '../../client/lane-job.ts';
import { laneResult } from '../../figures/lane-result-fixture.ts';
import { createDropoutScalingStore, dropoutScalingStoreOf } from './dropout-scaling-store.ts';

function openStore() {
  const orders: { order: LaneOrder; listener: PoolListener; isCancelled: boolean }[] = [];
  const pool = {
    size: 2,
    start: (order: LaneOrder, listener: PoolListener) => {
      const one = { order, listener, isCancelled: false };
      orders.push(one);
      const nothing = () => undefined;
      return { pause: nothing, resume: nothing, cancel: () => (one.isCancelled = true) };
    },
  };
  const last = () => {
    const one = orders.at(-1);
    if (!one) throw new Error('Nothing was ordered.');
    return one;
  };
  return { pool, store: createDropoutScalingStore(pool), orders, last };
}

const answer = (factor: number) => ({
  ...{ factor, loss: 1 / factor, accuracy: 0.9, confidence: 0.5, activation: factor },
});
const trained = laneResult(
  {},
  { scaled: { byFactor: [1, 0.2, 0.8].map(answer), trainingActivation: 0.18 } },
);

it('trains one network, and asks for the three scalings of its rate', () => {
  const { store, last } = openStore();
  store.getState().start('wasm');
  expect(last().order.specs).toHaveLength(1);
  expect(last().order.specs[0]?.regularizers.dropout?.rate).toBe(0.2);
  expect(last().order.wishes.activationFactors).toEqual([1, 0.2, 0.8]);
  last().listener.progressed(0.4);
  expect(store.getState()).toMatchObject({ status: 'training', progress: 0.4 });
  last().listener.laneTrained(0, trained);
  last().listener.finished();
  expect(store.getState().status).toBe('resting');
  expect(store.getState().result).toMatchObject({ rate: 0.2, byRate: { factor: 0.2 } });
});

it('keeps what is shown until the network of another rate is there', () => {
  const { store, last } = openStore();
  store.getState().start('wasm');
  last().listener.laneTrained(0, trained);
  last().listener.finished();
  store.getState().setRate(0.5);
  expect(store.getState().result?.rate).toBe(0.2);
  store.getState().start('wasm');
  expect(store.getState().result?.rate).toBe(0.2);
  last().listener.laneTrained(0, trained);
  expect(store.getState().result?.rate).toBe(0.5);
});

it('cancels what trains when it is told to, or when the rate changes', () => {
  const { store, orders, last } = openStore();
  store.getState().start('wasm');
  store.getState().setRate(0.5);
  expect(last().isCancelled).toBe(true);
  store.getState().trainAnother('wasm');
  expect(orders.map(({ order }) => order.specs[0]?.identity.seed)).toEqual([1, 2]);
  store.getState().cancel();
  expect(last().isCancelled).toBe(true);
  expect(store.getState().status).toBe('resting');
});

it('says that it waits while the pool trains something else', () => {
  const { store, last } = openStore();
  store.getState().start('wasm');
  last().listener.displaced?.();
  expect(store.getState().status).toBe('waiting');
  last().listener.continued?.();
  expect(store.getState().status).toBe('training');
});

it('says why there is no result', () => {
  const { store, last } = openStore();
  store.getState().start('wasm');
  last().listener.laneTrained(0, laneResult({}));
  expect(store.getState().failure).toContain('diverged');
  store.getState().start('wasm');
  expect(store.getState().failure).toBeNull();
  last().listener.laneFailed(0, { kind: 'data', message: 'The digits did not arrive.' });
  expect(store.getState().failure).toBe('The digits did not arrive.');
});

it('is one for each pool', () => {
  const [first, second] = [openStore(), openStore()];
  expect(dropoutScalingStoreOf(first.pool)).toBe(dropoutScalingStoreOf(first.pool));
  expect(dropoutScalingStoreOf(first.pool)).not.toBe(dropoutScalingStoreOf(second.pool));
});
