/**
 * The way back after a loss: what was shown since the last save is trained again, unseen, with every live
 * change before the step at which it was made.
 */
import type { TrainingRun } from '../../engine/lanes/training-run.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { RunMoment, TimedChange } from '../../protocol/run-save.ts';

export class Replay {
  private readonly goal: RunMoment;
  private readonly changes: readonly TimedChange[];
  private made = 0;

  constructor(changes: readonly TimedChange[], goal: RunMoment) {
    this.changes = changes;
    this.goal = goal;
  }

  /** Changes not made again yet; some may be due later than what was shown. */
  get rest(): readonly TimedChange[] {
    return this.changes.slice(this.made);
  }

  /** The settings from this step on, where they change there, else null. */
  takeDue(runStep: number): Experiment | null {
    let due: Experiment | null = null;
    for (;;) {
      const next = this.changes[this.made];
      if (!next || next.runStep > runStep) return due;
      due = next.experiment;
      this.made += 1;
    }
  }

  /** The run is where it was seen, or has no lane left to get there. */
  hasArrived(run: TrainingRun): boolean {
    const { epoch, stepInEpoch } = this.goal;
    if (run.ended || run.epoch > epoch) return true;
    return run.epoch === epoch && run.epochProgress.stepInEpoch >= stepInEpoch;
  }
}
