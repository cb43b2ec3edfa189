/** The main job through the built page: dropout against none on real digits. */
import { describe, expect, it } from 'vitest';
import { ComparePage, numberIn } from './compare-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';

const PLACES = [
  {
    title: 'WASM, chosen where WebGL is software',
    search: '',
    webgl: true,
    name: 'WASM',
    epochs: 50,
  },
  { title: 'WebGL', search: '?backend=webgl', webgl: true, name: 'WebGL', epochs: 4 },
  { title: 'WASM, with WebGL really off', search: '', webgl: false, name: 'WASM', epochs: 50 },
];

describe.each(PLACES)('the opening preset on $title', ({ search, webgl, name, epochs }) => {
  it('draws epoch 0 at once, trains to its end, and repeats exactly after Reset', async () => {
    const { page, assertQuiet } = await openPage({ search, webgl });
    const compare = new ComparePage(page);
    await compare.waitFor('ready');
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor();
    if (epochs !== 50) await compare.setField('Epochs', String(epochs));
    await compare.settle();
    expect((await compare.table('Accuracy')).slice(1).map(([epoch]) => epoch)).toEqual(['0']);
    await compare.setPace('full speed');
    await compare.button('Train').click();
    await compare.waitFor('finished', 120_000);
    expect(await compare.epoch()).toBe(epochs);
    // The charts follow the figures within a quarter of a second.
    await expect.poll(async () => (await compare.table('Accuracy')).length).toBe(epochs + 2);
    const [accuracy, loss] = [await compare.table('Accuracy'), await compare.table('Data loss')];
    if (epochs === 50) {
      const validation = (letter: string) => {
        const column = accuracy[0]?.findIndex((h) => h.startsWith(letter) && /val/i.test(h)) ?? -1;
        return accuracy.slice(1).map((row) => numberIn(row[column]));
      };
      const [a, b] = [validation('A'), validation('B')];
      expect(Math.max(...a) - (a.at(-1) ?? NaN)).toBeGreaterThanOrEqual(8);
      expect((b.at(-1) ?? NaN) - (a.at(-1) ?? NaN)).toBeGreaterThanOrEqual(8);
    }
    await compare.button('Reset').click();
    await compare.waitFor('ready');
    await expect.poll(async () => (await compare.table('Accuracy')).length).toBe(2);
    await compare.button('Train').click();
    await compare.waitFor('finished', 120_000);
    await expect.poll(async () => (await compare.table('Accuracy')).length).toBe(epochs + 2);
    expect(await compare.table('Accuracy')).toEqual(accuracy);
    expect(await compare.table('Data loss')).toEqual(loss);
    assertQuiet();
  });
});

it.each(PLACES.slice(0, 2))(
  'pauses, steps an epoch, steps a batch, and goes on, on $name',
  async ({ search, webgl }) => {
    const { page, assertQuiet } = await openPage({ search, webgl });
    const compare = new ComparePage(page);
    await compare.waitFor('ready');
    await compare.step('Step one epoch');
    await compare.waitFor('paused');
    expect(await compare.epoch()).toBe(1);
    await compare.step('Step one batch');
    await page.getByText('batch 1 of 13').waitFor();
    expect(await compare.epoch()).toBe(1);
    for (let batch = 2; batch <= 13; batch++) {
      await compare.step('Step one batch');
      if (batch < 13) await page.getByText(`batch ${batch} of 13`).waitFor();
    }
    await expect.poll(() => compare.epoch()).toBe(2);
    await compare.button('Train').click();
    await expect.poll(() => compare.epoch(), { timeout: 30_000 }).toBeGreaterThan(2);
    await compare.button('Pause').click();
    await compare.waitFor('paused');
    const held = await compare.epoch();
    await page.waitForTimeout(600);
    expect(await compare.epoch()).toBe(held);
    assertQuiet();
  },
);

