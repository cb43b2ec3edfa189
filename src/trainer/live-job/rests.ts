/** When the worker rests from training: for its pace, until a request wakes it, and to hear requests at all. */
const BREATHE_MS = 25;

export class Rests {
  private readonly letMessagesIn: () => Promise<void>;
  private breathedAt = 0;
  private endSleep: () => void = () => undefined;

  constructor(letMessagesIn: () => Promise<void>) {
    this.letMessagesIn = letMessagesIn;
  }

  /** Ends a sleep, if there is one. */
  wake(): void {
    this.endSleep();
  }

  sleep(durationMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, durationMs);
      this.endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  get isBreathDue(): boolean {
    return performance.now() - this.breathedAt > BREATHE_MS;
  }

  async breathe(): Promise<void> {
    await this.letMessagesIn();
    this.breathedAt = performance.now();
  }
}
