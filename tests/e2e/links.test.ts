/** A link that is shared in one browser and opened in another, fresh one: the same settings, the same curves. */
import { expect, inject, it } from 'vitest';
import type { Page } from 'playwright';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';
import { findLayoutFaults } from './layout-faults.ts';

async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return link;
}

/** What follows the site's address. */
const fragmentOf = (link: string) => link.slice(link.indexOf('#'));

async function trained(page: Page): Promise<string> {
  const compare = new ComparePage(page);
  await compare.button('Train').click();
  await compare.waitFor('finished');
  const figure = page.getByRole('figure', { name: 'Accuracy' });
  await figure.getByRole('button', { name: 'Show as table' }).click();
  return (await figure.getByRole('table').textContent()) ?? '';
}

it('gives a stranger the same experiment, and the same curves on WASM', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.setField('Seed', '7');
  await compare.setField('Epochs', '6');
  await compare.settle();
  const link = await linkOf(page);
  expect(link.length).toBeLessThan(400);
  const stranger = await openPage({ search: `?backend=wasm${fragmentOf(link)}` });
  await stranger.page.getByText('Opened from a link').waitFor();
  const opened = new ComparePage(stranger.page);
  await opened.waitFor('ready');
  expect(await opened.field('Seed').inputValue()).toBe('7');
  expect(await opened.epoch()).toBe(0);
  expect(stranger.page.url()).toBe(`${inject('siteUrl')}?backend=wasm#/`);
  expect(await trained(stranger.page)).toBe(await trained(page));
  assertQuiet();
  stranger.assertQuiet();
});

it('leaves the way back to what one had, and the address plain', async () => {
  const { page } = await openPage({ search: '#/bias-variance?preset=width' });
  await page.getByText('Opened from a link').waitFor();
  await page.getByRole('button', { name: /^Preset: Width/ }).waitFor();
  expect(page.url()).toMatch(/#\/bias-variance$/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: /^Preset: L2 strength/ }).waitFor();
});

it('that is damaged says so, and changes nothing', async () => {
  const { page } = await openPage({ search: '#/?s=1.fco7CoAwEEXRvbw6iAg20' });
  const alert = page.getByRole('alert').filter({ hasText: 'This link is damaged' });
  await alert.waitFor();
  expect(await alert.textContent()).toContain('Nothing was changed');
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  expect(await compare.button('Start over').count()).toBe(0);
});

it('pasted over the address of the open page is opened too, and Back leads to where one was', async () => {
  const { page } = await openPage({ search: '#/sweep' });
  await page.evaluate(() => {
    location.hash = '#/bias-variance?preset=epochs';
  });
  await page.getByRole('button', { name: /^Preset: Epochs/ }).waitFor();
  await page.goBack();
  expect(page.url()).toMatch(/#\/sweep$/);
});

it('is shared from every page, by keyboard and ear, at every width', async () => {
  for (const place of ['#/', '#/sweep', '#/bias-variance', '#/bias-variance/two-weights']) {
    const { page, assertQuiet } = await openPage({ search: place });
    const share = page.getByRole('button', { name: 'Share', exact: true });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: width === 390 ? 'dark' : 'light' });
      await share.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('img', { name: 'The link as a code for a camera' }).waitFor();
      expect(await findAccessibilityBreaches(page)).toEqual([]);
      // The table of cells and the list of sections scroll sideways.
      const faults = await findLayoutFaults(page);
      expect(faults.filter((fault) => !/Sections|L2 strengthValidation/.test(fault))).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.getByRole('dialog').count()).toBe(0);
    }
    assertQuiet();
  }
});

it('hides the controls that were not ticked, also after a reload, and shows them on request', async () => {
  const { page } = await openPage();
  await new ComparePage(page).waitFor('ready');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByText('Controls that stay').click();
  for (const name of [/^The header/, /^Settings of/, /^Step, Reset/])
    await dialog.getByRole('checkbox', { name }).uncheck();
  // Of the arms all but one regularizer.
  await dialog.getByText('one by one').last().click();
  for (const name of ['L1', 'Early stopping', 'Add arm'])
    await dialog.getByRole('checkbox', { name, exact: true }).uncheck();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(await dialog.getByRole('textbox', { name: /^Frame/ }).inputValue()).toContain(link);
  const { page: framed, assertQuiet } = await openPage({ search: fragmentOf(link) });
  for (const visit of ['first', 'again']) {
    await new ComparePage(framed).waitFor('ready');
    expect(await framed.getByRole('banner').isVisible(), visit).toBe(false);
    expect(await framed.getByRole('complementary').isVisible(), visit).toBe(false);
    expect(
      await framed.getByRole('button', { name: 'Reset', exact: true }).isVisible(),
      visit,
    ).toBe(false);
    expect(await framed.getByRole('button', { name: 'Train' }).isVisible(), visit).toBe(true);
    expect(await framed.getByRole('button', { name: /^L2/ }).first().isVisible(), visit).toBe(true);
    for (const name of [/^L1/, /^Early stopping/, /^Add a/])
      expect(await framed.getByRole('button', { name }).count(), visit).toBe(0);
    await framed.reload();
  }
  expect(await findAccessibilityBreaches(framed)).toEqual([]);
  await framed.getByRole('link', { name: 'Show all controls' }).click();
  await framed.getByRole('banner').waitFor();
  await framed.getByRole('complementary').waitFor();
  assertQuiet();
});
