/**
 * What is asked of one cell once it is trained: its curves, or the sealed test set. Its networks are trained once
 * more for it, which gives the very same ones.
 */
import type { LanePool } from '../../client/lane-pool.ts';
import type { LaneResult, LaneWishes } from '../../figures/lane-result.ts';
import type { BackendChoice } from '../../protocol/messages.ts';
import type { PreparedSweep } from './prepare-sweep.ts';

export interface CellQuestion {
  readonly kind: 'curves' | 'test';
  /** "3,0" */
  readonly place: string;
}

export interface CellAnswer {
  readonly place: string;
  /** Null: still being trained. */
  readonly results: readonly LaneResult[] | null;
  /** Share that is trained, 0..1. */
  readonly share: number;
  /** Why there is no answer. */
  readonly problem: string | null;
}

interface Parts {
  readonly pool: Pick<LanePool, 'start'>;
  readonly prepared: PreparedSweep;
  readonly backend: BackendChoice;
  readonly signal: AbortSignal;
}

/** So many rows of a curve are enough to draw it. */
const CURVE_ROWS = 120;

export function askCell(
  { pool, prepared, backend, signal }: Parts,
  { kind, place }: CellQuestion,
  answer: (answer: CellAnswer) => void,
): void {
  const lanes = prepared.lanes.filter(({ key }) => key.startsWith(`${place}/`));
  const specs = lanes.map(({ spec }) => spec);
  const epochs = specs[0]?.training.epochs ?? 1;
  const wishes: LaneWishes =
    kind === 'test'
      ? { ...prepared.plan.wishes, test: true }
      : { curveEvery: Math.max(1, Math.ceil(epochs / CURVE_ROWS)), best: null };
  const results: LaneResult[] = [];
  let problem: string | null = null;
  const tell = (share: number) => answer({ place, results: null, share, problem: null });
  tell(0);
  const job = pool.start(
    { specs, wishes, backend },
    {
      laneTrained: (lane, result) => void (results[lane] = result),
      laneFailed: (_, failure) => void (problem = failure.message),
      progressed: (done) => tell(done / specs.length),
      finished: () =>
        answer({ place, results: problem === null ? results : null, share: 1, problem }),
    },
  );
  signal.addEventListener('abort', job.cancel);
}
