/**
 * Trains many lanes over several workers: hands out chunks, gathers results, and can be paused, resumed and
 * cancelled. A chunk needs no checkpoint: finished results are the checkpoint, and what a lost worker had
 * under way is trained again. Workers stay warm for the next job.
 */
import type { BatchEvent, BatchRequest } from '../protocol/batch-messages.ts';
import type { LaneResult, LaneWishes } from '../figures/lane-result.ts';
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { BackendChoice, Failure } from '../protocol/messages.ts';
import { apart, isOfOneLane } from './lane-chunk.ts';
import type { Chunk } from './lane-chunk.ts';
import { cutIntoChunks, lanesOfChunk } from './cut-into-chunks.ts';
import type { TrainerWorker } from './trainer-client.ts';

export interface LaneOrder {
  readonly specs: readonly LaneSpec[];
  readonly wishes: LaneWishes;
  readonly backend: BackendChoice;
  /** Lanes of a chunk; absent: as many as suit the number of lanes and workers. */
  readonly lanesPerChunk?: number;
}

export interface PoolListener {
  /** `lane` is the index of its spec in the order. */
  readonly laneTrained: (lane: number, result: LaneResult) => void;
  readonly laneFailed: (lane: number, failure: Failure) => void;
  /** Lanes done, those under way counted by the share of their steps. */
  readonly progressed: (lanesDone: number) => void;
  /** Every lane is trained or has failed. */
  readonly finished: () => void;
}

/** One order under way. */
export interface LaneJob {
  readonly pause: () => void;
  readonly resume: () => void;
  /** What is finished stays with the listener; nothing more is told. */
  readonly cancel: () => void;
}

/** A chunk whose worker was lost so often is what loses them: one of its lanes is, and they are trained apart. */
const ATTEMPTS_TOGETHER = 2;
const MOST_ATTEMPTS = 3;
/** So many losses with nothing trained in between: no worker can train here. */
const MOST_LOSSES = 12;

interface Seat {
  worker: TrainerWorker | null;
  /** What it trains; null: nothing. */
  chunk: Chunk | null;
  /** Waits in the worker, which need not wait for the page then; null: nothing does. */
  next: Chunk | null;
  /** Share of the chunk's steps that are done. */
  share: number;
}

/** More workers than these hold too much memory for what they add. */
const MOST_WORKERS = 8;

export function poolSize(cores: number): number {
  return Math.max(1, Math.min(cores, MOST_WORKERS));
}

/** Of the only worker, while a run is watched. */
const SHARE_OF_THE_LAST = 1 / 3;

export class LanePool {
  private readonly spawn: () => TrainerWorker;
  private readonly seats: Seat[];
  private job: RunningJob | null = null;
  private nextChunkId = 0;
  /** Workers that may train now. */
  private mostBusy: number;
  /** Share of the time in which each trains. */
  private processorShare = 1;
  /** Workers lost since the last answer. */
  private losses = 0;

  /** `size`: workers at most. */
  constructor(spawn: () => TrainerWorker, size: number) {
    this.spawn = spawn;
    this.seats = Array.from({ length: Math.max(1, size) }, () => ({
      ...{ worker: null, chunk: null, next: null },
      share: 0,
    }));
    this.mostBusy = this.seats.length;
  }

  get size(): number {
    return this.seats.length;
  }

  /**
   * While a run is watched, from the next chunk on one worker fewer trains; where that leaves one, it rests most
   * of the time: the page needs a core, too.
   */
  yieldToLiveRun(isWatched: boolean): void {
    this.mostBusy = isWatched ? Math.max(1, this.seats.length - 1) : this.seats.length;
    this.processorShare = isWatched && this.mostBusy === 1 ? SHARE_OF_THE_LAST : 1;
    for (const seat of this.seats) this.tellShare(seat);
    this.handOut();
  }

  private tellShare(seat: Seat): void {
    post(seat, { type: 'paceLanes', share: this.processorShare });
  }

  /** Starts an order; one that is under way is cancelled. */
  start(order: LaneOrder, listener: PoolListener): LaneJob {
    this.job?.cancel();
    const { specs, lanesPerChunk = lanesOfChunk(specs.length, this.seats.length) } = order;
    const chunks = cutIntoChunks(specs, lanesPerChunk).map((lanes): Chunk => {
      this.nextChunkId += 1;
      return { id: this.nextChunkId, lanes, attempts: 0 };
    });
    const job: RunningJob = {
      ...{ order, listener, waiting: chunks, left: order.specs.length, isPaused: false },
      cancel: () => {
        if (this.job !== job) return;
        this.job = null;
        for (const seat of this.seats) {
          if (seat.chunk) post(seat, { type: 'dropLanes' });
          [seat.chunk, seat.next] = [null, null];
        }
      },
    };
    this.job = job;
    this.handOut();
    return {
      pause: () => this.setPaused(job, true),
      resume: () => this.setPaused(job, false),
      cancel: job.cancel,
    };
  }

  /** Ends the workers. */
  dispose(): void {
    this.job = null;
    for (const seat of this.seats) this.vacate(seat);
  }

  private setPaused(job: RunningJob, isPaused: boolean): void {
    if (this.job !== job || job.isPaused === isPaused) return;
    job.isPaused = isPaused;
    for (const seat of this.seats)
      if (seat.chunk) post(seat, { type: isPaused ? 'holdLanes' : 'releaseLanes' });
    if (!isPaused) this.handOut();
  }

