/**
 * How long the rest of a run takes, by its own pace: that of its last seconds, since a machine that is busy now was
 * perhaps not so before, nor when the run was estimated.
 */
interface Mark {
  readonly seconds: number;
  readonly trained: number;
}

/** The pace is taken over so long, or over the whole run while that is shorter. */
const WINDOW_SECONDS = 4;
/** Sooner it says nothing: workers are being started. */
const LEAST_SECONDS = 0.3;

export class PaceMeter {
  private marks: Mark[] = [{ seconds: 0, trained: 0 }];

  /** `seconds` of training since the run began, in which so much was `trained`, parts of trainings too. */
  note(seconds: number, trained: number): void {
    this.marks.push({ seconds, trained });
    // The last one that is a window old stays: the pace is counted from there.
    const old = this.marks.findLastIndex((mark) => mark.seconds <= seconds - WINDOW_SECONDS);
    if (old > 0) this.marks = this.marks.slice(old);
  }

  /** Until so many more are trained; null: it has no pace yet. */
  secondsFor(left: number): number | null {
    const [first, last] = [this.marks[0], this.marks.at(-1)];
    if (!first || !last || last.seconds < LEAST_SECONDS) return null;
    const trained = last.trained - first.trained;
    return trained > 0 ? ((last.seconds - first.seconds) / trained) * left : null;
  }
}
