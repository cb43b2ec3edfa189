/**
 * `npm run measure:page`: whether the page stays smooth while it trains. Opens the built site in a headless
 * Chromium, trains four arms with charts and a microscope panel open, presses keys meanwhile, and reads
 * Chromium's own trace. Prints one JSON object a line: the initial JavaScript, then each panel and pace.
 * `-- --seconds 5` sets how long each is watched, `-- --panel "Weights"` selects one, and with `-- --sweep` a
 * sweep trains behind it all the while. `-- --bias-variance` watches that page instead, from Start to the last of
 * 500 networks, while a slider is moved by keys. Figures are printed, never asserted: they are the machine's too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { TRAINING_SCHEMA } from '../src/experiment/experiment.ts';
import { launchOptions } from './find-browser.ts';
import { serveBuiltSite } from './serve-built-site.ts';

const LONG_TASK_MS = 50;
const KEY_INTERVAL_MS = 400;
const PACES = ['5 epochs / s', 'full speed'] as const;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    panel: { type: 'string' },
    sweep: { type: 'boolean' },
    'bias-variance': { type: 'boolean' },
  },
});
const watchMs = 1000 * Number(values.seconds);

/** What index.html asks for before anything is pressed; charts and worker come later. */
function initialScript(folder: string) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
    ([, f]) => f ?? '',
  );
  const gzipBytes = files.map((file) => gzipSync(readFileSync(join(folder, file))).length);
  const kB = gzipBytes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
  return { initialScriptFiles: files.length, initialScriptGzipKB: Number(kB.toFixed(1)) };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, by the clock and by the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** A task's duration in ms; where training has every core, most of it is waiting for one. */
interface Task {
  readonly ms: number;
  readonly cpuMs: number;
}

/** The tasks of the page's main thread, the longest first. */
function mainThreadTasks(trace: Buffer): Task[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const tasks = traceEvents.filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'));
  const key = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  // Of several renderers the page's is the busy one.
  const times = mains.map((main) =>
    tasks
      .filter((task) => key(task) === key(main))
      .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, cpuMs: tdur / 1000 })),
  );
  const busiest = times.toSorted((a, b) => totalMs(b) - totalMs(a))[0] ?? [];
  return busiest.toSorted((a, b) => b.ms - a.ms);
}

function totalMs(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { ms }) => sum + ms, 0);
}

/** In the page: how long each key press took until the next paint. */
function watchInput() {
  const durations: number[] = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown') durations.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  let frames = 0;
  const count = () => {
    frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  Object.assign(globalThis, { readInput: () => ({ durations, frames }) });
}

declare global {
  function readInput(): { durations: number[]; frames: number };
}

async function openFourArms(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  const status = page.getByRole('status', { name: 'Training status' });
  await status.filter({ hasText: /^ready$/ }).waitFor({ state: 'attached' });
  for (let arms = 2; arms < 4; arms++) {
    await page.getByRole('button', { name: 'Add arm', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('listitem').nth(arms).getByRole('button').click();
  }
  const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
  // More than the fastest machine trains meanwhile.
  await epochs.fill(String(TRAINING_SCHEMA.epochs.max));
  await epochs.press('Enter');
  await page.waitForTimeout(500);
  await status.filter({ hasText: /^ready$/ }).waitFor({ state: 'attached' });
  return page;
}

/** Starts a sweep that lasts longer than anything is watched, and goes back to Compare. */
async function startSweep(page: Page) {
  await page.getByRole('link', { name: 'Sweep' }).click();
  const seeds = page.getByRole('textbox', { name: 'Seeds', exact: true });
  await seeds.fill('10');
  await seeds.press('Enter');
  const folds = page.getByRole('textbox', { name: 'Folds', exact: true });
  await folds.fill('10');
  await folds.press('Enter');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('link', { name: 'Compare' }).click();
}

async function measure(browser: Browser, page: Page, panel: string, pace: string) {
  await page.getByRole('combobox', { name: 'Pace' }).selectOption({ label: pace });
  await page.getByRole('radio', { name: panel, exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.waitForTimeout(1000);
  await page.evaluate(watchInput);
  // A slider that changes nothing in training, and redraws every chart and panel: the hardest input.
  await page.getByRole('slider', { name: 'Epoch on show' }).focus();
  const figures = await watch(browser, page, () => false);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  return { panel, pace, ...figures };
}

/** Presses a key now and then, until the time is up or there is nothing more to watch. */
async function watch(browser: Browser, page: Page, isOver: () => boolean | Promise<boolean>) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  const startedAt = performance.now();
  while (performance.now() - startedAt < watchMs && !(await isOver())) {
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(KEY_INTERVAL_MS);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const { durations, frames } = await page.evaluate(() => readInput());
  const tasks = mainThreadTasks(await browser.stopTracing());
  const rounded = (ms: number | undefined) => Number((ms ?? 0).toFixed(1));
  return {
    ...{ tasks: tasks.length, longestTaskMs: rounded(tasks[0]?.ms) },
    tasksOver50Ms: tasks.filter(({ ms }) => ms > LONG_TASK_MS).length,
    secondLongestTaskMs: rounded(tasks[1]?.ms),
    mostCpuMsOfATask: rounded(Math.max(0, ...tasks.map(({ cpuMs }) => cpuMs))),
    busyShare: Number((totalMs(tasks) / 1000 / seconds).toFixed(2)),
    framesPerSecond: rounded(frames / seconds),
    slowestInputMs: rounded(Math.max(0, ...durations)),
  };
}

/** Five values of 100 training sets each, with every fit drawn as it comes. */
async function measureBiasVariance(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}#/bias-variance`);
  const sets = page.getByRole('textbox', { name: 'Training sets', exact: true });
  await sets.fill('100');
  await sets.press('Enter');
  const status = page.getByRole('status', { name: 'Bias–variance status' });
  await page.waitForTimeout(2000);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const pressedAt = performance.now();
  await page
    .getByText(/^bias² /)
    .first()
    .waitFor();
  const firstFitsMs = Math.round(performance.now() - pressedAt);
  await page.evaluate(watchInput);
  await page.getByRole('slider', { name: 'Picture 1: value shown' }).focus();
  const figures = await watch(browser, page, async () =>
    ((await status.textContent()) ?? '').startsWith('finished'),
  );
  return { page: 'bias-variance', firstFitsMs, ...figures, status: await status.textContent() };
}

const site = await serveBuiltSite();
const browser = await chromium.launch(launchOptions({ webgl: false }));
try {
  console.log(JSON.stringify(initialScript(site.folder)));
  if (values['bias-variance'] === true) {
    console.log(JSON.stringify(await measureBiasVariance(browser, site.url)));
  } else await measureCompare();
} finally {
  await browser.close();
  await site.close();
}

async function measureCompare() {
  const page = await openFourArms(browser, site.url);
  if (values.sweep === true) await startSweep(page);
  const labels = await page
    .getByRole('group', { name: 'Look at' })
    .getByRole('radio')
    .evaluateAll((radios) =>
      radios.map((radio) => radio.closest('label')?.textContent.trim() ?? ''),
    );
  for (const panel of labels.filter(
    (label) => values.panel === undefined || label === values.panel,
  ))
    for (const pace of PACES)
      console.log(JSON.stringify(await measure(browser, page, panel, pace)));
}
