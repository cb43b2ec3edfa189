import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LaneOrder, PoolListener } from '../../client/lane-job.ts';
import type { ResultShelf } from '../../client/result-shelf.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import { laneResult } from '../../figures/lane-result-fixture.ts';
import { formOfBiasVariance } from '../../plans/bias-variance-form.ts';
import { l2StrengthTradeOff } from '../../presets/bias-variance/l2-strength.ts';
import { resultsOf } from '../plan-run/plan-run-state.ts';
import { createBiasVarianceStore } from './bias-variance-store.ts';

/** Two values, four sets. */
const FORM = formOfBiasVariance(
  {
    ...l2StrengthTradeOff.plan,
    axis: { setting: 'l2.lambda', values: ['off', 0.01] },
    sets: 4,
  },
  'a preset',
);

class FakePool {
  readonly size = 2;
  isTraining = false;
  readonly orders: LaneOrder[] = [];
  listener: PoolListener | null = null;

  start(order: LaneOrder, listener: PoolListener) {
    this.orders.push(order);
    this.listener = listener;
    return { pause: () => undefined, resume: () => undefined, cancel: () => undefined };
  }

  train(count: number) {
    for (let lane = 0; lane < count; lane++) {
      const outputs = new Float32Array(200).fill(lane / 10);
      this.listener?.laneTrained(lane, laneResult({}, { validationOutputs: outputs }));
    }
    this.listener?.progressed(count);
  }
}

function memoryShelf(): ResultShelf & { readonly forms: Map<string, unknown> } {
  const results = new Map<string, LaneResult>();
  const forms = new Map<string, unknown>();
  return {
    forms,
    find: async (keys) => new Map([...results].filter(([key]) => keys.includes(key))),
    put: async (batch) => batch.forEach((result, key) => results.set(key, result)),
    remove: async (keys) => keys.forEach((key) => results.delete(key)),
    readForm: async (page) => forms.get(page),
    writeForm: async (page, form) => void forms.set(page, structuredClone(form)),
  };
}

function open(shelf = memoryShelf()) {
  const pool = new FakePool();
  const store = createBiasVarianceStore({
    ...{ pool, shelf, backend: () => 'cpu', initialForm: FORM },
  });
  return { pool, shelf, store, state: () => store.getState() };
}

describe('the store of bias and variance', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const settled = () => vi.advanceTimersByTimeAsync(500);

  it('orders a network for every value and set, the values of one set together', () => {
    const { pool, state } = open();
    state().start();
    const [order] = pool.orders;
    expect(order?.specs).toHaveLength(8);
    expect(order?.lanesPerChunk).toBe(1);
    expect(order?.specs.slice(0, 2).map(({ trainingDraw }) => trainingDraw)).toEqual([0, 0]);
  });

  it('trains only what is new when there are more sets, and keeps the first', async () => {
    const { pool, state } = open();
    state().start();
    pool.train(8);
    pool.listener?.finished();
    await settled();
    state().change({ sets: 6 });
    expect(state().done).toBe(8);
    state().start();
    expect(pool.orders.at(-1)?.specs.map(({ trainingDraw }) => trainingDraw)).toEqual([4, 4, 5, 5]);
    expect(resultsOf(state().prepared, state().results).size).toBe(8);
  });

  it('waits while another page trains, and goes on', () => {
    const { pool, state } = open();
    state().start();
    pool.listener?.displaced?.();
    expect(state().status).toBe('paused');
    pool.listener?.continued?.();
    expect(state().status).toBe('training');
  });

  it('times nothing while another page trains', () => {
    const { pool, state } = open();
    pool.isTraining = true;
    state().estimate();
    expect(pool.orders).toHaveLength(0);
    expect(state().isEstimating).toBe(false);
  });

  it('keeps a batch of all points one of all when there are more points', () => {
    const { state } = open();
    const { base } = state().form;
    state().change({ base: { ...base, data: { ...base.data, trainingExamples: 60 } } });
    expect(state().form.base.training.batchSize).toBe(60);
  });

  it('forgets which values were looked at when the axis is another', () => {
    const { state } = open();
    state().show([0, 1, 1]);
    state().change({
      axis: { setting: 'l1.lambda', range: { spacing: 'list', values: ['off', 0.1] } },
    });
    expect(state().shownPlaces).toBeNull();
  });

  it('is as it was left after a reload, and says so where that cannot be', async () => {
    const { shelf, state } = open();
    state().change({ sets: 10 });
    const again = open(shelf);
    await again.state().recall();
    expect(again.state().form.sets).toBe(10);
    for (const damaged of [
      null,
      'text',
      { base: {} },
      { ...FORM, sets: 1 },
      { ...FORM, axis: 7 },
    ]) {
      shelf.forms.set('bias-variance', damaged);
      const third = open(shelf);
      await third.state().recall();
      expect(third.state().form).toEqual(FORM);
      expect(third.state().notice).toContain('damaged or cannot run');
    }
  });
});
