/** A place of the lane pool for one worker, and what that has to do. */
import type { BatchRequest } from '../protocol/batch-messages.ts';
import type { Chunk } from './lane-chunk.ts';
import type { TrainerWorker } from './trainer-client.ts';

export interface Seat {
  worker: TrainerWorker | null;
  /** What it trains; null: nothing. */
  chunk: Chunk | null;
  /** The chunk that waits in the worker, so that the worker need not wait for the page; null: none does. */
  next: Chunk | null;
  /** Share of the chunk's steps that are done. */
  share: number;
}

export function emptySeat(): Seat {
  return { worker: null, chunk: null, next: null, share: 0 };
}

export function begin(seat: Seat, chunk: Chunk | null): void {
  seat.chunk = chunk;
  seat.share = 0;
  if (chunk) chunk.attempts += 1;
}

export function post(seat: Seat, request: BatchRequest): void {
  seat.worker?.postMessage(request);
}
