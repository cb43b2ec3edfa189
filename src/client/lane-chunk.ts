/** Lanes that one worker trains in one go, and what becomes of them where that fails. */
import type { Failure } from '../protocol/messages.ts';

export interface Chunk {
  readonly id: number;
  readonly lanes: readonly number[];
  attempts: number;
}

/** A chunk for each of its lanes. */
export function apart({ id, lanes, attempts }: Chunk): Chunk[] {
  return lanes.map((lane) => ({ id, lanes: [lane], attempts }));
}

/** Data that do not arrive fail all lanes alike; settings and what is unexpected may be one lane's. */
export function isOfOneLane({ kind }: Failure): boolean {
  return kind === 'settings' || kind === 'internal';
}
