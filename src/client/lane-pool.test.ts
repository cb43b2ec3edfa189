import { describe, expect, it } from 'vitest';
import type { FakeWorker } from './lane-pool-fixture.ts';
import { ORDER, inOrder, specs, startJob } from './lane-pool-fixture.ts';

describe('a pool of workers', () => {
  it('gives every lane its own result, whatever worker trained it', () => {
    const { busy, results, told } = startJob();
    for (let round = 0; told.finished === 0 && round < 200; round++)
      busy()[round % 3 === 0 ? 1 : 0]?.finish();
    expect(told).toMatchObject({ finished: 1, twice: 0 });
    expect(inOrder(results)).toEqual(specs.map(({ identity }) => identity));
    expect(told.progress.at(-1)).toBe(125);
  });

  it('gives a worker its next chunk before it has answered, but not the last ones', () => {
    const { workers, told } = startJob({ size: 2 });
    const ordered = () => workers.map(({ requests }) => requests.length);
    expect(ordered()).toEqual([2, 2]);
    // One worker is far faster: the other has no more than it trains when the last chunk is handed out.
    while (told.finished === 0 && workers[0]?.chunk) workers[0].finish();
    expect(ordered()[1]).toBe(2);
    while (told.finished === 0) workers[1]?.finish();
    expect(told.finished).toBe(1);
  });

  it('trains again what a lost worker had under way, and nothing that was finished', () => {
    const undisturbed = startJob();
    while (undisturbed.told.finished === 0)
      for (const worker of undisturbed.busy()) worker.finish();
    const { workers, busy, results, told } = startJob();
    while (results.size < 60) busy()[0]?.finish();
    const before = results.size;
    busy()[1]?.die();
    expect(results.size).toBe(before);
    expect(workers).toHaveLength(3);
    while (told.finished === 0) for (const worker of busy()) worker.finish();
    expect(told.twice).toBe(0);
    expect(inOrder(results)).toEqual(inOrder(undisturbed.results));
  });

  /** Five lanes lose their worker, or fail, whatever chunk they are in. */
  function trainWithFiveBad(spoil: (worker: FakeWorker) => void) {
    const job = startJob({ size: 2 });
    const isBad = ({ chunk }: FakeWorker) =>
      chunk?.specs.some(({ identity }) => identity.fold === 3 && identity.replicate === 4) === true;
    for (let round = 0; job.told.finished === 0 && round < 500; round++)
      for (const worker of job.busy()) {
        if (isBad(worker)) spoil(worker);
        else worker.finish();
      }
    return job;
  }

  it('gives up only the lanes whose worker is lost again and again', () => {
    const { results, failures, told } = trainWithFiveBad((worker) => worker.die());
    expect([results.size, failures.size, told.twice]).toEqual([120, 5, 0]);
    expect([...failures.values()][0]).toBe('A training worker was lost.');
  });

  it('trains the other lanes of a chunk in which one cannot be trained', () => {
    const failure = { kind: 'settings', message: 'Too large.' } as const;
    const { results, failures } = trainWithFiveBad((worker) =>
      worker.emit({ type: 'lanesFailed', chunkId: worker.chunk?.chunkId ?? -1, failure }),
    );
    expect([results.size, [...failures.values()]]).toEqual([120, Array(5).fill('Too large.')]);
  });

  it('ends where no worker lives long enough to train anything', () => {
    const { busy, failures, told } = startJob({ size: 2 });
    for (let time = 0; told.finished === 0 && time < 300; time++) busy()[0]?.die();
    expect([told.finished, failures.size]).toEqual([1, 125]);
  });

  it('yields to a run that is watched: one worker fewer, and the last one rests most of the time', () => {
    const { pool, workers, told } = startJob({ size: 2 });
    const shares = () =>
      workers.map(({ requests }) => {
        const found = requests.findLast((request) => request.type === 'paceLanes');
        return found?.share ?? 1;
      });
    pool.yieldToLiveRun(true);
    expect(shares()).toEqual([1 / 3, 1 / 3]);
    // What each has is finished; then one rests.
    for (const worker of workers) while (worker.chunk && told.finished === 0) worker.finish();
    const busyOnes = workers.filter(({ chunk }) => chunk);
    expect(busyOnes.length).toBeLessThanOrEqual(1);
    pool.yieldToLiveRun(false);
    expect(shares()).toEqual([1, 1]);
    while (told.finished === 0) for (const worker of workers) worker.finish();
    expect(told.twice).toBe(0);
  });

  it('holds its workers while it is paused, and hands out nothing', () => {
    const { job, busy, told } = startJob();
    job.pause();
    expect(busy().map(({ requests }) => requests.at(-1)?.type)).toEqual(['holdLanes', 'holdLanes']);
    busy()[0]?.finish();
    expect(busy()[0]?.requests.at(-1)?.type).toBe('holdLanes');
    job.resume();
    expect(busy()[0]?.requests.at(-1)?.type).toBe('trainLanes');
    expect(busy()[1]?.requests.at(-1)?.type).toBe('releaseLanes');
    while (told.finished === 0) for (const worker of busy()) worker.finish();
    expect(told.twice).toBe(0);
  });

  it('tells nothing more once it is cancelled, and keeps its workers for the next order', () => {
    const { pool, job, workers, busy, results, told } = startJob();
    busy()[0]?.finish();
    const before = results.size;
    job.cancel();
    for (const worker of busy()) worker.finish();
    expect([results.size, told.finished]).toEqual([before, 0]);
    expect(busy().some(({ requests }) => requests.some(({ type }) => type === 'dropLanes'))).toBe(
      true,
    );
    pool.start(ORDER, {
      laneTrained: () => undefined,
      laneFailed: () => undefined,
      progressed: () => undefined,
      finished: () => undefined,
    });
    expect(workers).toHaveLength(2);
    expect(workers[0]?.requests.at(-1)?.type).toBe('trainLanes');
  });

  it('tells what failed of a chunk for each of its lanes', () => {
    const { busy, failures } = startJob({ size: 1 });
    const worker = busy()[0];
    const { chunkId = 0, specs: ordered = [] } = worker?.chunk ?? {};
    const failure = { kind: 'data', message: 'It did not arrive.' } as const;
    worker?.emit({ type: 'lanesFailed', chunkId, failure });
    expect(failures.size).toBe(ordered.length);
  });

  it('counts lanes under way by their share', () => {
    const { busy, told } = startJob({ size: 1 });
    const { chunkId = 0, specs: ordered = [] } = busy()[0]?.chunk ?? {};
    busy()[0]?.emit({ type: 'lanesProgressed', chunkId, share: 0.5 });
    expect(told.progress).toEqual([ordered.length / 2]);
  });
});
