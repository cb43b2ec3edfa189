/** A table that the user brings: in through the sheet, trained like any other set, and the same again. */
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';
import { columnsOf, csvFile, openTable, tableSheet, useTable } from './own-table-sheet.ts';
import { SweepPage } from './sweep-page.ts';
import { findSmallTargets } from './target-sizes.ts';

function becomes(page: Page, column: string): Locator {
  return columnsOf(page).getByRole('combobox', { name: `${column} becomes`, exact: true });
}

async function trainToTheEnd(page: Page): Promise<string[][]> {
  const compare = new ComparePage(page);
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished', 120_000);
  return compare.table('Data loss');
}

test.each([
  ['titanic.csv', 'survived', '1,309 rows, 14 columns'],
  ['student-mat.csv', 'G3', '395 rows, 14 columns'],
  ['winequality-red.csv', 'column 12', '1,599 rows, 12 columns'],
])(
  '%s is read, trained, and gives the same figures on another visit',
  async (file, target, size) => {
    const trained = async () => {
      const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
      await openTable(page, file);
      await expect.poll(() => tableSheet(page).innerText()).toContain(size);
      expect(await becomes(page, target).inputValue()).toBe('target');
      await useTable(page);
      const losses = await trainToTheEnd(page);
      assertQuiet();
      return losses;
    };
    const losses = await trained();
    // A row for each epoch, of which there are 60, and one for the start.
    expect(losses).toHaveLength(62);
    expect(losses.at(-1)?.every((cell) => /\d/.test(cell))).toBe(true);
    expect(await trained()).toEqual(losses);
  },
);

test('a link on a table asks for its file, and then gives the same figures', async () => {
  const { page } = await openPage({ search: '?backend=wasm' });
  await openTable(page, 'titanic.csv');
  await becomes(page, 'fare').selectOption('leftOut');
  await useTable(page);
  const compare = new ComparePage(page);
  await compare.setField('Epochs', '7');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: 'Share' });
  await share.getByText('Your table “titanic.csv” is not in it').waitFor();
  const link = await share.getByRole('textbox', { name: 'Link' }).inputValue();
  await share.getByRole('button', { name: 'Close' }).click();
  const losses = await trainToTheEnd(page);

  const stranger = await openPage({
    search: `?backend=wasm${link.slice(link.indexOf('#'))}`,
  });
  const opened = stranger.page;
  await opened.getByText('This link needs the file “titanic.csv”').waitFor();
  await opened.getByRole('button', { name: 'Open its file…' }).click();
  await tableSheet(opened).getByLabel('File').setInputFiles(csvFile('winequality-red.csv'));
  await columnsOf(opened).waitFor();
  await tableSheet(opened).getByRole('button', { name: 'Use this table' }).click();
  await tableSheet(opened).getByRole('alert').getByText('This gives another table').waitFor();
  await tableSheet(opened).getByLabel('File').setInputFiles(csvFile('titanic.csv'));
  await expect.poll(() => becomes(opened, 'fare').inputValue()).toBe('leftOut');
  await useTable(opened);
  await opened.getByText('Opened from a link').waitFor();
  expect(await trainToTheEnd(opened)).toEqual(losses);
  expect(losses).toHaveLength(9);
  stranger.assertQuiet();
});

