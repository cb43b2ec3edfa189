/** Who is in which fold, read in a worker. */
import type { LanePool } from '../../client/lane-pool.ts';
import type { RowParts } from '../../engine/batches/row-parts.ts';
import type { RowPartsOrder } from '../../plans/row-parts-order.ts';
import type { BackendChoice } from '../../protocol/messages.ts';

export interface RowPartsAnswer {
  readonly key: string;
  /** Null: they could not be read. */
  readonly parts: RowParts | null;
  readonly problem: string | null;
}

interface Reading {
  readonly backend: BackendChoice;
  readonly signal: AbortSignal;
}

/** Null: it was given up. */
export function readRowParts(
  pool: Pick<LanePool, 'start'>,
  { key, spec }: RowPartsOrder,
  { backend, signal }: Reading,
): Promise<RowPartsAnswer | null> {
  let answer: RowPartsAnswer = { key, parts: null, problem: 'There was no answer.' };
  return new Promise((resolve) => {
    const wishes = { curveEvery: null, best: null, rowParts: true };
    const job = pool.start(
      { specs: [spec], wishes, backend },
      {
        laneTrained: (_, { rowParts }) => {
          if (rowParts) answer = { key, parts: rowParts, problem: null };
        },
        laneFailed: (_, { message }) => void (answer = { key, parts: null, problem: message }),
        progressed: () => undefined,
        finished: () => resolve(answer),
      },
    );
    signal.addEventListener('abort', () => {
      job.cancel();
      resolve(null);
    });
  });
}
