/** What was exported comes back in another browser: the same page, figures and all, and nothing is trained. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';
import { fileOf, importFile } from './import-file.ts';

/** Every figure of a chart, and what the run is said to show. */
async function shownBy(page: Page): Promise<readonly (string | null)[]> {
  const figure = page.getByRole('figure', { name: 'Accuracy' });
  await figure.getByRole('button', { name: 'Show as table' }).click();
  const table = await figure.getByRole('table').textContent();
  await figure.getByRole('button', { name: 'Show as chart' }).click();
  const verdict = page.getByRole('status', { name: 'What the run shows' });
  await verdict.filter({ hasText: /\S/ }).waitFor();
  return [table, await verdict.textContent()];
}

it('gives a run of Compare back on another page, and the way back from it', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.setField('Epochs', '6');
  await compare.settle();
  await compare.button('Train').click();
  await compare.waitFor('finished');
  const file = await fileOf(page, 'Experiment and results (JSON)');
  const shown = await shownBy(page);

  const stranger = await openPage({ search: '?backend=wasm#/sweep' });
  await stranger.page.getByRole('link', { name: 'Compare' }).click();
  const other = new ComparePage(stranger.page);
  await other.waitFor('ready');
  await importFile(stranger.page, file);
  await stranger.page.getByText(/^A kept run “compare-digits”, made on .* on WASM/).waitFor();
  await other.waitFor('finished');
  expect(await other.epoch()).toBe(6);
  expect(await other.field('Epochs').inputValue()).toBe('6');
  expect(await shownBy(stranger.page)).toEqual(shown);
  expect(await findAccessibilityBreaches(stranger.page)).toEqual([]);
  // Once more through a file: the same record.
  const again = await fileOf(stranger.page, 'Experiment and results (JSON)');
  expect(JSON.parse(again.text)).toEqual(JSON.parse(file.text));

  await importFile(stranger.page, { name: 'damaged.json', text: file.text.slice(0, -40) });
  const alert = stranger.page.getByRole('alert').filter({ hasText: '“damaged.json” cannot be' });
  expect(await alert.textContent()).toContain('Nothing was changed');
  await other.button('Back to the run before').click();
  await other.waitFor('ready');
  expect(await other.field('Epochs').inputValue()).toBe('50');
  assertQuiet();
  stranger.assertQuiet();
});
