/**
 * How long something has trained. A tab in the background may be frozen for hours: a gap between two ticks that
 * is much longer than they are apart is not counted.
 */
const TICK_MS = 250;
const LONGEST_GAP_MS = 3_000;

export class TrainingClock {
  private readonly onTick: () => void;
  private milliseconds = 0;
  private lastMs: number | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(onTick: () => void) {
    this.onTick = onTick;
  }

  get seconds(): number {
    return this.milliseconds / 1000;
  }

  start(): void {
    if (this.timer !== null) return;
    this.lastMs = performance.now();
    this.timer = setInterval(() => {
      this.count();
      this.onTick();
    }, TICK_MS);
  }

  stop(): void {
    if (this.timer === null) return;
    this.count();
    clearInterval(this.timer);
    this.timer = null;
  }

  reset(): void {
    this.milliseconds = 0;
    this.lastMs = performance.now();
  }

  private count(): void {
    const now = performance.now();
    const gap = now - (this.lastMs ?? now);
    if (gap <= LONGEST_GAP_MS) this.milliseconds += gap;
    this.lastMs = now;
  }
}
