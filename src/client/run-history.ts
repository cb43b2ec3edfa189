/**
 * The figures of a run on the page's side: growing typed arrays outside the store, since they change
 * many times a second. Panels read columns; one publisher tells them when to look again.
 */
import { FIGURE_COUNT, FIGURE_INDEX, FIGURES } from '../figures/figures.ts';
import type { ArmId } from '../experiment/experiment.ts';
import type { FigureName, FigureRow } from '../figures/figures.ts';
import { PictureHistory } from './picture-history.ts';
import type { Frame, Lane, LaneEnd, LaneFrame, PreparedRun } from '../protocol/messages.ts';

const FIRST_ROWS = 64;
const NO_ANSWERS: Int32Array = new Int32Array(0);

/** Everything known of one lane: rows are finished epochs, row 0 being epoch 0. */
export class LaneHistory {
  readonly lane: Lane;
  end: LaneEnd | null = null;
  /** Loss and accuracy on every training row, once the run has finished; else null. */
  allTrainingRows: LaneFrame['allTrainingRows'] = null;
  /** Epoch whose weights early stopping has restored; its figures are the lane's result. */
  restoredEpoch: number | null = null;
  /** In mid-epoch after "Step one batch", else null. */
  current: FigureRow | null = null;
  private currentAnswers = NO_ANSWERS;
  /** [finished epoch]: class answered for each of the lane's mislabelled. */
  private readonly answers: Int32Array[] = [];
  private rows = new Float64Array(0);
  private count = 0;

  constructor(lane: Lane) {
    this.lane = lane;
  }

  /** Finished epochs held, epoch 0 included. */
  get length(): number {
    return this.count;
  }

  value(name: FigureName, index: number): number {
    return index >= 0 && index < this.count
      ? (this.rows[index * FIGURE_COUNT + FIGURE_INDEX[name]] ?? NaN)
      : NaN;
  }

  row(index: number): FigureRow | null {
    return index >= 0 && index < this.count ? figureRow(this.rows, index) : null;
  }

  /** The lane's figures: in mid-epoch if there are any, else of the epoch restored, or of the last. */
  get latest(): FigureRow | null {
    return this.current ?? this.row(this.restoredEpoch ?? this.count - 1);
  }

  /**
   * The lane's figures as they stood after an epoch; null: now. Where it had ended: those of its last epoch,
   * or of the one that it had restored.
   */
  at(epoch: number | null): FigureRow | null {
    return epoch === null ? this.latest : this.row(this.indexAt(epoch));
  }

  /** The lane as it stood after an epoch: nothing is in it of what came later. */
  upTo(epoch: number): LaneHistory {
    const then = new LaneHistory(this.lane);
    then.count = Math.min(this.count, epoch + 1);
    // Only read there, and rows that are over never change.
    then.rows = this.rows.subarray(0, then.count * FIGURE_COUNT);
    then.answers.push(...this.answers.slice(0, then.count));
    if (this.end && this.end.epoch <= epoch) {
      then.end = this.end;
      then.restoredEpoch = this.restoredEpoch;
    }
    return then;
  }

  private indexAt(epoch: number): number {
    const { end, restoredEpoch } = this;
    if (end && restoredEpoch !== null && epoch >= end.epoch) return restoredEpoch;
    return Math.min(epoch, this.count - 1);
  }

  /** Class answered for each of the lane's mislabelled at an epoch; null: now. */
  mislabelledAnswersAt(epoch: number | null): Int32Array {
    if (epoch === null && this.current) return this.currentAnswers;
    const index = epoch === null ? (this.restoredEpoch ?? this.count - 1) : this.indexAt(epoch);
    return this.answers[index] ?? NO_ANSWERS;
  }

  /**
   * Index of the highest (or lowest) finite value up to an epoch (null: the last), the first of equals;
   * -1 if there is none.
   */
  best(name: FigureName, direction: 'highest' | 'lowest', upTo: number | null = null): number {
    let best = -1;
    for (let i = 0; i < this.count && i <= (upTo ?? Infinity); i++) {
      const v = this.value(name, i);
      if (!Number.isFinite(v)) continue;
      const champion = best < 0 ? NaN : this.value(name, best);
      if (best < 0 || (direction === 'highest' ? v > champion : v < champion)) best = i;
    }
    return best;
  }

