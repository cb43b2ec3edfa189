import { describe, expect, it } from 'vitest';
import type { BatchEvent, BatchRequest } from '../protocol/batch-messages.ts';
import { END_FIGURES_ONLY } from '../figures/lane-result.ts';
import type { LaneResult } from '../figures/lane-result.ts';
import { laneSpecOf } from '../experiment/lane-spec.ts';
import { wrongLabels } from '../presets/wrong-labels.ts';
import { cutIntoChunks, lanesOfChunk } from './cut-into-chunks.ts';
import { LanePool } from './lane-pool.ts';

/** 125 lanes over five folds, as a grid of 5 x 5 has. */
const specs = Array.from({ length: 125 }, (_, lane) => {
  const repeat = { replicate: Math.floor(lane / 5) % 5, fold: lane % 5 };
  const plain = { id: 'A', name: null, regularizers: {} } as const;
  return laneSpecOf({ ...wrongLabels.experiment, foldCount: 5 }, plain, repeat);
});
const ORDER = { specs, wishes: END_FIGURES_ONLY, backend: 'cpu' } as const;

/** Answers when it is told to; a result is told by its seed, repeat and fold. */
class FakeWorker extends EventTarget {
  readonly requests: BatchRequest[] = [];
  terminated = false;

  postMessage(request: BatchRequest) {
    this.requests.push(request);
  }

  terminate() {
    this.terminated = true;
  }

  private answered = 0;

  /** The one that it trains: those before are answered, those after wait. */
  get chunk() {
    return this.requests.filter((request) => request.type === 'trainLanes')[this.answered];
  }

  emit(data: BatchEvent) {
    if (data.type !== 'lanesProgressed') this.answered += 1;
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** Finishes the chunk that it trains, if any. */
  finish() {
    if (!this.chunk) return;
    this.answer(this.chunk);
  }

  /** Finishes a chunk that it was told to train; twice says nothing new. */
  answer({ chunkId, specs: ordered }: Extract<BatchRequest, { type: 'trainLanes' }>) {
    const results = ordered.map(({ identity }) => ({ ...identity }) as unknown as LaneResult);
    this.emit({ type: 'lanesTrained', chunkId, results, backend: 'cpu' });
  }

  die() {
    this.dispatchEvent(new Event('error', { cancelable: true }));
  }
}

function startJob({ size = 2, order = ORDER } = {}) {
  const workers: FakeWorker[] = [];
  const pool = new LanePool(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  }, size);
  const results = new Map<number, LaneResult>();
  const failures = new Map<number, string>();
  const told = { progress: [] as number[], finished: 0, twice: 0 };
  const job = pool.start(order, {
    laneTrained: (lane, result) => {
      if (results.has(lane)) told.twice += 1;
      results.set(lane, result);
    },
    laneFailed: (lane, { message }) => void failures.set(lane, message),
    progressed: (lanes) => void told.progress.push(lanes),
    finished: () => void (told.finished += 1),
  });
  const busy = () => workers.filter(({ terminated }) => !terminated);
  return { pool, job, workers, busy, results, failures, told };
}

/** In the order of lanes. */
function inOrder(results: ReadonlyMap<number, LaneResult>) {
  return specs.map((_, lane) => results.get(lane));
}

describe('a pool of workers', () => {
  it('gives every lane its own result, whatever worker trained it', () => {
    const { busy, results, told } = startJob();
    for (let turn = 0; told.finished === 0 && turn < 200; turn++)
      busy()[turn % 3 === 0 ? 1 : 0]?.finish();
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

describe('chunks', () => {
  it('hold every lane once, of one data set and one number of epochs each', () => {
    const mixed = specs.map((spec, lane) =>
      lane % 7 === 0 ? { ...spec, training: { ...spec.training, epochs: 3 } } : spec,
    );
    const chunks = cutIntoChunks(mixed, lanesOfChunk(mixed.length, 2));
    expect(chunks.flat().sort((a, b) => a - b)).toEqual([...mixed.keys()]);
    for (const chunk of chunks)
      expect(new Set(chunk.map((lane) => mixed[lane]?.training.epochs)).size).toBe(1);
  });

  it('share the work evenly: four or more a worker, where there are so many lanes', () => {
    expect(cutIntoChunks(specs, lanesOfChunk(specs.length, 2)).length).toBeGreaterThanOrEqual(8);
    expect(cutIntoChunks(specs.slice(0, 3), lanesOfChunk(3, 8))).toHaveLength(3);
    expect(cutIntoChunks([], lanesOfChunk(0, 2))).toEqual([]);
  });

  it('keep lanes with the same rows together', () => {
    const switches = cutIntoChunks(specs, lanesOfChunk(specs.length, 1))
      .flat()
      .map((lane) => specs[lane]?.identity)
      .filter((one, place, all) => {
        const before = all[place - 1];
        return before?.fold !== one?.fold || before?.replicate !== one?.replicate;
      });
    expect(switches).toHaveLength(25);
  });
});

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
      for (let turn = 0; turn < 60; turn++) {
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
