/** Lanes that one worker trains in one go, and what becomes of them where that fails. */
import type { Failure } from '../protocol/messages.ts';

export interface Chunk {
  readonly id: number;
  readonly lanes: readonly number[];
  attempts: number;
}

/** Cuts a chunk into one for each of its lanes. */
export function apart({ id, lanes, attempts }: Chunk): Chunk[] {
  return lanes.map((lane) => ({ id, lanes: [lane], attempts }));
}

/**
 * Whether a failure may be that of one lane alone. Bad settings and unexpected errors may be; data that do not
 * arrive fail all lanes alike.
 */
export function isOfOneLane({ kind }: Failure): boolean {
  return kind === 'settings' || kind === 'internal';
}
