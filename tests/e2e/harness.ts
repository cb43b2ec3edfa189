/**
 * Opens the built site in a real Chromium and listens to everything that should not happen.
 * Pages are closed after each test (close-pages.ts). Browsers serve all files, and Playwright ends them with the
 * process.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { expect, inject } from 'vitest';
import { launchOptions } from '../../tools/find-browser.ts';

interface OpenOptions {
  /** False: no WebGL context can be made, neither in the page nor in the worker. */
  webgl?: boolean;
  /** In place of the site's. */
  url?: string;
  /** False: the browser runs none. */
  scripts?: boolean;
  /** What follows the address: '?backend=webgl', '#s=…'. */
  search?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** The system's few colours in place of the page's, as high contrast has it. */
  forcedColors?: boolean;
  /** A finger instead of a mouse, as on a phone. */
  touch?: boolean;
  /** The site is kept for times without a network: 5 MB that other tests need not wait for. */
  keepsSite?: boolean;
}

interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** Console errors and warnings, uncaught errors, requests to other hosts, so far. */
  noise: string[];
  assertQuiet(): void;
}

const browsers = new Map<boolean, Promise<Browser>>();
const contexts: BrowserContext[] = [];

export async function closePages(): Promise<void> {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
}

/** A new visitor (empty storage) opens the site. */
export async function openPage({
  webgl = true,
  url = inject('siteUrl'),
  scripts = true,
  search = '',
  viewport = { width: 1440, height: 900 },
  colorScheme = 'light',
  forcedColors = false,
  touch = false,
  keepsSite = false,
}: OpenOptions = {}): Promise<OpenPage> {
  const browser = await sharedBrowser(webgl);
  const context = await browser.newContext({
    ...{ viewport, colorScheme, forcedColors: forcedColors ? 'active' : 'none' },
    ...{ hasTouch: touch, isMobile: touch, javaScriptEnabled: scripts },
  });
  contexts.push(context);
  const noise = listen(context, new URL(url).origin);
  if (!keepsSite) await context.addInitScript(removeServiceWorkers);
  const page = await context.newPage();
  await page.goto(url + search);
  return { page, context, noise, assertQuiet: () => expect(noise).toEqual([]) };
}

/** As in a browser that has none. Playwright's own way of blocking them warns on the console of the page. */
function removeServiceWorkers() {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
}

/**
 * Breaches of the accessibility rules that axe finds on the page, or in a part of it (a CSS selector), one
 * readable line each; [] is what we want.
 */
export async function findAccessibilityBreaches(page: Page, part = 'html'): Promise<string[]> {
  // Evaluated by the debugger, which the site's Content-Security-Policy does not bind.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource());
  await page.waitForFunction(() => document.getAnimations().length === 0); // half faded is pale
  return page.evaluate(async (selector) => {
    const { violations } = await globalThis.axe.run(selector, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) => `${id}: ${help} (${node.target.join(' ')})\n${node.failureSummary ?? ''}`,
      ),
    );
  }, part);
}

/** The name of what has the focus. */
export function focusedName(page: Page): Promise<string | null | undefined> {
  return page.evaluate(
    () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent,
  );
}

declare global {
  var axe: typeof axeCore;
}

/** Started anew if it has crashed: the tests after the one that suffered from it are not to blame. */
async function sharedBrowser(webgl: boolean): Promise<Browser> {
  const running = await browsers.get(webgl);
  if (running?.isConnected() === true) return running;
  const browser = chromium.launch(launchOptions({ webgl }));
  browsers.set(webgl, browser);
  return browser;
}

/** Collects from all pages and workers of a context what a quiet site never causes. */
function listen(context: BrowserContext, ownOrigin: string): string[] {
  const noise: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      noise.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => noise.push(`uncaught: ${String(error.error())}`));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== ownOrigin)
      noise.push(`request to another host: ${request.url()}`);
  });
  return noise;
}

const axeSource = () =>
  readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
