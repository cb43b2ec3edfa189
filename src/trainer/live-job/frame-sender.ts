/**
 * Sends results to the page with back-pressure: a new frame only after the last was taken, so that a
 * slow page gets fewer, larger frames and never a queue of old ones. Nothing is dropped.
 */
import { FIGURE_COUNT } from '../../figures/figures.ts';
import type { Frame, LaneEnd, LaneFrame } from '../../protocol/messages.ts';
import { viewBuffers } from '../../protocol/view-buffers.ts';
import type { LanePictures } from '../../protocol/views.ts';

const FRAME_INTERVAL_MS = 1000 / 60;
/** Of a lane, in one frame. */
const MOST_PICTURES = 8;

interface Pending {
  readonly rows: number[];
  /** For each of `rows`. */
  readonly answers: number[];
  current: Float64Array | null;
  currentAnswers: Int32Array;
  readonly pictures: LanePictures[];
  allTrainingRows: LaneFrame['allTrainingRows'];
  end: LaneEnd | null;
  restoredEpoch: number | null;
}

export type FrameMoment = Pick<Frame, 'epoch' | 'stepInEpoch' | 'stepsPerEpoch' | 'stepsPerSecond'>;

export class FrameSender {
  private pending: Pending[];
  private moment: FrameMoment = { epoch: 0, stepInEpoch: 0, stepsPerEpoch: 1, stepsPerSecond: NaN };
  private waiting = false;
  private dirty = false;
  private closed = false;
  private sentAt = -Infinity;
  private readonly waiters: (() => void)[] = [];
  private readonly send: (frame: Frame, transfer: Transferable[]) => void;

  constructor(lanes: number, send: (frame: Frame, transfer: Transferable[]) => void) {
    this.send = send;
    this.pending = Array.from({ length: lanes }, emptyPending);
  }

  /** A finished epoch of a lane; `row` has FIGURE_COUNT numbers. */
  addRow(lane: number, row: readonly number[], mislabelledAnswers: Int32Array): void {
    if (row.length !== FIGURE_COUNT)
      throw new Error(`A row of figures has ${FIGURE_COUNT} numbers.`);
    const pending = this.of(lane);
    pending.rows.push(...row);
    pending.answers.push(...mislabelledAnswers);
    clearCurrentOf(pending);
  }

  /** Figures in mid-epoch: they stand until the next finished epoch, or until `clearCurrent`. */
  setCurrent(lane: number, row: readonly number[], mislabelledAnswers: Int32Array): void {
    const pending = this.of(lane);
    pending.current = Float64Array.from(row);
    pending.currentAnswers = mislabelledAnswers;
  }

  /** Training goes on: what was measured in mid-epoch holds no longer. */
  clearCurrent(): void {
    this.pending.forEach(clearCurrentOf);
  }

  addPictures(lane: number, pictures: LanePictures): void {
    this.of(lane).pictures.push(pictures);
  }

  /** A page that falls behind gets pictures of fewer epochs. */
  get hasRoomForPictures(): boolean {
    return this.pending.every(({ pictures }) => pictures.length < MOST_PICTURES);
  }

  setAllTrainingRows(lane: number, figures: { loss: number; accuracy: number }): void {
    this.of(lane).allTrainingRows = figures;
  }

  endLane(lane: number, end: LaneEnd): void {
    this.of(lane).end = end;
  }

  /** Early stopping has restored an epoch; the lane now answers as it did then. */
  setRestoredEpoch(lane: number, epoch: number): void {
    this.of(lane).restoredEpoch = epoch;
  }

  /** Sends what has gathered, now or when the page has taken the last frame. */
  flush(moment: FrameMoment): void {
    this.moment = moment;
    this.dirty = true;
    if (!this.waiting) this.sendNow();
  }

  /** The page has taken the last frame; the next follows at most 60 times a second. */
  taken(): void {
    const wait = FRAME_INTERVAL_MS - (performance.now() - this.sentAt);
    setTimeout(
      () => {
        this.waiting = false;
        if (this.dirty) this.sendNow();
      },
      Math.max(0, Math.ceil(wait)), // timers drop fractions
    );
  }

  /** Resolves when all that was flushed has been sent, or nothing more will be. */
  sent(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.dirty || this.closed) resolve();
      else this.waiters.push(resolve);
    });
  }

  /** Sends nothing more: the page has asked for another run. */
  close(): void {
    this.closed = true;
    this.release();
  }

  private release(): void {
    for (const resolve of this.waiters.splice(0)) resolve();
  }

  private sendNow(): void {
    if (this.closed) return;
    const lanes = this.pending.map(({ answers, currentAnswers, ...pending }, lane) => ({
      lane,
      ...pending,
      rows: Float64Array.from(pending.rows),
      mislabelledAnswers: Int32Array.from([...answers, ...currentAnswers]),
    }));
    this.pending = this.pending.map(({ current, currentAnswers }) => ({
      ...emptyPending(),
      current,
      currentAnswers,
    }));
    this.dirty = false;
    this.waiting = true;
    this.sentAt = performance.now();
    this.send(
      { lanes, ...this.moment },
      lanes.flatMap((lane) => [lane.rows.buffer, ...viewBuffers(lane.pictures)]),
    );
    this.release();
  }

  private of(lane: number): Pending {
    const pending = this.pending[lane];
    if (!pending) throw new Error(`There is no lane ${lane}.`);
    return pending;
  }
}

function emptyPending(): Pending {
  return {
    rows: [],
    answers: [],
    current: null,
    currentAnswers: new Int32Array(0),
    pictures: [],
    allTrainingRows: null,
    end: null,
    restoredEpoch: null,
  };
}

function clearCurrentOf(pending: Pending): void {
  pending.current = null;
  pending.currentAnswers = new Int32Array(0);
}
