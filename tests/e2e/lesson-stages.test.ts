/**
 * What lessons look at besides runs: each kind asks, computes and explains, and leads to the page that has it all. All
 * that takes its own button away is pressed by a key, and the focus must go on to what it led to.
 */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { focusedName, openPage } from './harness.ts';
import { findLayoutFaults } from './layout-faults.ts';

const SLOW = { timeout: 60_000 };
const open = (lesson: string) => openPage({ search: `?backend=wasm#/lessons/${lesson}` });

const isFocused = (element: Element) => element === document.activeElement;

/** The first option of each choice, and a value for everything else. */
async function predict(page: Page): Promise<void> {
  const questions = page.locator('fieldset');
  await questions.first().waitFor(SLOW);
  for (const question of await questions.all()) {
    const options = question.getByRole('radio');
    if ((await options.count()) > 0) await options.first().check();
    for (const slider of await question.getByRole('slider').all()) await slider.press('ArrowRight');
  }
}

const lock = (page: Page) => page.getByRole('button', { name: 'Lock my prediction and run' });

async function explain(page: Page): Promise<void> {
  await lock(page).press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Chart and figures');
  await page.getByText(/^What happened( in (your|this) run)?\.$/).waitFor(SLOW);
  const step = page.getByRole('status', { name: 'Lesson' });
  await expect.poll(() => step.textContent()).toMatch(/^Step 3 of 3, explain\. .*(You|you) /);
  expect(await focusedName(page)).toBe('Chart and figures');
}

/** The heading of the part whose question has the focus. */
const focusedPart = (page: Page) =>
  page.locator('section:focus').getByRole('heading', { level: 2 }).first().textContent();

/** What Tab comes to from here until the prediction can be locked. */
async function stopsBeforeLock(page: Page): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < 20) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement: element } = document;
      const isRing = element?.matches(':focus-visible') === true;
      return `${element?.tagName ?? ''} ${isRing ? '' : 'unseen '}${element?.textContent ?? ''}`;
    });
    if (stop === 'BUTTON Lock my prediction and run') return stops;
    stops.push(stop);
  }
  throw new Error(stops.join(', '));
}

test('two weights are computed as one looks', async () => {
  const { page, assertQuiet } = await open('diamond-and-circle');
  await predict(page);
  await explain(page);
  await page.getByText('what happened: w₂ = 0.25').waitFor();
  await page.getByRole('button', { name: /^Next: / }).press('Enter');
  await expect.poll(() => focusedPart(page)).toBe('Part 2 of 2: More and more of it');
  expect(await stopsBeforeLock(page)).toEqual(['INPUT ', 'INPUT ', 'INPUT ']);
  // The radio buttons of the second question are one stop; with nothing answered Lock leads to the first.
  await page.keyboard.press('Enter');
  expect(await page.getByRole('textbox', { name: 'Your prediction, λ' }).evaluate(isFocused)).toBe(
    true,
  );
  await predict(page);
  await explain(page);
  await page.getByRole('link', { name: 'Open the laboratory' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Two weights/ }).waitFor();
  await expect.poll(() => focusedName(page)).toBe('Settings');
  assertQuiet();
});

test('one network is measured under three rules', async () => {
  const { page, assertQuiet } = await open('one-scaling');
  await predict(page);
  await explain(page);
  const row = page.getByRole('row', { name: /× p = 0.2/ });
  const loss = await row.getByRole('cell').nth(1).textContent();
  await page.getByText(`at a loss of ${loss ?? ''}.`).waitFor();
  assertQuiet();
});

test('double descent is solved, and Adam’s paths are trained', async () => {
  const descent = await open('second-descent');
  await predict(descent.page);
  await explain(descent.page);
  descent.assertQuiet();
  const adam = await open('other-levers');
  await adam.page.getByRole('button', { name: /L2 inside Adam/ }).click();
  await predict(adam.page);
  await explain(adam.page);
  adam.assertQuiet();
});

test('a recorded run is there at once, and marked', async () => {
  const { page, assertQuiet } = await open('mnist-notebook');
  await predict(page);
  await explain(page);
  await page.getByText(/by this engine on WASM/).waitFor();
  const log = page.getByRole('region', { name: 'Log' });
  expect((await log.textContent()) ?? '').toContain('Epoch 5/5 - accuracy: 0.');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => findLayoutFaults(page), { timeout: 10_000 }).toEqual([]);
  await page.getByRole('button', { name: /^To the / }).press('Enter');
  await expect.poll(() => focusedName(page)).toMatch(/^(Explanation|Chart and figures)$/);
  assertQuiet();
});

test('a sweep is sketched, measured and opened with its results', async () => {
  const { page, assertQuiet } = await open('batch-norm');
  await page.getByRole('button', { name: /Learning rates/ }).click();
  await predict(page);
  await explain(page);
  await page.getByRole('button', { name: 'Open in Sweep' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Sweep' }).waitFor();
  // All of it is there: nothing is left to train.
  await expect
    .poll(() => page.getByRole('progressbar', { name: 'Trainings' }).getAttribute('aria-valuenow'))
    .toBe('14');
  await expect.poll(() => focusedName(page)).toBe('Start');
  assertQuiet();
});

test('many trainings can be cancelled, and the prediction made anew', async () => {
  const { page, assertQuiet } = await open('bias-and-variance');
  await predict(page);
  await lock(page).press('Enter');
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect.poll(() => focusedPart(page)).toBe('Part 1 of 2: Twenty training sets');
  await page.getByText('80 trainings wait for your prediction.').waitFor();
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  assertQuiet();
});
