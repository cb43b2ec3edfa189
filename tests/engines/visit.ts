/** The page in one engine, by the names of what is on it. */
import type { Engine } from './engine.ts';
import { retry } from './retry.ts';

declare global {
  /** Errors, warnings and breaches of the policy, so far. */
  var noise: string[];
}

export class Visit {
  readonly engine: Engine;
  private readonly siteUrl: string;

  constructor(engine: Engine, siteUrl: string) {
    this.engine = engine;
    this.siteUrl = siteUrl;
  }

  /** On WASM, the one backend that has the same bits everywhere. From now on errors are listened to. */
  async open(hash = ''): Promise<void> {
    await this.engine.goTo(`${this.siteUrl}?backend=wasm${hash}`);
    await this.evaluate(listenToErrors);
  }

  noise(): Promise<string[]> {
    return this.evaluate(() => window.noise);
  }

  /** Presses the element with this name, or else one whose name begins with it, once it has stopped moving. */
  async click(selector: string, name: string): Promise<void> {
    let before = '';
    const [x, y] = await retry(async () => {
      const middle = await this.evaluate(middleOf, selector, name);
      if (middle === null) throw new Error(`There is no "${name}" (${selector}) to press.`);
      const isAtRest = before === String(middle);
      before = String(middle);
      if (!isAtRest) throw new Error(`"${name}" (${selector}) does not come to rest.`);
      return middle;
    });
    await this.engine.clickAt(x, y);
  }

  evaluate: Engine['evaluate'] = (run, ...args) => this.engine.evaluate(run, ...args);

  /** Waits until the condition holds; `what` names it in the error if it never does. */
  async until<Args extends readonly unknown[]>(
    what: string,
    isSo: (...args: Args) => boolean,
    ...args: Args
  ): Promise<void> {
    await retry(async () => {
      if (!(await this.evaluate(isSo, ...args))) throw new Error(`It never came to this: ${what}.`);
    });
  }

  untilStatus(status: string): Promise<void> {
    return this.until(
      `the training status is "${status}"`,
      (wanted) => document.querySelector('[aria-label="Training status"]')?.textContent === wanted,
      status,
    );
  }
}

function listenToErrors() {
  const noise: string[] = [];
  window.noise = noise;
  addEventListener('error', ({ message }) => {
    // Such a message is harmless: the observers hear of the new size in the next frame instead, late on a busy
    // machine.
    if (!message.startsWith('ResizeObserver loop')) noise.push(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => noise.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    noise.push(`${violatedDirective} forbids ${blockedURI}`),
  );
  for (const level of ['error', 'warn'] as const)
    console[level] = (...words: unknown[]) => noise.push(words.map(String).join(' '));
}

/** The middle of what is so named, once it has been scrolled into view; null while a press would miss it. */
function middleOf(selector: string, name: string): [number, number] | null {
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
  const shown = [...document.querySelectorAll(selector)].filter(
    (element) => element.getClientRects().length > 0,
  );
  const found =
    shown.find((element) => nameOf(element) === name) ??
    shown.find((element) => nameOf(element).startsWith(name));
  if (!found) return null;
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = found.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  return found.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
}
