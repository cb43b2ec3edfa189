/** A pool whose workers are told when to answer. */
import type { BatchEvent, BatchRequest } from '../protocol/batch-messages.ts';
import { END_FIGURES_ONLY } from '../figures/lane-result.ts';
import type { LaneResult } from '../figures/lane-result.ts';
import { laneSpecOf } from '../experiment/lane-spec.ts';
import { wrongLabels } from '../presets/wrong-labels.ts';
import { LanePool } from './lane-pool.ts';

/** 125 lanes over five folds, as a grid of 5 x 5 has. */
export const specs = Array.from({ length: 125 }, (_, lane) => {
  const repeat = { replicate: Math.floor(lane / 5) % 5, fold: lane % 5 };
  const plain = { id: 'A', name: null, regularizers: {} } as const;
  return laneSpecOf({ ...wrongLabels.experiment, foldCount: 5 }, plain, repeat);
});
export const ORDER = { specs, wishes: END_FIGURES_ONLY, backend: 'cpu' } as const;

/** Answers when it is told to; a result is recognised by its seed, repeat and fold. */
export class FakeWorker extends EventTarget {
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

  /** Finishes a chunk that it was told to train; a second call changes nothing. */
  answer({ chunkId, specs: ordered }: Extract<BatchRequest, { type: 'trainLanes' }>) {
    const results = ordered.map(({ identity }) => ({ ...identity }) as unknown as LaneResult);
    this.emit({ type: 'lanesTrained', chunkId, results, backend: 'cpu' });
  }

  die() {
    this.dispatchEvent(new Event('error', { cancelable: true }));
  }
}

export function startJob({ size = 2, order = ORDER } = {}) {
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

/** Results in the order of lanes. */
export function inOrder(results: ReadonlyMap<number, LaneResult>) {
  return specs.map((_, lane) => results.get(lane));
}
