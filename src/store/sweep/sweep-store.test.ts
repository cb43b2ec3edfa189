import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LaneOrder, PoolListener } from '../../client/lane-job.ts';
import type { ResultShelf } from '../../client/result-shelf.ts';
import { FORM } from '../../plans/sweep-form-fixture.ts';
import type { SweepForm } from '../../plans/sweep-form.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import { laneResult } from '../../figures/lane-result-fixture.ts';
import { resultsOf } from '../plan-run/plan-run-state.ts';
import { createSweepStore } from './sweep-store.ts';

/** 3 x 2 cells, 2 folds, 1 seed. */
const ALL = 12;

const resultOf = (accuracy: number) =>
  laneResult({ validationAccuracy: accuracy, trainingAccuracy: 1 });

/** Trains what it is told to. */
class FakePool {
  readonly size = 2;
  readonly isTraining = false;
  readonly orders: LaneOrder[] = [];
  listener: PoolListener | null = null;
  readonly moves: string[] = [];

  start(order: LaneOrder, listener: PoolListener) {
    this.orders.push(order);
    this.listener = listener;
    const move = (name: string) => () => void this.moves.push(name);
    return {
      pause: move('pause'),
      resume: move('resume'),
      cancel: () => {
        this.moves.push('cancel');
        if (this.listener === listener) this.listener = null;
      },
    };
  }

  train(...lanes: number[]) {
    for (const lane of lanes) this.listener?.laneTrained(lane, resultOf(lane / 100));
    this.listener?.progressed(lanes.length);
  }

  finish() {
    const { listener } = this;
    const lanes = this.orders.at(-1)?.specs.length ?? 0;
    this.train(...Array.from({ length: lanes }, (_, lane) => lane));
    listener?.finished();
  }
}

function memoryShelf(): ResultShelf & { readonly results: Map<string, LaneResult> } {
  const results = new Map<string, LaneResult>();
  let form: unknown;
  return {
    results,
    find: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const found = results.get(key);
          return found ? [[key, found] as const] : [];
        }),
      ),
    put: async (batch) => batch.forEach((result, key) => results.set(key, result)),
    remove: async (keys) => keys.forEach((key) => results.delete(key)),
    readForm: async () => form,
    writeForm: async (_, next) => void (form = structuredClone(next)),
  };
}

function openStore({
  shelf = memoryShelf(),
  initialForm = FORM,
}: { readonly shelf?: ResultShelf; readonly initialForm?: SweepForm } = {}) {
  const pool = new FakePool();
  const store = createSweepStore({ pool, shelf, backend: () => 'cpu', initialForm });
  const settled = () => vi.advanceTimersByTimeAsync(500);
  return { pool, store, shelf, settled, state: () => store.getState() };
}