  private handOut(): void {
    const { job } = this;
    if (!job || job.isPaused) return;
    for (const seat of this.seats) {
      if (seat.chunk) continue;
      if (this.seats.filter((one) => one.chunk).length >= this.mostBusy) break;
      const chunk = job.waiting.shift();
      if (!chunk) break;
      this.give(seat, chunk, job);
    }
    // Of the last ones each should go to whoever is free first.
    for (const seat of this.seats)
      if (seat.chunk && !seat.next && job.waiting.length > this.seats.length)
        this.giveNext(seat, job);
  }

  private giveNext(seat: Seat, job: RunningJob): void {
    const chunk = job.waiting.shift();
    if (!chunk) return;
    seat.next = chunk;
    this.order(seat, chunk, job);
  }

  private give(seat: Seat, chunk: Chunk, job: RunningJob): void {
    begin(seat, chunk);
    try {
      if (!seat.worker) {
        seat.worker = this.startWorker(seat);
        if (this.processorShare < 1) this.tellShare(seat);
      }
    } catch (error) {
      this.workerLost(seat, error instanceof Error ? error.message : String(error));
      return;
    }
    this.order(seat, chunk, job);
  }

  private order(seat: Seat, chunk: Chunk, { order }: RunningJob): void {
    const specs = chunk.lanes.flatMap((lane) => order.specs[lane] ?? []);
    const { wishes, backend } = order;
    post(seat, { type: 'trainLanes', chunkId: chunk.id, specs, wishes, backend });
  }

  private startWorker(seat: Seat): TrainerWorker {
    const worker = this.spawn();
    worker.addEventListener('message', (message) => {
      if (seat.worker === worker) this.heard(seat, message.data as BatchEvent);
    });
    const lost = (event: Event) => {
      event.preventDefault();
      if (seat.worker !== worker) return;
      const why = 'message' in event && typeof event.message === 'string' ? event.message : '';
      this.workerLost(seat, why || 'A training worker was lost.');
    };
    worker.addEventListener('error', lost);
    worker.addEventListener('messageerror', lost);
    return worker;
  }

  private heard(seat: Seat, event: BatchEvent): void {
    const { job } = this;
    const { chunk } = seat;
    if (!job || chunk?.id !== event.chunkId) return;
    if (event.type === 'lanesProgressed') {
      seat.share = event.share;
      this.tellProgress(job);
      return;
    }
    begin(seat, seat.next);
    seat.next = null;
    this.losses = 0;
    if (event.type === 'lanesFailed' && chunk.lanes.length > 1 && isOfOneLane(event.failure)) {
      this.handBack(apart(chunk), job);
      return;
    }
    chunk.lanes.forEach((lane, index) => {
      const result = event.type === 'lanesTrained' ? event.results[index] : undefined;
      if (result) job.listener.laneTrained(lane, result);
      else if (event.type === 'lanesFailed') job.listener.laneFailed(lane, event.failure);
    });
    this.settle(job, chunk);
  }

  private settle(job: RunningJob, chunk: Chunk): void {
    job.left -= chunk.lanes.length;
    // The listener may have cancelled.
    if (this.job !== job) return;
    this.tellProgress(job);
    if (job.left > 0) {
      this.handOut();
      return;
    }
    this.job = null;
    job.listener.finished();
  }

  private workerLost(seat: Seat, message: string): void {
    const { chunk, next } = seat;
    this.vacate(seat);
    const { job } = this;
    if (!job || !chunk) return;
    this.losses += 1;
    if (next) job.waiting.unshift(next);
    const isHopeless = this.losses > MOST_LOSSES || chunk.attempts >= MOST_ATTEMPTS;
    if (!isHopeless) {
      this.handBack(chunk.attempts < ATTEMPTS_TOGETHER ? [chunk] : apart(chunk), job);
      return;
    }
    for (const lane of chunk.lanes) job.listener.laneFailed(lane, { kind: 'internal', message });
    this.settle(job, chunk);
  }

  private handBack(chunks: readonly Chunk[], job: RunningJob): void {
    for (const chunk of chunks) {
      this.nextChunkId += 1;
      job.waiting.unshift({ ...chunk, id: this.nextChunkId });
    }
    this.handOut();
  }

  private vacate(seat: Seat): void {
    seat.worker?.terminate();
    [seat.worker, seat.chunk, seat.next] = [null, null, null];
  }

  private tellProgress({ order, left, listener }: RunningJob): void {
    const underWay = this.seats.reduce(
      (sum, { chunk, share }) => sum + (chunk?.lanes.length ?? 0) * share,
      0,
    );
    listener.progressed(order.specs.length - left + underWay);
  }
}

interface RunningJob {
  readonly order: LaneOrder;
  readonly listener: PoolListener;
  readonly waiting: Chunk[];
  /** Lanes that are not trained yet and have not failed. */
  left: number;
  isPaused: boolean;
  readonly cancel: () => void;
}

function begin(seat: Seat, chunk: Chunk | null): void {
  seat.chunk = chunk;
  seat.share = 0;
  if (chunk) chunk.attempts += 1;
}

function post(seat: Seat, request: BatchRequest): void {
  seat.worker?.postMessage(request);
}
