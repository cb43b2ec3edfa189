/** Lessons as a student goes through them: by mouse, by keyboard alone, on a phone, and again another day. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, focusedName, openPage } from './harness.ts';
import { findLayoutFaults } from './layout-faults.ts';

const SLOW = { timeout: 60_000 };
const FIRST = '#/lessons/learning-by-heart';
const open = (options: Parameters<typeof openPage>[0] = {}) =>
  openPage({ search: `?backend=wasm${FIRST}`, ...options });

const lock = (page: Page) => page.getByRole('button', { name: 'Lock my prediction and run' });
const explained = (page: Page) => page.getByText('What happened in your run.').waitFor(SLOW);

test('a prediction is asked for, locked, and explained with the figures of the run', async () => {
  const { page, assertQuiet } = await open();
  const question = page.getByRole('group', { name: /Validation accuracy, 8\d .*now, will/ });
  await question.waitFor(SLOW);
  await page.getByText('The run waits for your prediction.').waitFor();
  // Nothing that gives the answer away.
  expect(await page.getByText('best', { exact: true }).count()).toBe(0);
  expect(await page.getByText('wrong labels believed').count()).toBe(0);
  // Of every epoch before the question the status would be read out twice.
  expect(await page.getByRole('status', { name: 'Training status' }).count()).toBe(0);
  expect(await lock(page).getAttribute('aria-disabled')).toBe('true');
  await question.getByRole('radio').nth(2).check();
  await lock(page).click();
  await page.getByRole('combobox', { name: 'Pace' }).selectOption('full speed');
  await explained(page);
  const words = (await page.getByText(/Validation accuracy peaked at/).textContent()) ?? '';
  const believed = /it believed (\d+) of the 120/.exec(words)?.[1];
  await page.getByText(`${believed ?? ''}of 120 wrong labels believed`).waitFor();
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => findLayoutFaults(page), { timeout: 10_000 }).toEqual([]);
  }

  // Read out in place of the picture.
  await page
    .getByRole('img', { name: /Epoch 50\. .*validation 7\d\.\d.*your prediction: between/ })
    .waitFor();

  // The whole run goes to Compare, and what was there before comes back.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Open in Compare' }).click();
  const compare = new ComparePage(page);
  await compare.waitFor('finished');
  expect(await compare.field('Seed').inputValue()).toBe('1');
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect.poll(() => compare.field('Seed').inputValue()).toBe('42');
  assertQuiet();
});

test('a text quotes pictures of the trained networks, one network at a time on a phone', async () => {
  const { page, assertQuiet } = await openPage({
    search: '?backend=wasm#/lessons/which-features',
    viewport: { width: 390, height: 844 },
  });
  const number = page.getByRole('group', { name: /How many of the 50 features/ });
  await number.waitFor(SLOW);
  await number.getByRole('textbox').fill('5');
  await number.getByRole('textbox').press('Enter');
  await page.getByRole('radio').first().check();
  await lock(page).click();
  await explained(page);
  const words = (await page.locator('p', { hasText: 'C keeps' }).textContent()) ?? '';
  const kept = /C keeps\s+(\d+)\s+of the 50 features:\s+5\s+real/.exec(words)?.[1];
  await page.getByText(`what happened: ${kept ?? ''} of 50`, { exact: true }).waitFor();
  await page.getByRole('radio', { name: 'C', exact: true }).press('Space');
  await page.getByText(`Keeps ${kept ?? ''} of 50 features: 5 real`).waitFor();
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  await expect.poll(() => findLayoutFaults(page), { timeout: 10_000 }).toEqual([]);
  assertQuiet();
});

test('goes by keyboard alone, leaves the own experiment alone, and keeps the attempt', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.setField('Epochs', '7');
  await compare.settle();
  await page.evaluate((hash) => void (location.hash = hash), FIRST);
  await page.getByText('The run waits for your prediction.').waitFor(SLOW);
  const first = page
    .getByRole('group', { name: /now, will/ })
    .getByRole('radio')
    .first();
  await first.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await lock(page).evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Chart and figures');
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedName(page)).toBe('Pause');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  expect(await page.getByRole('combobox', { name: 'Pace' }).inputValue()).toBe('full speed');
  await explained(page);
  const step = page.getByRole('status', { name: 'Lesson' });
  expect(await step.textContent()).toMatch(/^Step 3 of 3, explain\. .* What happened: fall .*%\./);

  await page.evaluate(() => void (location.hash = '#/'));
  expect(await compare.field('Epochs').inputValue()).toBe('7');
  await page.evaluate(() => void (location.hash = '#/lessons'));
  await page.getByRole('link', { name: 'Learning by heart' }).press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Learning by heart');
  // The original, with the attempt beside it.
  await page.getByText('your attempt is kept').waitFor(SLOW);
  await page.getByRole('button', { name: 'Take my predictions' }).press('Enter');
  await expect.poll(() => page.locator('section:focus').getByRole('group').count(), SLOW).toBe(1);
  await expect.poll(() => page.getByRole('radio').nth(1).isChecked()).toBe(true);
  await page.getByText('The run waits for your prediction.').waitFor(SLOW);
  assertQuiet();
});

test('an address that names no lesson says so, and shows those that there are', async () => {
  const { page, assertQuiet } = await open({ search: '#/lessons/nothing-of-the-kind' });
  await page.getByText('There is no lesson “nothing-of-the-kind”').waitFor();
  await page.getByRole('link', { name: 'Learning by heart' }).click();
  await page.getByRole('heading', { level: 1, name: 'Learning by heart' }).waitFor();
  assertQuiet();
});
