/** The laboratories of the Bias–variance page: each answers, by mouse and keyboard, at every width and in both themes. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { findAccessibilityBreaches, openPage } from './harness.ts';
import { findLayoutFaults } from './layout-faults.ts';
import { findSmallTargets } from './target-sizes.ts';

const SLOW = { timeout: 60_000 };
const open = (id: string, options: Parameters<typeof openPage>[0] = {}) =>
  openPage({ ...options, search: `#/bias-variance/${id}` });

/** Finishes when the laboratory has said what its figures come to. */
const sayings: Readonly<Record<string, RegExp>> = {
  'double-descent': /^The second descent/,
  'two-weights': /^Why exact zeros/,
  'dropout-scaling': /^One network, 64-256-256-10/,
  'adam-and-decay': /^AdamW, λ = 1, stands at/,
};

/** On a phone the links to the sections scroll sideways. */
const layoutFaults = async (page: Page) =>
  (await findLayoutFaults(page)).filter((fault) => !/^cut: .*: Sections/.test(fault));

const answered = (page: Page, id: string) => page.getByText(sayings[id] ?? '').waitFor(SLOW);

it.each(Object.keys(sayings))('%s has no breach and no fault at any width', async (id) => {
  const { page, assertQuiet } = await open(id);
  await answered(page, id);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findAccessibilityBreaches(page)).toEqual([]);
  }
  expect(await findSmallTargets(page, { width: 24, height: 24 })).toEqual([]);
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    // A chart is drawn anew for its width.
    await expect.poll(() => layoutFaults(page), { timeout: 10_000 }).toEqual([]);
  }
  assertQuiet();
});

it.each(Object.keys(sayings))(
  '%s has nothing to press that is too small for a finger',
  async (id) => {
    const finger = await open(id, { viewport: { width: 390, height: 844 }, touch: true });
    await answered(finger.page, id);
    expect(await findSmallTargets(finger.page, { width: 24, height: 40 })).toEqual([]);
  },
);

it('double descent keeps its chart until another draw is solved, and hands out its figures', async () => {
  const { page, assertQuiet } = await open('double-descent');
  await answered(page, 'double-descent');
  const figure = page.getByRole('figure', { name: 'Accuracy' });
  await figure.getByRole('button', { name: 'Show as table' }).click();
  const row = figure.getByRole('row', { name: /^300/ });
  const first = await row.textContent();
  await page.getByRole('button', { name: 'Draw again' }).click();
  await page.getByText(/seed 1; solving anew/).waitFor();
  expect(await row.textContent()).toBe(first);
  await page.getByText(/^n = 300, .* seed 2$/).waitFor(SLOW);
  expect(await row.textContent()).not.toBe(first);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Figures as CSV' }).click();
  const rows = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength(25);

  // Several changes at once: the last one is answered.
  for (let again = 0; again < 3; again++)
    await page.getByRole('button', { name: 'Draw again' }).click();
  await page.getByText(/^n = 300, .* seed 5$/).waitFor(SLOW);
  await page.getByText('Squared error', { exact: true }).click();
  await page.getByRole('figure', { name: 'Squared error' }).waitFor();
  assertQuiet();
});

it('two weights follow λ by keyboard and the minimum by mouse', async () => {
  const { page } = await open('two-weights');
  const l1 = page.getByRole('heading', { name: /^L1/ });
  expect(await l1.textContent()).toBe('L1: w₁ = 1.5, w₂ = 0');
  await page.getByRole('slider', { name: 'Strength' }).focus();
  for (let key = 0; key < 5; key++) await page.keyboard.press('ArrowLeft');
  expect(await l1.textContent()).toBe('L1: w₁ = 1.75, w₂ = 0.25');
  const picture = await page.getByRole('figure', { name: /^L1/ }).getByRole('img').boundingBox();
  if (!picture) throw new Error('There is no drawing.');
  const place = (x: number, y: number) =>
    [
      picture.x + ((x + 3) / 6) * picture.width,
      picture.y + ((2.25 - y) / 4.5) * picture.height,
    ] as const;
  await page.mouse.move(...place(2, 0.5));
  await page.mouse.down();
  await page.mouse.move(...place(-1, 1), { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(...place(0, 0));
  expect(await l1.textContent()).toBe('L1: w₁ = −0.75, w₂ = 0.75');
});

it('dropout at inference is trained on Start, can be cancelled, and shows three rules', async () => {
  const { page, assertQuiet } = await open('dropout-scaling');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/^Scaled a second time by p = 0.2, the loss is \d+ times/).waitFor(SLOW);
  const loss = async (name: RegExp) =>
    Number(await page.getByRole('row', { name }).getByRole('cell').nth(1).textContent());
  expect(await loss(/^× p/)).toBeGreaterThan(5 * (await loss(/^Nothing more/)));
  assertQuiet();
});

it('Adam with L2 ends at the ridge solution, and the table has both paths', async () => {
  const { page, assertQuiet } = await open('adam-and-decay');
  await page
    .getByText('stands at (0.98, 0.31) after 3,000 steps: the ridge solution, (0.98, 0.31).')
    .waitFor(SLOW);
  await page.getByRole('button', { name: 'Show as table' }).click();
  expect(await page.getByRole('row', { name: /^3000/ }).textContent()).toMatch(/^30000\.9[78]/);
  await page.getByText('all 200', { exact: true }).click();
  await page.getByText(/batches of 200$/).waitFor(SLOW);
  assertQuiet();
});

it('is linked with its settings, keeps them over a reload, and says what of an address it cannot use', async () => {
  const { page, assertQuiet } = await open('two-weights');
  const strength = page.getByRole('slider', { name: /^Strength/ });
  await strength.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toMatch(/#\/bias-variance\/two-weights\?lambda=1\.1$/);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toMatch(/two-weights\?lambda=1\.1$/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  // In stops of 0.1.
  await expect.poll(() => strength.inputValue()).toBe('11');
  await page.evaluate(() => {
    location.hash = '#/bias-variance/two-weights?lambda=77&w1=1';
  });
  await page.getByRole('alert').getByText('Not all of this address could be used').waitFor();
  expect(await strength.inputValue()).toBe('10');
  await expect.poll(() => page.url()).toMatch(/two-weights\?w1=1$/);
  assertQuiet();
});