const found = ({ prepared, results }: ReturnType<ReturnType<typeof openStore>['state']>) =>
  resultsOf(prepared, results);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a sweep', () => {
  it('trains every cell, fold and seed, and says how far it is', async () => {
    const { pool, settled, state } = openStore();
    state().start();
    expect(state().status).toBe('training');
    expect(pool.orders[0]?.specs).toHaveLength(ALL);
    pool.train(0, 1, 2);
    await settled();
    expect([Math.floor(state().done), found(state()).size]).toEqual([3, 3]);
    pool.finish();
    await settled();
    expect([state().status, state().done, state().run?.isOver]).toEqual(['resting', ALL, true]);
  });

  it('that is cancelled keeps what is done, and is completed later', async () => {
    const { pool, settled, state } = openStore();
    state().start();
    pool.train(0, 5);
    state().cancel();
    await settled();
    expect([state().status, state().done, pool.moves]).toEqual(['resting', 2, ['cancel']]);
    state().start();
    expect(pool.orders[1]?.specs).toHaveLength(ALL - 2);
    pool.finish();
    await settled();
    expect(found(state()).size).toBe(ALL);
  });

  it('pauses and goes on', () => {
    const { pool, state } = openStore();
    state().start();
    state().pause();
    expect(state().status).toBe('paused');
    state().resume();
    expect([state().status, pool.moves]).toEqual(['training', ['pause', 'resume']]);
  });

  it('counts no time in which the tab was frozen, nor in which it was paused', async () => {
    const { pool, settled, state } = openStore();
    state().start();
    await vi.advanceTimersByTimeAsync(1000);
    // No timer runs while a tab is frozen: the clock alone goes on.
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    state().pause();
    await vi.advanceTimersByTimeAsync(60_000);
    state().resume();
    await vi.advanceTimersByTimeAsync(1000);
    pool.finish();
    await settled();
    expect(state().run?.seconds).toBeLessThan(4);
    vi.restoreAllMocks();
  });

  it('that is widened trains only what is new', async () => {
    const { pool, settled, state } = openStore();
    state().start();
    pool.finish();
    await settled();
    const [l2, dropout] = state().form.axes;
    if (!l2 || !dropout) throw new Error('There are two axes.');
    const wider = { ...l2, range: { spacing: 'list', values: ['off', 0.001, 0.01, 0.1] } } as const;
    state().change({ axes: [wider, dropout] });
    await settled();
    expect([state().done, state().prepared.lanes.length]).toEqual([ALL, 16]);
    state().start();
    expect(pool.orders.at(-1)?.specs).toHaveLength(4);
  });

  it('judged by another figure of the same epochs trains nothing anew', async () => {
    const { pool, settled, state } = openStore();
    state().start();
    pool.finish();
    await settled();
    state().change({ judging: { ...FORM.judging, metric: 'loss' } });
    await settled();
    expect(state().done).toBe(ALL);
    state().start();
    expect([pool.orders.length, state().status]).toEqual([1, 'resting']);
    // The best epoch was not looked for.
    state().change({ judging: { ...FORM.judging, at: 'best' } });
    expect(state().done).toBe(0);
  });

  it('that is changed to what it is stays the very same, and trains on', () => {
    const { state } = openStore();
    state().start();
    const before = state();
    state().change({ seed: before.form.seed, axes: structuredClone([...before.form.axes]) });
    expect(state()).toBe(before);
  });

  it('that is changed while it trains rests, and forgets nothing', async () => {
    const { pool, settled, state } = openStore();
    state().start();
    pool.train(0, 1);
    state().change({ judging: { ...FORM.judging, metric: 'loss' } });
    await settled();
    expect([state().status, state().done]).toEqual(['resting', 2]);
  });

  it('goes on after a reload with what was kept, and with its form', async () => {
    const first = openStore();
    const axes = FORM.axes.slice(0, 1);
    first.state().change({ axes });
    first.state().start();
    first.pool.train(0, 1, 2);
    await first.settled();
    const second = openStore({ shelf: first.shelf });
    await second.state().recall();
    await second.settled();
    expect([second.state().form.axes, second.state().done]).toEqual([axes, 3]);
    second.state().start();
    expect(second.pool.orders[0]?.specs).toHaveLength(3);
  });

  it('opens as ever where what was kept is damaged', async () => {
    const shelf = memoryShelf();
    for (const damaged of [null, 'text', { base: {} }, { ...FORM, axes: [{ setting: 'magic' }] }]) {
      await shelf.writeForm('sweep', damaged);
      const { state } = openStore({ shelf });
      await state().recall();
      expect(state().form).toEqual(FORM);
      expect(state().notice).toContain('damaged or cannot run');
    }
  });

  it('survives storage that is full or forbidden, with a word', async () => {
    const no = () => Promise.reject(new Error('QuotaExceededError'));
    const shelf: ResultShelf = { find: no, put: no, remove: no, readForm: no, writeForm: no };
    const { pool, settled, state } = openStore({ shelf });
    await state().recall();
    state().start();
    pool.finish();
    await settled();
    expect(state().done).toBe(ALL);
    expect(state().notice).toContain('does not let the page keep results');
    state().dismissNotice();
    expect(state().notice).toBeNull();
  });

  it('marks a cell of which a training failed, and trains it again alone', async () => {
    const { pool, settled, state } = openStore();
    state().start();
    pool.listener?.laneFailed(0, { kind: 'data', message: 'No connection.' });
    pool.train(...Array.from({ length: ALL - 1 }, (_, lane) => lane + 1));
    pool.listener?.finished();
    await settled();
    expect([...state().failures.values()]).toEqual(['No connection.']);
    expect(state().done).toBe(ALL - 1);
    state().trainAgain('0,0');
    expect(pool.orders.at(-1)?.specs).toHaveLength(2);
    expect(state().failures.size).toBe(0);
    pool.finish();
    await settled();
    expect(state().done).toBe(ALL);
  });

  it('is timed on a few of its lanes before it is started', async () => {
    const { pool, settled, state } = openStore();
    state().estimate();
    expect(state().isEstimating).toBe(true);
    expect(pool.orders[0]?.specs.every(({ training }) => training.epochs === 1)).toBe(true);
    for (let round = 0; round < 8 && state().isEstimating; round += 1) {
      await vi.advanceTimersByTimeAsync(200);
      pool.finish();
      await settled();
    }
    expect(state().estimatedSeconds).toBeGreaterThan(0);
    expect(state().done).toBe(0);
  });

  it('reads which rows are in which fold, once for all that divides them alike', async () => {
    const { pool, settled, state } = openStore();
    state().estimate();
    const { specs, wishes } = pool.orders[0] ?? {};
    expect([specs?.length, specs?.[0]?.network.hiddenLayers, wishes?.rowParts]).toEqual([
      ...[1, [], true],
    ]);
    const rowParts = {
      ...{ numbers: null, classes: null, parts: Int32Array.of(0, 1), sealedTestRows: 0 },
    };
    pool.listener?.laneTrained(0, laneResult({}, { rowParts }));
    pool.listener?.finished();
    await settled();
    expect(state().rowParts?.parts).toEqual(rowParts);
    const asked = () => pool.orders.filter((order) => order.wishes.rowParts === true).length;
    state().change({ judging: { ...FORM.judging, metric: 'loss' } });
    state().estimate();
    await settled();
    expect(asked()).toBe(1);
    state().change({ judging: { ...FORM.judging, folds: 3 } });
    state().estimate();
    expect(asked()).toBe(2);
  });

  it('asks the sealed test set of one cell, with the networks that were validated', async () => {
    const { pool, settled, state } = openStore();
    state().start();
    pool.finish();
    await settled();
    void state().ask({ kind: 'test', place: '2,1' });
    const order = pool.orders.at(-1);
    expect(order?.wishes.test).toBe(true);
    const [first, second] = state().prepared.lanes.filter(({ key }) => key.startsWith('2,1/'));
    expect(order?.specs).toEqual([first?.spec, second?.spec]);
    expect(state().answers.test).toMatchObject({ place: '2,1', results: null });
    pool.finish();
    expect(state().answers.test?.results).toHaveLength(2);
    state().change({ seed: 8 });
    expect(state().answers.test).toBeUndefined();
  });

  it('with problems has no cells and starts nothing', () => {
    const initialForm: SweepForm = { ...FORM, judging: { ...FORM.judging, folds: 99 } };
    const { pool, state } = openStore({ initialForm });
    state().start();
    state().estimate();
    expect([state().prepared.cells, pool.orders]).toEqual([[], []]);
    expect(state().prepared.problems[0]?.message).toContain('folds');
  });
});
