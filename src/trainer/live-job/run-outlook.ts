/** Tells, now and then, how long a run still takes, and how far a measurement is. */
import type { OnShare } from '../../engine/measuring/measured-share.ts';
import type { Pace, RunProgress } from '../../protocol/messages.ts';
import type { RunMoment } from '../../protocol/run-save.ts';
import { RunCosts } from './run-costs.ts';
import type { WorkLeft } from './run-costs.ts';

const TELL_INTERVAL_MS = 200;

/** What is being done to a run: nothing, or training until a goal. */
export type Goal = 'none' | 'end' | 'epoch' | 'batch';

/** What is wanted of a run at this moment. */
export interface Wanted {
  readonly goal: Goal;
  readonly pace: Pace;
}

/** How far the lane furthest behind is. */
interface TimedMoment extends RunMoment {
  readonly stepsPerEpoch: number;
}

export interface OutlookParts {
  readonly wanted: () => Wanted;
  readonly tell: (progress: RunProgress) => void;
  /** Lets requests in when it is time; throws when the run is of no more use. */
  readonly breathe: () => Promise<void>;
  readonly moment: () => TimedMoment;
  /** Epochs of the whole run. */
  readonly epochs: number;
  /** Rows that are measured after training, as a share of those measured after an epoch. */
  readonly closing: number;
}

export class RunOutlook {
  private readonly parts: OutlookParts;
  private readonly costs = new RunCosts();
  private reached = 0;
  private toldAt = -Infinity;

  constructor(parts: OutlookParts) {
    this.parts = parts;
  }

  /** Steps are about to be taken. */
  beginSteps(): void {
    this.reached = epochsDone(this.parts.moment());
  }

  /** They were taken, in so long. */
  stepped(elapsedMs: number): void {
    const moment = this.parts.moment();
    this.costs.addSteps(elapsedMs, epochsDone(moment) - this.reached);
    // An epoch's end is told by its measurement.
    if (moment.stepInEpoch > 0) this.tell(null, this.workLeft(null));
  }

  /** Measures all lanes after an epoch or within one; it is told on the way. */
  async measure<Result>(act: (onShare: OnShare) => Promise<Result>): Promise<Result> {
    const startedAt = performance.now();
    const result = await act((share) => {
      this.tell(share, this.workLeft(share));
      return this.parts.breathe();
    });
    this.costs.addMeasurement(performance.now() - startedAt);
    return result;
  }

  /** The same after training, on other rows. */
  measureLast<Result>(act: (onShare: OnShare) => Promise<Result>): Promise<Result> {
    return act((share) => {
      this.tell(share, { epochs: 0, measurements: (1 - share) * this.parts.closing });
      return this.parts.breathe();
    });
  }

  private tell(measured: number | null, left: WorkLeft | null): void {
    const now = performance.now();
    if (now - this.toldAt < TELL_INTERVAL_MS) return;
    this.toldAt = now;
    const { pace } = this.parts.wanted();
    const paceSeconds = pace === null ? 0 : 1 / pace;
    this.parts.tell({
      measured,
      epochSeconds: Math.max(this.costs.epochSeconds, paceSeconds),
      secondsLeft: left ? this.costs.secondsFor(left, paceSeconds) : NaN,
    });
  }

  /** `measured`: the share of the measurement under way, if there is one. Null where nothing lasts. */
  private workLeft(measured: number | null): WorkLeft | null {
    const { goal } = this.parts.wanted();
    if (goal === 'none' || goal === 'batch') return null;
    const moment = this.parts.moment();
    const underWay = measured === null ? 0 : 1 - measured;
    if (goal === 'epoch') {
      const epochs = measured === null ? 1 - moment.stepInEpoch / moment.stepsPerEpoch : 0;
      return { epochs, measurements: Math.ceil(epochs) + underWay };
    }
    const epochs = Math.max(0, this.parts.epochs - epochsDone(moment));
    return { epochs, measurements: Math.ceil(epochs) + underWay + this.parts.closing };
  }
}

function epochsDone({ epoch, stepInEpoch, stepsPerEpoch }: TimedMoment): number {
  return epoch + stepInEpoch / stepsPerEpoch;
}
