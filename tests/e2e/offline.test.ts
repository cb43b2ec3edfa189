/** Without a network: what was kept opens and trains, a class goes on, and a newer version waits until it is asked for. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';
import { relaySite } from './relay.ts';
import type { Relay } from './relay.ts';

const SLOW = { timeout: 60_000 };
let relay: Relay;
beforeAll(async () => {
  relay = await relaySite(inject('siteUrl'));
});
afterAll(() => relay.close());

const kept = (page: Page) => page.getByText('This browser keeps the page').waitFor(SLOW);

test('a class goes on without a network, on a page that was opened once', async () => {
  const { page, context, assertQuiet } = await openPage({
    ...{ url: relay.url, keepsSite: true, search: '?backend=wasm#/lessons/teachers' },
  });
  await kept(page);
  await page.getByText(/Data are kept as they are used, \d\.\d of 14\.\d MB/).waitFor();
  await page.getByRole('button', { name: 'Keep all data' }).click();
  await page.getByText('It keeps all data too.').waitFor(SLOW);
  await page.close();

  relay.isDown = true;
  const other = await context.newPage();
  // Neither this lesson nor its data were ever opened here.
  await other.goto(`${relay.url}?backend=wasm#/lessons/learning-by-heart?seat=23`);
  await other.getByRole('radio').nth(2).check(SLOW);
  await other.getByRole('button', { name: 'Lock my prediction and run' }).click();
  await other.getByRole('combobox', { name: 'Pace' }).selectOption('full speed');
  const line = await other.getByLabel('Your line for the class').inputValue(SLOW);
  await other.evaluate(() => void (location.hash = '#/lessons/class'));
  await other.getByRole('textbox', { name: /Paste the lines/ }).fill(line);
  await other.getByText('1 seat is counted.').waitFor();
  // A recorded run, and what trains in other workers.
  await other.evaluate(() => void (location.hash = '#/lessons/mnist-notebook'));
  await other.getByRole('button', { name: 'Lock my prediction and run' }).waitFor(SLOW);
  await other.evaluate(() => void (location.hash = '#/lessons/choose-by-evidence'));
  await other.getByText(/wait for your prediction/).waitFor(SLOW);
  assertQuiet();
});

test('a newer version waits until it is asked for, and settings stay', async () => {
  relay.isDown = false;
  const { page, assertQuiet } = await openPage({
    ...{ url: relay.url, keepsSite: true, search: '?backend=wasm' },
  });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, SLOW);
  await compare.setField('Epochs', '7');
  await compare.settle();
  relay.changed.set('/sw.js', (script) => `${script}\n// A newer version.\n`);
  await page.reload();
  await page.getByText('A newer version of the playground is here.').waitFor(SLOW);
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Load it' }).click(),
  ]);
  await compare.waitFor('ready');
  expect(await compare.field('Epochs').inputValue()).toBe('7');
  expect(await page.getByText('A newer version of the playground is here.').count()).toBe(0);
  assertQuiet();
  // What is a file stays one; the browser asks for an icon of it that there is not.
  await page.goto(`${relay.url}data/README.md`);
  expect(await page.locator('body').textContent()).toContain('# The data');
});
