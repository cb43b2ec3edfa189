/** A pool with more than one job: the second displaces the first. */
import { describe, expect, it } from 'vitest';
import type { LaneResult } from '../figures/lane-result.ts';
import { LanePool } from './lane-pool.ts';
import { FakeWorker, ORDER, specs } from './lane-pool-fixture.ts';

describe('a second job', () => {
  const listenTo = () => {
    const told: string[] = [];
    const results = new Map<number, LaneResult>();
    return {
      told,
      results,
      listener: {
        laneTrained: (lane: number, result: LaneResult) => void results.set(lane, result),
        laneFailed: () => void told.push('failed'),
        progressed: () => undefined,
        finished: () => void told.push('finished'),
        displaced: () => void told.push('displaced'),
        continued: () => void told.push('continued'),
      },
    };
  };
  const openPool = () => {
    const worker = new FakeWorker();
    const pool = new LanePool(() => worker, 1);
    // A worker forgets what it is told to drop.
    const finishAll = () => {
      for (let round = 0; round < 60; round++) {
        const order = worker.requests.findLast(({ type }) => type === 'trainLanes');
        if (order?.type === 'trainLanes') worker.answer(order);
      }
    };
    return { worker, pool, finishAll };
  };
  const few = { ...ORDER, specs: specs.slice(0, 4), lanesPerChunk: 2 };

  it('displaces the first, which goes on when it is over and ends with every result', () => {
    const { pool, worker, finishAll } = openPool();
    const [first, second] = [listenTo(), listenTo()];
    pool.start(few, first.listener);
    pool.start({ ...few, specs: specs.slice(10, 12) }, second.listener);
    expect(first.told).toEqual(['displaced']);
    expect(worker.requests.map(({ type }) => type)).toEqual([
      ...['trainLanes', 'dropLanes', 'trainLanes'],
    ]);
    finishAll();
    expect(second.told).toEqual(['finished']);
    expect(first.told).toEqual(['displaced', 'continued', 'finished']);
    expect([first.results.size, second.results.size]).toEqual([4, 2]);
    expect(first.results.get(3)).toEqual(specs[3]?.identity);
  });

  it('that is cancelled lets the first go on', () => {
    const { pool, finishAll } = openPool();
    const first = listenTo();
    pool.start(few, first.listener);
    pool.start(few, listenTo().listener).cancel();
    expect(first.told).toEqual(['displaced', 'continued']);
    finishAll();
    expect(first.told.at(-1)).toBe('finished');
  });

  it('leaves a first that was paused alone until its owner resumes it, and then waits itself', () => {
    const { pool, finishAll } = openPool();
    const [first, second] = [listenTo(), listenTo()];
    const job = pool.start(few, first.listener);
    job.pause();
    expect(pool.isTraining).toBe(false);
    pool.start(few, second.listener);
    expect(first.told).toEqual([]);
    job.resume();
    expect(second.told).toEqual(['displaced']);
    finishAll();
    expect(first.told).toEqual(['finished']);
    expect(second.told).toEqual(['displaced', 'continued', 'finished']);
    expect(pool.isTraining).toBe(false);
  });

  it('does not wake a first that was cancelled while it waited', () => {
    const { pool, finishAll } = openPool();
    const [first, second] = [listenTo(), listenTo()];
    const job = pool.start(few, first.listener);
    pool.start(few, second.listener);
    job.cancel();
    job.resume();
    finishAll();
    expect(first.told).toEqual(['displaced']);
    expect(second.told).toEqual(['finished']);
  });
});
