/** Chromium by Playwright, as in the other tests of the page: what the other engines are held against. */
import { chromium } from 'playwright';
import { launchOptions } from '../../tools/find-browser.ts';
import { WINDOW } from './engine.ts';
import type { Engine } from './engine.ts';

export async function startChromium(): Promise<Engine> {
  const browser = await chromium.launch(launchOptions({ webgl: false }));
  const page = await browser.newPage({ viewport: WINDOW });
  return {
    name: `Chromium ${browser.version()}`,
    goTo: async (url) => {
      await page.goto(url);
    },
    evaluate: (run, ...args) =>
      page.evaluate<ReturnType<typeof run>>(`(${run.toString()})(...${JSON.stringify(args)})`),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
