/** An engine by W3C WebDriver, whatever carries its commands. https://www.w3.org/TR/webdriver2/ */
import { WINDOW } from './engine.ts';
import type { Engine } from './engine.ts';

/** The commands used here, by their names in Marionette; WebKit's driver has paths for them. */
export type Command =
  | 'Navigate'
  | 'ExecuteScript'
  | 'PerformActions'
  | 'TakeScreenshot'
  | 'GetWindowRect'
  | 'SetWindowRect';

export type Send = (command: Command, parameters: object) => Promise<unknown>;

export interface Session {
  readonly name: string;
  readonly send: Send;
  readonly close: () => Promise<void>;
}

export async function webdriverEngine({ name, send, close }: Session): Promise<Engine> {
  const evaluate: Engine['evaluate'] = async (run, ...args) => {
    const script = `return (${run.toString()})(...arguments[0]);`;
    return (await send('ExecuteScript', { script, args: [args] })) as ReturnType<typeof run>;
  };
  await fitWindow(send, await evaluate(() => [innerWidth, innerHeight] as const));
  return {
    ...{ name, close, evaluate },
    goTo: async (url) => {
      await send('Navigate', { url });
    },
    clickAt: async (x, y) => {
      const actions = [
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await send('PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    press: async (key) => {
      const value = KEYS[key] ?? key;
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await send('PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    screenshot: async () =>
      Buffer.from((await send('TakeScreenshot', { full: false })) as string, 'base64'),
  };
}

/** The window is larger than the page by its bars, which differ. */
async function fitWindow(send: Send, [width, height]: readonly [number, number]) {
  const rect = (await send('GetWindowRect', {})) as { width: number; height: number };
  await send('SetWindowRect', {
    width: WINDOW.width + rect.width - width,
    height: WINDOW.height + rect.height - height,
  });
}

/** Keys that write nothing have numbers in WebDriver. */
const KEYS: Readonly<Record<string, string>> = {
  Escape: '\uE00C',
};
