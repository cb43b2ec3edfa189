/**
 * Trains many lanes over several workers: hands out chunks, gathers results, and can be paused, resumed and
 * cancelled. A chunk needs no checkpoint: finished results are the checkpoint, and what a lost worker had
 * under way is trained again. Workers stay warm for the next job. One job trains at a time: a new one displaces
 * the one under way, which goes on by itself when the new one is over.
 */
import { giveTable } from './give-table.ts';
import type { BatchEvent } from '../protocol/batch-messages.ts';
import { apart, isOfOneLane } from './lane-chunk.ts';
import type { Chunk } from './lane-chunk.ts';
import { cutIntoChunks, lanesOfChunk } from './cut-into-chunks.ts';
import type { LaneJob, LaneOrder, PoolListener, RunningJob } from './lane-job.ts';
import type { TrainerWorker } from './trainer-client.ts';
import { begin, emptySeat, post } from './worker-seat.ts';
import type { Seat } from './worker-seat.ts';

/** A chunk that has lost so many workers is taken to be the cause: its lanes are then trained one by one. */
const ATTEMPTS_TOGETHER = 2;
const MOST_ATTEMPTS = 3;
/** After so many losses with nothing trained in between the pool gives up: no worker can train here. */
const MOST_LOSSES = 12;

/** More workers than these hold too much memory for what they add. */
const MOST_WORKERS = 8;

export function poolSize(cores: number): number {
  return Math.max(1, Math.min(cores, MOST_WORKERS));
}

/** The share of the time in which the only worker trains while a run is watched. */
const SHARE_OF_THE_LAST = 1 / 3;

export class LanePool {
  private readonly spawn: () => TrainerWorker;
  private readonly seats: Seat[];
  /** The job that has the workers. */
  private job: RunningJob | null = null;
  /** Jobs that wait until it is over; the one displaced last goes on first. */
  private displaced: readonly RunningJob[] = [];
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
    this.seats = Array.from({ length: Math.max(1, size) }, emptySeat);
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

  get isTraining(): boolean {
    return this.job !== null && !this.job.isPaused;
  }

  /** Starts an order; one that is under way waits until it is over. */
  start(order: LaneOrder, listener: PoolListener): LaneJob {
    const { specs, lanesPerChunk = lanesOfChunk(specs.length, this.seats.length) } = order;
    const chunks = cutIntoChunks(specs, lanesPerChunk).map((lanes): Chunk => {
      this.nextChunkId += 1;
      return { id: this.nextChunkId, lanes, attempts: 0 };
    });
    const job: RunningJob = {
      ...{ order, listener, waiting: chunks, left: order.specs.length, isPaused: false },
      isOver: false,
    };
    this.activate(job);
    return {
      pause: () => this.pause(job),
      resume: () => this.resume(job),
      cancel: () => this.end(job),
    };
  }

  /** Ends the workers. */
  dispose(): void {
    [this.job, this.displaced] = [null, []];
    for (const seat of this.seats) this.vacate(seat);
  }

  private pause(job: RunningJob): void {
    job.isPaused = true;
    this.displaced = this.displaced.filter((one) => one !== job);
    if (this.job !== job) return;
    for (const seat of this.seats) if (seat.chunk) post(seat, { type: 'holdLanes' });
  }

  private resume(job: RunningJob): void {
    if (job.isOver || !job.isPaused) return;
    job.isPaused = false;
    if (this.job === job)
      for (const seat of this.seats) if (seat.chunk) post(seat, { type: 'releaseLanes' });
    this.activate(job);
  }

  private end(job: RunningJob): void {
    job.isOver = true;
    this.displaced = this.displaced.filter((one) => one !== job);
    if (this.job !== job) return;
    this.takeBack();
    this.job = null;
    this.continueDisplaced();
  }

  private activate(job: RunningJob): void {
    const { job: other } = this;
    if (other && other !== job) {
      other.waiting.unshift(...this.takeBack());
      // A job that its owner paused waits for its owner.
      if (!other.isPaused) {
        this.displaced = [...this.displaced, other];
        other.listener.displaced?.();
      }
    }
    this.displaced = this.displaced.filter((one) => one !== job);
    this.job = job;
    this.handOut();
  }

  private continueDisplaced(): void {
    const next = this.displaced.at(-1);
    if (this.job || !next) return;
    this.activate(next);
    next.listener.continued?.();
  }

  /** What the seats had under way, to be trained from its beginning. */
  private takeBack(): Chunk[] {
    return this.seats.flatMap((seat) => {
      const { chunk, next } = seat;
      if (!chunk) return [];
      post(seat, { type: 'dropLanes' });
      [seat.chunk, seat.next] = [null, null];
      // It was not lost.
      chunk.attempts -= 1;
      return [chunk, ...(next ? [next] : [])].map((one) => this.renumbered(one));
    });
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
    // Each of the last chunks should go to the worker that is free first.
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
    if (seat.worker && specs[0]) giveTable(seat.worker, specs[0].data.dataset);
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
    job.isOver = true;
    job.listener.finished();
    this.continueDisplaced();
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
    for (const chunk of chunks) job.waiting.unshift(this.renumbered(chunk));
    this.handOut();
  }

  /** An answer that was under way is of another chunk now. */
  private renumbered(chunk: Chunk): Chunk {
    this.nextChunkId += 1;
    return { ...chunk, id: this.nextChunkId };
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
