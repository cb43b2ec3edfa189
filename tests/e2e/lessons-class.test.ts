/** A class: results of thirty seats as one picture, a line of a seat of its own, and sheets of paper. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { LESSONS } from '../../src/lessons/course/lessons.ts';
import { formatResultLine } from '../../src/lessons/class/result-line.ts';
import { APP_VERSION } from '../../src/base/app-version.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';
import { findLayoutFaults } from './layout-faults.ts';

const SLOW = { timeout: 60_000 };
const lineOf = (seat: number, end = 74.5 + (seat % 5)) =>
  formatResultLine({
    ...{ lesson: 'learning-by-heart', part: 'by-heart', version: APP_VERSION, seat },
    figures: [{ name: 'end', value: end }],
    ...{ predicted: [seat % 3 === 0 ? 'rises' : 'falls'], happened: ['falls-far'] },
  });

async function assertFits(page: Page) {
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => findLayoutFaults(page), { timeout: 10_000 }).toEqual([]);
  }
}

test('thirty lines are one picture, and a word is said of those that do not count', async () => {
  const { page, assertQuiet } = await openPage({ search: '#/lessons/class' });
  await page.getByText('A line looks like this:').waitFor(SLOW);
  const lines = Array.from({ length: 30 }, (_, index) => lineOf(index + 1));
  lines[3] = lineOf(4).replace('s4', 's5');
  lines[16] = lineOf(17, 41.2);
  lines[20] = lineOf(21).replace('.5 ', ',5 ');
  await page
    .getByRole('textbox', { name: /Paste the lines/ })
    .fill([...lines, lineOf(7)].join('\n'));
  await page.getByText('29 seats are counted, and there is a word on 2 lines.').waitFor();
  await page.getByText('seat 7 came twice, with the same figures and predictions').waitFor();
  await page
    .getByText(/its end, “~.{5}”, does not fit/)
    .first()
    .waitFor();
  await page.getByText(/seat 17 \(41.2.%\), more than 3 scaled median/).waitFor();
  const answer = page.getByRole('row', { name: 'rise by 4 points or more 10 of 29 0 of 29' });
  expect(await answer.count()).toBe(1);
  await page.getByRole('button', { name: 'Show as table' }).click();
  expect(await page.getByRole('row', { name: /^17 / }).textContent()).toContain('41.2');
  await assertFits(page);
  // It lasts as long as the tab.
  await page.reload();
  await page.getByText('29 seats are counted').waitFor(SLOW);
  assertQuiet();
});

test('a seat of a lesson gives a line that counts', async () => {
  const { page, assertQuiet } = await openPage({
    search: '?backend=wasm#/lessons/learning-by-heart?seat=7',
  });
  await page.getByRole('button', { name: 'Seat in class: 7' }).waitFor(SLOW);
  await page.getByRole('radio').nth(2).check(SLOW);
  await page.getByRole('button', { name: 'Lock my prediction and run' }).click();
  await page.getByRole('combobox', { name: 'Pace' }).selectOption('full speed');
  const line = await page.getByLabel('Your line for the class').inputValue(SLOW);
  expect(line).toMatch(/^RP1 learning-by-heart\.by-heart v\S+ s7 end=[\d.]+ p=falls h=\S+ ~\w{5}$/);
  await page.evaluate(() => void (location.hash = '#/lessons/class'));
  await page.getByRole('textbox', { name: /Paste the lines/ }).fill(line);
  await page.getByText('1 seat is counted.').waitFor();
  assertQuiet();
});

test('half pages and worksheets of all lessons print on one sheet', async () => {
  const { page, assertQuiet } = await openPage({ search: '#/lessons/teachers' });
  await page.getByRole('heading', { level: 1, name: 'For teachers' }).waitFor(SLOW);
  await assertFits(page);
  for (const { id } of LESSONS)
    for (const sheet of ['teacher', 'worksheet']) {
      await page.evaluate((hash) => void (location.hash = hash), `#/lessons/${id}/${sheet}`);
      await page.getByRole('link', { name: 'Back to the lesson' }).waitFor();
      await expect.poll(() => page.getByText('Loading the text').count()).toBe(0);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(`${id} ${sheet}: ${pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0}`).toBe(
        `${id} ${sheet}: 1`,
      );
    }
  await page.evaluate(() => void (location.hash = '#/lessons/bias-and-variance/worksheet'));
  await page.getByRole('img', { name: 'Empty axes for a sketch: hidden units' }).waitFor();
  await assertFits(page);
  assertQuiet();
});
