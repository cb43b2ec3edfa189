/**
 * Keeps what a run goes on from when its worker is lost: the last save that came, and the live changes
 * made since. How far the run was seen to come is known from its figures.
 */
import type { KnownEnding } from '../../engine/lanes/lane-endings.ts';
import type { TrainerEvent } from '../../protocol/messages.ts';
import type { Resumption, RunSave } from '../../protocol/run-save.ts';
import type { Playground } from '../playground.ts';

export class RunKeeper {
  private save: RunSave | null = null;

  /** Another run was ordered. */
  forget(): void {
    this.save = null;
  }

  /** Returns whether the run is saved up to a later epoch than before. */
  take(event: TrainerEvent): boolean {
    if (event.type === 'settingsChanged' && this.save)
      this.save = { ...this.save, changes: [...this.save.changes, event.change] };
    if (event.type !== 'runSaved') return false;
    const before = this.save?.checkpoint?.epoch ?? -1;
    this.save = event.save;
    return (event.save.checkpoint?.epoch ?? -1) > before;
  }

  /** Null: none has come. */
  get last(): RunSave | null {
    return this.save;
  }

  /** A run goes on from here that another page has trained. */
  takeOver(save: RunSave): void {
    this.save = save;
  }

  /** Null: there is nothing to go on from. */
  resumption({ history, epoch, stepInEpoch }: Playground): Resumption | null {
    if (!this.save || !history) return null;
    const endings = new Map<number, KnownEnding>();
    history.lanes.forEach(({ end, restoredEpoch }, lane) => {
      if (end) endings.set(lane, { kind: end.kind, epoch: end.epoch, restoredEpoch });
    });
    return { save: this.save, shown: { epoch, stepInEpoch, endings } };
  }
}