  /** Whether both hold the same epochs, and these figures in each are the same, NaN being like NaN. */
  hasSameFigures(other: LaneHistory, names: readonly FigureName[]): boolean {
    if (other.count !== this.count) return false;
    return names.every((name) => {
      // Of long runs these are many: no call for each.
      for (let i = FIGURE_INDEX[name]; i < this.count * FIGURE_COUNT; i += FIGURE_COUNT)
        if (!Object.is(this.rows[i], other.rows[i])) return false;
      return true;
    });
  }

  /** The lane trains on from its last epoch, unless it had ended before the others. */
  reopen(): void {
    this.allTrainingRows = null;
    if (!this.end) this.restoredEpoch = null;
  }

  /** All that is known of it but its pictures, as a frame. `lane`: its index. */
  wholeFrame(lane: number): LaneFrame {
    const answers = new Int32Array(this.answers.reduce((sum, { length }) => sum + length, 0));
    this.answers.reduce((at, one) => {
      answers.set(one, at);
      return at + one.length;
    }, 0);
    return {
      ...{ lane, rows: this.rows.slice(0, this.count * FIGURE_COUNT), current: null },
      ...{ mislabelledAnswers: answers, allTrainingRows: this.allTrainingRows },
      ...{ end: this.end, restoredEpoch: this.restoredEpoch, pictures: [] },
    };
  }

  append(frame: LaneFrame): void {
    const added = frame.rows.length / FIGURE_COUNT;
    const needed = (this.count + added) * FIGURE_COUNT;
    if (needed > this.rows.length) {
      const room = Math.max(needed, this.rows.length * 2, FIRST_ROWS * FIGURE_COUNT);
      const larger = new Float64Array(room);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows.set(frame.rows, this.count * FIGURE_COUNT);
    this.count += added;
    this.current = frame.current ? figureRow(frame.current, 0) : null;
    const blocks = added + (frame.current ? 1 : 0);
    const mislabelled = blocks === 0 ? 0 : frame.mislabelledAnswers.length / blocks;
    const block = (index: number) =>
      frame.mislabelledAnswers.subarray(index * mislabelled, (index + 1) * mislabelled);
    for (let index = 0; index < added; index++) this.answers.push(block(index));
    this.currentAnswers = block(added);
    if (frame.allTrainingRows) this.allTrainingRows = frame.allTrainingRows;
    if (frame.end) this.end = frame.end;
    if (frame.restoredEpoch !== null) this.restoredEpoch = frame.restoredEpoch;
  }
}

/** All lanes of a run. `subscribe` and `version` fit React's useSyncExternalStore. */
export class RunHistory {
  readonly run: PreparedRun;
  readonly lanes: readonly LaneHistory[];
  readonly pictures = new PictureHistory();
  readonly cutAt: number | null;
  private changes = 0;
  private readonly listeners = new Set<() => void>();

  /** `cutAt`: the epoch at which a reload cut it off, before which there are no pictures; null: none did. */
  constructor(run: PreparedRun, cutAt: number | null = null) {
    this.run = run;
    this.cutAt = cutAt;
    this.lanes = run.lanes.map((lane) => new LaneHistory(lane));
  }

  /** Counts the changes, most of them frames appended: a cheap snapshot to compare. */
  readonly version = (): number => this.changes;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The lanes of an arm, one a replicate, in their order; none if the run has no such arm. */
  lanesOf(armId: ArmId): readonly LaneHistory[] {
    return this.lanes.filter(({ lane }) => lane.armId === armId);
  }

  /** The run has finished and trains on. */
  reopen(): void {
    for (const lane of this.lanes) lane.reopen();
    this.tellChange();
  }

  /** All epochs so far: another history that it is appended to is the same, without pictures. */
  wholeFrame(epoch: number): Frame {
    const [first] = this.run.lanes;
    return {
      lanes: this.lanes.map((lane, index) => lane.wholeFrame(index)),
      ...{ epoch, stepInEpoch: 0, stepsPerEpoch: first?.stepsPerEpoch ?? 1, stepsPerSecond: NaN },
    };
  }

  append(frame: Frame): void {
    for (const lane of frame.lanes) {
      this.lanes[lane.lane]?.append(lane);
      for (const pictures of lane.pictures) this.pictures.append(lane.lane, pictures);
    }
    this.tellChange();
  }

  private tellChange(): void {
    this.changes += 1;
    for (const listener of this.listeners) listener();
  }
}

function figureRow(rows: Float64Array, index: number): FigureRow {
  const entries = FIGURES.map((name, i) => [name, rows[index * FIGURE_COUNT + i] ?? NaN]);
  return Object.fromEntries(entries) as FigureRow;
}
