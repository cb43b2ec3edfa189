/**
 * The one throttle between the worker of a live run and a pixel: it holds a frame until the page wants to look
 * again. The worker sends the next frame only after this one was taken, and merges meanwhile; history, charts,
 * cards and verdict follow what is delivered, and so the gate sets the rhythm of the whole page.
 */
import type { Frame } from '../protocol/messages.ts';

export class FrameGate {
  private held: Frame | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private deliveredAtMs = -Infinity;
  private readonly deliver: (frame: Frame) => void;
  private readonly intervalMs: number;

  constructor(deliver: (frame: Frame) => void, intervalMs: number) {
    this.deliver = deliver;
    this.intervalMs = intervalMs;
  }

  /** Delivers at once if the last delivery is long enough ago (or `hurry`), else when it is. */
  offer(frame: Frame, hurry: boolean): void {
    this.flush();
    this.held = frame;
    const waitMs = this.deliveredAtMs + this.intervalMs - performance.now();
    if (hurry || waitMs <= 0) this.flush();
    else this.timer = setTimeout(() => this.flush(), waitMs);
  }

  /** Delivers what is held, now. */
  flush(): void {
    const frame = this.held;
    this.clear();
    if (!frame) return;
    this.deliveredAtMs = performance.now();
    this.deliver(frame);
  }

  /** Forgets what is held. */
  clear(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.held = null;
  }
}
