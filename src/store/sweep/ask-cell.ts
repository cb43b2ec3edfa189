/**
 * What is asked of one cell once it is trained: its curves, or the sealed test set. Its networks are trained once
 * more for it, which gives the very same ones: the test set and the paths get them as they were judged.
 */
import type { LanePool } from '../../client/lane-pool.ts';
import type { LaneSpec } from '../../experiment/lane-spec.ts';
import type { LaneResult, LaneWishes } from '../../figures/lane-result.ts';
import type { BackendChoice } from '../../protocol/messages.ts';
import { endingAtJudged } from '../../plans/judged-epoch.ts';
import type { PreparedSweep } from './prepare-sweep.ts';

export interface CellQuestion {
  /**
   * paths: the weights of every cell, in the first fold and seed. rows: which rows of the set each fold and seed trains on and validates with.
   */
  readonly kind: 'curves' | 'test' | 'rows' | 'paths';
  /** "3,0"; of paths no cell is asked in particular. */
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
  /** By result key. */
  readonly results: ReadonlyMap<string, LaneResult>;
  readonly backend: BackendChoice;
  readonly signal: AbortSignal;
}

/** The first fold and seed of a key. */
const FIRST_TRAINING = '/0/0';
/** Rows of a curve: enough to draw it. */
const CURVE_ROWS = 120;

/** Reports through `tell` how far it is, and resolves to the last report; null: it was given up. */
export function askCell(
  { pool, prepared, results: known, backend, signal }: Parts,
  { kind, place }: CellQuestion,
  tell: (answer: CellAnswer) => void,
): Promise<CellAnswer | null> {
  const lanes = prepared.lanes.filter(({ key }) =>
    kind === 'paths' ? key.endsWith(FIRST_TRAINING) : key.startsWith(`${place}/`),
  );
  const { at } = prepared.sweep.judging;
  const specs = lanes.map(({ spec, resultKey }) => {
    // Which rows they are does not depend on how long they train.
    if (kind === 'rows') return withOneEpoch(spec);
    return kind === 'curves' ? spec : endingAtJudged(spec, at, known.get(resultKey));
  });
  const wishes = wishesOf(kind, prepared, specs[0]?.training.epochs ?? 1);
  const results: LaneResult[] = [];
  let problem: string | null = null;
  tell({ place, results: null, share: 0, problem: null });
  return new Promise((resolve) => {
    const job = pool.start(
      { specs, wishes, backend },
      {
        laneTrained: (lane, result) => void (results[lane] = result),
        laneFailed: (_, failure) => void (problem = failure.message),
        progressed: (done) =>
          tell({ place, results: null, share: done / specs.length, problem: null }),
        finished: () => {
          const answer = { place, results: problem === null ? results : null, share: 1, problem };
          tell(answer);
          resolve(answer);
        },
      },
    );
    signal.addEventListener('abort', () => {
      job.cancel();
      resolve(null);
    });
  });
}

function wishesOf(kind: CellQuestion['kind'], { plan }: PreparedSweep, epochs: number): LaneWishes {
  switch (kind) {
    case 'test':
      return { ...plan.wishes, test: true };
    case 'curves':
      return { curveEvery: Math.max(1, Math.ceil(epochs / CURVE_ROWS)), best: null };
    case 'paths':
      return { ...plan.wishes, weights: true, moments: true };
    case 'rows':
      return { curveEvery: null, best: null, rowNumbers: true };
  }
}

function withOneEpoch(spec: LaneSpec): LaneSpec {
  return { ...spec, training: { ...spec.training, epochs: 1 } };
}
