/**
 * Which lanes end before the others, when, and what they answer with from then on: those that diverged,
 * and those that early stopping ends.
 */
import type { RunCheckpoint } from './checkpoint.ts';
import { PatienceWatch } from './early-stopping.ts';
import type { LaneState } from './lane-state.ts';
import type { LanePlan } from './lanes.ts';
import type { LaneFigures } from '../measuring/measuring.ts';

/** How a lane ended before the others. */
export interface LaneEnding {
  readonly kind: 'diverged' | 'stoppedEarly';
  /** Epoch whose weights and statistics were restored; null: none. */
  readonly restoredEpoch: number | null;
}

/** An ending that was shown, and the last epoch that the lane trained. */
export interface KnownEnding extends LaneEnding {
  readonly epoch: number;
}

export interface EpochVerdict {
  readonly ends: ReadonlyMap<number, LaneEnding>;
  /** Lanes for which this is the epoch that would be restored. */
  readonly improved: ReadonlySet<number>;
}

/** What a checkpoint holds of it. */
type Kept = Pick<RunCheckpoint, 'patience' | 'best' | 'stopped'>;

const UNWATCHED = { bestValue: NaN, bestEpoch: -1 };

export class LaneEndings {
  /** State at the best epoch so far, of lanes that will put it back. */
  readonly best = new Map<number, LaneState>();
  /** What lanes that lost patience ended with. */
  readonly stopped = new Map<number, LaneState>();
  private readonly watches: readonly (PatienceWatch | null)[];

  constructor(plans: readonly LanePlan[]) {
    this.watches = plans.map(({ stop }) => stop && new PatienceWatch(stop));
  }

  /**
   * Looks at the figures of a finished epoch. Where it was shown before, on a backend that may have
   * rounded otherwise, lanes end as they were seen to end (`known`), and no others do.
   */
  judge(
    epoch: number,
    figures: ReadonlyMap<number, LaneFigures>,
    known: ReadonlyMap<number, KnownEnding> | null,
  ): EpochVerdict {
    const ends = new Map<number, LaneEnding>();
    const improved = new Set<number>();
    for (const [lane, one] of figures) {
      const own = this.judgeLane(lane, epoch, one);
      const seen = known?.get(lane);
      const end = known ? (seen?.epoch === epoch ? seen : undefined) : own.end;
      if (end) ends.set(lane, { kind: end.kind, restoredEpoch: end.restoredEpoch });
      const restored = seen?.restoredEpoch ?? null;
      if (restored === null ? own.improved : restored === epoch) improved.add(lane);
    }
    return { ends, improved };
  }

  /** Epoch that the lane would restore now; null: none. */
  restoredEpoch(lane: number): number | null {
    const watch = this.watches[lane];
    return watch?.rule.restoreBest === true && watch.bestEpoch >= 0 ? watch.bestEpoch : null;
  }

  /** The lane trains no more; `state` is what it has now. */
  end(lane: number, { kind }: LaneEnding, state: LaneState): void {
    if (kind === 'stoppedEarly') this.stopped.set(lane, this.best.get(lane) ?? state);
    this.best.delete(lane);
  }

  keep(): Kept {
    const patience = this.watches.map((watch) => watch?.patienceState ?? null);
    return { patience, best: new Map(this.best), stopped: new Map(this.stopped) };
  }

  /** Null: back to the start. */
  resume(kept: Kept | null): void {
    this.watches.forEach((watch, lane) => watch?.resume(kept?.patience[lane] ?? UNWATCHED));
    replaceAll(this.best, kept?.best);
    replaceAll(this.stopped, kept?.stopped);
  }

  private judgeLane(
    lane: number,
    epoch: number,
    figures: LaneFigures,
  ): { readonly end: LaneEnding | undefined; readonly improved: boolean } {
    if (!figures.finite) return { end: { kind: 'diverged', restoredEpoch: null }, improved: false };
    const watch = this.watches[lane];
    const seen = watch && epoch > 0 ? watch.observe(epoch, figures[watch.rule.metric]) : 'waiting';
    const restoredEpoch = this.restoredEpoch(lane);
    return {
      end: seen === 'stop' ? { kind: 'stoppedEarly', restoredEpoch } : undefined,
      improved: seen === 'improved' && watch?.rule.restoreBest === true,
    };
  }
}

function replaceAll<Value>(map: Map<number, Value>, by: ReadonlyMap<number, Value> = new Map()) {
  map.clear();
  for (const [key, value] of by) map.set(key, value);
}
