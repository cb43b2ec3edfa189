/**
 * Notices when no event comes from the worker although one is expected. It only reports this: a slow device is not
 * a dead one.
 */
const SILENCE_MS = 20_000;

export class SilenceWatch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly tell: () => void;

  constructor(tell: () => void) {
    this.tell = tell;
  }

  /** An event is expected from now on. */
  expectEvent(): void {
    this.rest();
    this.timer = setTimeout(this.tell, SILENCE_MS);
  }

  rest(): void {
    clearTimeout(this.timer);
  }
}
