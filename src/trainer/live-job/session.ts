/**
 * One run from its order to its replacement: what it wants is its own and dies with it. What is done with
 * its run outlasts a lost device.
 */
import type { Experiment } from '../../experiment/experiment.ts';
import type { TrainingStatus } from '../../protocol/messages.ts';
import type { ActiveRun } from './active-run.ts';
import type { LossRecovery } from './loss-recovery.ts';
import type { Goal } from './run-outlook.ts';

export class Session {
  readonly runId: number;
  /** Aborted when another run is ordered, or when the user cancels the preparation. */
  readonly abort = new AbortController();
  replaced = false;
  isPrepared = false;
  run: ActiveRun | null = null;
  recovery: LossRecovery | null = null;
  goal: Goal = 'none';
  /** Live settings that came before there was a run. */
  settings: Experiment | null = null;
  /** Single batches asked for and not yet trained. */
  private batches = 0;
  /** Everything at the end was done. */
  private completed = false;

  constructor(runId: number) {
    this.runId = runId;
  }

  /** Asked anew after every wait: requests arrive in between. */
  wants(goal: Goal): boolean {
    return this.goal === goal;
  }

  aim(goal: Exclude<Goal, 'none'>): void {
    this.batches = goal === 'batch' ? this.batches + 1 : 0;
    this.goal = goal;
  }

  replace(): void {
    this.replaced = true;
    this.goal = 'none';
    this.abort.abort();
    this.run?.sender.close();
  }

  /** A burst or a batch; takes the goal away once reached, unless it has changed meanwhile. */
  async advance(run: ActiveRun): Promise<boolean> {
    if (this.wants('batch')) {
      const done = await run.trainBatch();
      this.batches -= 1;
      if (this.wants('batch') && this.batches <= 0) this.goal = 'none';
      return done;
    }
    const done = await run.trainBurst();
    if (done && this.wants('epoch')) this.goal = 'none';
    return done;
  }

  /** Where training rests; a wait of `spareMs` leaves time for them. */
  async showPictures(run: ActiveRun, spareMs: number): Promise<void> {
    const { pictures } = run;
    const rests = this.wants('none') || run.atEpochEnd;
    if (rests && (pictures.isAwaited || pictures.affords(spareMs))) await run.showPictures();
  }

  /** Does something with a run that rests; after a loss it first comes back to how it stood. */
  async outlast<Result>(act: (run: ActiveRun) => Promise<Result>): Promise<Result> {
    const { run, recovery } = this;
    if (!run || !recovery) throw new Error('There is no run.');
    for (;;) {
      const done = await recovery.outlast(run, async () => ({ result: await act(run) }));
      if (done) return done.result;
      // What was done at the end is undone by going back.
      this.completed = false;
      await this.conclude(run, recovery);
    }
  }

  /** Undoes what was done at the end of a run that is to train on. */
  async reopen(run: ActiveRun, recovery: LossRecovery): Promise<void> {
    if (!this.completed || run.finished || run.stopped) return;
    this.completed = false;
    await untilDone(recovery, run, () => {
      run.reopen();
      return recovery.catchUp(run);
    });
  }

  /** What is done once at the end of a run. */
  async conclude(run: ActiveRun, recovery: LossRecovery): Promise<void> {
    if (this.completed || !(run.finished || run.stopped)) return;
    await untilDone(recovery, run, () => run.finish());
    this.completed = true;
  }
}

/** Again after every loss. */
export async function untilDone(
  recovery: LossRecovery,
  run: ActiveRun,
  act: () => Promise<void>,
): Promise<void> {
  const done = () => act().then(() => true);
  while ((await recovery.outlast(run, done)) === null);
}

/** How a run stands that does not train. */
export function statusAtRest(run: ActiveRun): TrainingStatus {
  if (run.finished) return 'finished';
  return run.stopped ? 'stopped' : 'paused';
}
