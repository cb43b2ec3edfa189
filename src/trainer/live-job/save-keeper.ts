/**
 * Keeps what a run goes on from when its device or its worker is lost. The last save stays with the
 * worker; a copy goes to the page, never before the frame that shows its epoch.
 */
import type { TrainerEvent } from '../../protocol/messages.ts';
import { saveBuffers } from '../../protocol/run-save.ts';
import type { RunSave, TimedChange } from '../../protocol/run-save.ts';
import type { FrameSender } from './frame-sender.ts';

/** Not more often, and not for a larger share of the time: a save reads every weight back. */
const SAVE_MS = 2000;
const SHARE_OF_TIME = 0.05;
/**
 * Copies above the first size go to the page seldom, and above the second not at all: then what the page
 * had before is all there is, and the rest is trained again.
 */
const LARGE_BYTES = 64 * 2 ** 20;
const LARGE_COPY_MS = 60_000;
const MOST_BYTES = 256 * 2 ** 20;

/** What the keeper tells the page, without the run that it is about. */
export type SaveEvent =
  | Omit<Extract<TrainerEvent, { type: 'runSaved' }>, 'runId'>
  | Omit<Extract<TrainerEvent, { type: 'settingsChanged' }>, 'runId'>;

export class SaveKeeper {
  private save: RunSave;
  private dueAt = 0;
  private copyDueAt = 0;
  private readonly sender: FrameSender;
  private readonly report: (event: SaveEvent, transfer: Transferable[]) => void;

  constructor(
    first: RunSave,
    sender: FrameSender,
    report: (event: SaveEvent, transfer: Transferable[]) => void,
  ) {
    this.save = first;
    this.sender = sender;
    this.report = report;
  }

  get last(): RunSave {
    return this.save;
  }

  get isDue(): boolean {
    return performance.now() >= this.dueAt;
  }

  addChange(change: TimedChange): void {
    this.save = { ...this.save, changes: [...this.save.changes, change] };
    this.report({ type: 'settingsChanged', change }, []);
  }

  /** Takes a save and keeps it in place of the last, unless taking it fails. */
  async keep(take: () => Promise<RunSave>): Promise<void> {
    const before = performance.now();
    this.save = await take();
    const now = performance.now();
    this.dueAt = now + Math.max(SAVE_MS, (now - before) / SHARE_OF_TIME);
    if (now < this.copyDueAt) return;
    const bytes = saveBuffers(this.save).reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (bytes > MOST_BYTES) return;
    this.copyDueAt = bytes > LARGE_BYTES ? now + LARGE_COPY_MS : 0;
    const { checkpoint } = this.save;
    void this.sender.sent().then(() => {
      // A later one has a promise of its own, and may not have been shown yet.
      if (this.save.checkpoint === checkpoint) this.sendCopy();
    });
  }

  /** With the live changes made since. */
  private sendCopy(): void {
    try {
      const copy = structuredClone(this.save);
      this.report({ type: 'runSaved', save: copy }, saveBuffers(copy));
    } catch (error) {
      // No memory for a copy: the page goes on with the one it has.
      if (!(error instanceof RangeError)) throw error;
    }
  }
}
