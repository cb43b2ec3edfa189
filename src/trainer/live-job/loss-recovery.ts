/**
 * Lets a run outlive its device: it gets another, or what there is instead, goes back to its last save and
 * comes in silence to where it was.
 */
import type { BackendChoice, BackendReport } from '../../protocol/messages.ts';
import type { ActiveRun } from './active-run.ts';
import type { ChosenBackend } from '../backend.ts';

/** So often a device may be lost in one epoch until the run goes to one that cannot be. */
const MOST_LOSSES = 3;

export interface RecoveryParts {
  readonly choice: BackendChoice;
  readonly chooseBackend: (choice: BackendChoice) => Promise<ChosenBackend>;
  /** Told when a run goes on. */
  readonly resumed: (run: ActiveRun, backend: BackendReport) => void;
  /** Lets requests in when it is time; throws when the run is of no more use. */
  readonly breathe: () => Promise<void>;
}

export class LossRecovery {
  private readonly parts: RecoveryParts;
  private losses = 0;
  private lostAt = -1;

  constructor(parts: RecoveryParts) {
    this.parts = parts;
  }

  /**
   * Does something with a run and returns what it gave; null if the device was lost meanwhile: the run is
   * then where it was before.
   */
  async outlast<Result>(run: ActiveRun, act: () => Promise<Result>): Promise<Result | null> {
    try {
      return await act();
    } catch (error) {
      if (!run.isLost) throw error;
    }
    await this.replaceDevice(run);
    await this.catchUp(run);
    return null;
  }

  /** Trains again, unseen, what was shown before a loss. */
  async catchUp(run: ActiveRun): Promise<void> {
    run.endReplay();
    while (run.isCatchingUp) {
      await this.outlast(run, () => run.trainBurst());
      run.flush();
      await this.parts.breathe();
    }
  }

  private async replaceDevice(run: ActiveRun): Promise<void> {
    this.losses = run.epoch > this.lostAt ? 1 : this.losses + 1;
    this.lostAt = run.epoch;
    const isHopeless = this.losses > MOST_LOSSES;
    const choice = isHopeless ? 'wasm' : this.parts.choice;
    const { compute, report } = await this.parts.chooseBackend(choice);
    try {
      run.resume(compute);
    } catch (error) {
      if (!compute.isLost()) throw error;
      await this.replaceDevice(run);
      return;
    }
    const why = isHopeless ? `It was lost ${MOST_LOSSES} times in a row.` : report.reason;
    const reason = `The device was lost in epoch ${run.epoch + 1}; the run went on from the last checkpoint. ${why}`;
    this.parts.resumed(run, { ...report, reason });
  }
}
