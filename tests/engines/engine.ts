/** A browser under test, as much of it as a walk through the page needs; the same for every engine. */
export interface Engine {
  /** With its version, as it tells it: "Firefox 153.8". */
  readonly name: string;
  goTo(url: string): Promise<void>;
  /** Runs a function in the page. It sees nothing of what is around it here. */
  evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result>;
  /** With the mouse, at a place in the window. */
  clickAt(x: number, y: number): Promise<void>;
  press(key: string): Promise<void>;
  /** As PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** Size of the page, in pixels. */
export const WINDOW = { width: 1440, height: 900 };
