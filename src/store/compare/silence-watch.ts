/** Notices when the worker says nothing where a word is due. A slow device is not dead: it only tells. */
const SILENCE_MS = 20_000;

export class SilenceWatch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly tell: () => void;

  constructor(tell: () => void) {
    this.tell = tell;
  }

  /** From now on a word is due. */
  expectWord(): void {
    this.rest();
    this.timer = setTimeout(this.tell, SILENCE_MS);
  }

  rest(): void {
    clearTimeout(this.timer);
  }
}