describe('what goes wrong', () => {
  it('what cannot be set or trained is told where it stands, with the reason, and stays typed', async () => {
    const { page, assertQuiet } = await openPage();
    const compare = new ComparePage(page);
    await compare.waitFor('ready');
    for (const bad of ['100000', 'many']) {
      await compare.setField('Epochs', bad);
      await page
        .getByText(/a whole number from 1 to 10000/)
        .first()
        .waitFor();
      expect(await compare.field('Epochs').inputValue()).toBe(bad);
      expect(await compare.field('Epochs').getAttribute('aria-invalid')).toBe('true');
    }
    await compare.setField('Epochs', '3');
    await compare.settle();
    // More rows than exist: why, before Train.
    await compare.setField('Training examples', '1700');
    await page
      .getByText(/Digits has 1,797 examples/)
      .first()
      .waitFor();
    expect(await compare.button('Train').isDisabled()).toBe(true);
    await compare.setField('Training examples', '300');
    await compare.settle();
    expect(await compare.button('Train').isEnabled()).toBe(true);
    // Arms that diverge say so.
    await page.getByLabel('Optimizer').selectOption({ label: 'SGD' });
    await page.getByLabel('Activation', { exact: true }).selectOption({ label: 'Linear' });
    await compare.setField('Learning rate', '10');
    await compare.settle();
    await compare.setPace('full speed');
    await compare.button('Train').click();
    await page
      .getByText(/Diverged in epoch/)
      .first()
      .waitFor();
    assertQuiet();
  });

  it('a worker that dies is restarted with the settings kept', async () => {
    const { page } = await openPage();
    const compare = new ComparePage(page);
    await compare.waitFor('ready');
    await compare.setField('Epochs', '7');
    await compare.settle();
    await page.workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by a test');
      });
    });
    await page.getByText(/restarted; settings are kept/).waitFor();
    await compare.waitFor('ready');
    expect(await compare.field('Epochs').inputValue()).toBe('7');
    await compare.setPace('full speed');
    await compare.button('Train').click();
    await compare.waitFor('finished');
    expect(await compare.epoch()).toBe(7);
  });

  it('an unknown backend in the address is named; data that do not arrive give a sentence and a retry', async () => {
    const { page, context } = await openPage({ search: '?backend=abacus' });
    const compare = new ComparePage(page);
    // A backend that does not exist is named, and another one computes.
    await page.getByText(/abacus/).waitFor();
    await compare.waitFor('ready');
    await context.route('**/data/mnist/**', (route) => route.abort());
    await page.getByRole('radio', { name: /MNIST/ }).click({ force: true });
    await compare.button('Try again').waitFor();
    await context.unroute('**/data/mnist/**');
    await compare.button('Try again').click();
    await compare.waitFor('ready');
  });
});

it('arms are added, duplicated, renamed and removed, up to six', async () => {
  const { page, assertQuiet } = await openPage();
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.addArm('L2 λ = 0.003');
  await page.getByRole('region', { name: /^C · L2 λ = 0.003/ }).waitFor();
  expect(await page.locator(':focus').textContent()).toBe('+ Add arm');
  await compare.armMenu('B', 'Duplicate');
  await page.getByRole('region', { name: /^D ·/ }).waitFor();
  await compare.armMenu('C', 'Remove');
  await expect.poll(() => page.getByRole('region', { name: /^C ·/ }).count()).toBe(0);
  for (let i = 0; i < 3; i++) await compare.addArm();
  await page.getByRole('region', { name: /^F ·/ }).waitFor();
  expect(await compare.button('Add arm').isDisabled()).toBe(true);
  expect(await compare.button('Add arm').getAttribute('title')).toBe('Six arms at most.');
  expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(/^Arm F:/);
  await compare.armMenu('E', 'Rename');
  await page.getByRole('textbox', { name: /name/i }).fill('My own');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /^E · My own/ }).waitFor();
  await compare.settle();
  expect((await compare.table('Data loss'))[0]?.length).toBe(13);
  assertQuiet();
});

it.each(['light', 'dark'] as const)(
  'nothing hinders access or scrolls sideways, %s',
  async (colorScheme) => {
    const { page, assertQuiet } = await openPage({ colorScheme });
    const compare = new ComparePage(page);
    await compare.waitFor('ready');
    expect(await findAccessibilityBreaches(page)).toEqual([]);
    await compare.setPace('full speed');
    await compare.button('Train').click();
    await compare.waitFor('finished');
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await findAccessibilityBreaches(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
    assertQuiet();
  },
);