describe('the sheet', () => {
  test('what was understood can be changed, several columns at once', async () => {
    const { page, assertQuiet } = await openPage();
    await openTable(page, 'titanic.csv');
    for (const name of ['sibsp', 'parch'])
      await columnsOf(page)
        .getByRole('checkbox', { name: `Mark ${name}`, exact: true })
        .check();
    await tableSheet(page)
      .getByRole('combobox', { name: '2 columns marked' })
      .selectOption('leftOut');
    for (const name of ['sibsp', 'parch'])
      await expect.poll(() => becomes(page, name).inputValue()).toBe('leftOut');
    await becomes(page, 'pclass').selectOption('target');
    const predict = tableSheet(page).getByRole('combobox', { name: 'Predict' });
    await expect.poll(() => predict.inputValue()).toBe('0');
    await tableSheet(page).getByRole('combobox', { name: 'of' }).selectOption('2');
    await expect.poll(() => columnsOf(page).innerText()).toContain('one of 2');
    await tableSheet(page).getByRole('combobox', { name: 'Cells end at' }).selectOption(';');
    const use = tableSheet(page).getByRole('button', { name: 'Use this table' });
    await expect.poll(() => use.isDisabled()).toBe(true);
    await expect.poll(() => tableSheet(page).getByRole('alert').innerText()).toContain('delimiter');
    assertQuiet();
  });

  test('rows can be pasted; what is in a cell stays text', async () => {
    const { page, assertQuiet } = await openPage();
    await page.getByRole('button', { name: 'Own table…' }).click();
    const rows = Array.from({ length: 30 }, (_, i) => `${i % 5},<b onclick=x>${i % 2}</b>`);
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
      },
      ['<i>n</i>,__proto__', ...rows].join('\n'),
    );
    await columnsOf(page).waitFor();
    expect(await columnsOf(page).locator('i, b').count()).toBe(0);
    expect(await becomes(page, '__proto__').inputValue()).toBe('target');
    await useTable(page);
    await new ComparePage(page).waitFor('ready');
    assertQuiet();
  });

  test('a file can be dropped anywhere on the page while the sheet is open', async () => {
    const { page, assertQuiet } = await openPage();
    await page.getByRole('button', { name: 'Own table…' }).click();
    const text = Array.from({ length: 40 }, (_, i) => `${i % 9};${i % 2 ? 'ja' : 'nein'}`);
    await page.evaluate(
      (lines) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([lines], 'dropped.csv', { type: 'text/csv' }));
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
          );
      },
      `größe;antwort\n${text.join('\n')}\n`,
    );
    await columnsOf(page).waitFor();
    await expect
      .poll(() => tableSheet(page).innerText())
      .toContain('dropped.csv: 40 rows, 2 columns');
    expect(await becomes(page, 'antwort').inputValue()).toBe('target');
    assertQuiet();
  });

  test('a file that is no table is refused in a sentence, and the next one is read', async () => {
    const { page } = await openPage();
    await page.getByRole('button', { name: 'Own table…' }).click();
    const buffer = Buffer.from([80, 75, 3, 4, 0, 0, 0, 1]);
    const input = tableSheet(page).getByLabel('File');
    await input.setInputFiles({ name: 'a.xlsx', mimeType: 'application/zip', buffer });
    await expect.poll(() => tableSheet(page).getByRole('alert').innerText()).toContain('no text');
    await input.setInputFiles(csvFile('penguins_raw.csv'));
    await columnsOf(page).waitFor();
    expect(await tableSheet(page).getByRole('alert').count()).toBe(0);
  });

  test.each([
    ['a desk', { viewport: { width: 1440, height: 900 }, least: { width: 24, height: 24 } }],
    [
      'a phone in the dark',
      {
        ...{ viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const, touch: true },
        least: { width: 24, height: 40 },
      },
    ],
  ])('is accessible and not too wide on %s', async (_, options) => {
    const { page } = await openPage(options);
    if (options.viewport.width < 500) await page.getByRole('button', { name: /^Settings/ }).click();
    await openTable(page, 'titanic.csv');
    expect(await findAccessibilityBreaches(page, 'dialog')).toEqual([]);
    const tooWide = await tableSheet(page).evaluate((dialog) => {
      const body = dialog.lastElementChild;
      return body ? body.scrollWidth - body.clientWidth : 0;
    });
    expect(tooWide).toBeLessThanOrEqual(0);
    expect(await findSmallTargets(page, options.least)).toEqual([]);
    if (process.env['SHOTS']) {
      const width = options.viewport.width;
      await page.screenshot({ path: `${process.env['SHOTS']}/own-table-${width}.png` });
    }
  });
});

test('a large file is read with progress, and can be cancelled', async () => {
  const { page } = await openPage();
  await page.getByRole('button', { name: 'Own table…' }).click();
  const row = `${Array.from({ length: 20 }, (_, i) => `${i}.25`).join(',')}\n`;
  const buffer = Buffer.from(row.repeat(90_000));
  const input = tableSheet(page).getByLabel('File');
  await input.setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer });
  await tableSheet(page).getByRole('progressbar', { name: 'Reading the table' }).waitFor();
  await tableSheet(page).getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => tableSheet(page).getByRole('progressbar').count()).toBe(0);
  await input.setInputFiles(csvFile('student-mat.csv'));
  await columnsOf(page).waitFor();
});

test('the Sweep page takes a table from Compare, and its equal rows stay together in folds', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  await openTable(page, 'winequality-red.csv');
  await useTable(page);
  await page.getByRole('link', { name: 'Sweep' }).click();
  await page.getByRole('button', { name: 'Take from Compare' }).click();
  await page.getByRole('button').filter({ hasText: 'Its data, network' }).last().click();
  const sweep = new SweepPage(page);
  await sweep.button('Start').click();
  await sweep.waitFor('finished');
  expect(await sweep.done()).toBeGreaterThan(10);
  assertQuiet();
});

const isMarked = () => localStorage.getItem('own-tables-are-kept') !== null;

test('an experiment on a table outlasts a reload, until the table is forgotten', async () => {
  const { page, assertQuiet } = await openPage();
  await openTable(page, 'student-mat.csv');
  await useTable(page);
  const tile = page.getByRole('radio', { name: 'student-mat', exact: true });
  await expect.poll(() => tile.isChecked()).toBe(true);
  await expect.poll(() => page.evaluate(isMarked)).toBe(true);
  await page.reload();
  await expect.poll(() => tile.isChecked()).toBe(true);
  await new ComparePage(page).waitFor('ready');
  await page.getByRole('button', { name: 'Own table…' }).click();
  await tableSheet(page).getByRole('button', { name: 'Forget' }).click();
  await expect.poll(() => page.evaluate(isMarked)).toBe(false);
  await page.reload();
  await page.getByText('open its file again with “Own table…”').waitFor();
  expect(await tile.count()).toBe(0);
  assertQuiet();
});
