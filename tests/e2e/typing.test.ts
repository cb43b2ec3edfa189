/** What is typed into a field, and what becomes of it when the hand goes elsewhere. */
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';

it('a press elsewhere keeps what was typed, Escape gives it up, entering a field selects it', async () => {
  const { page, assertQuiet } = await openPage();
  const compare = new ComparePage(page);
  const dialog = page.getByRole('dialog');
  const arm = (name: string) => page.getByRole('region', { name, exact: true });
  const hasFocus = (name: string) =>
    compare.field(name).evaluate((field) => field === document.activeElement);
  await compare.waitFor('ready');

  // By Tab: at rest it says "1,234", and the digit typed takes the place of it all.
  await compare.setField('Seed', '1234');
  await compare.field('Repeats').focus();
  expect(await compare.field('Seed').inputValue()).toBe('1,234');
  do await page.keyboard.press('Shift+Tab');
  while (!(await hasFocus('Seed')));
  await page.keyboard.type('7');
  await page.keyboard.press('Tab');
  expect(await compare.field('Seed').inputValue()).toBe('7');
  // By a press of the mouse; then the field of the rail is left for a panel.
  await compare.field('Batch size').click();
  await page.keyboard.type('50');
  await compare.button('Dropout 0.5 · 0.2').click();
  expect(await compare.field('Batch size').inputValue()).toBe('50');

  await compare.field('Hidden rate').click();
  await page.keyboard.type('0.8');
  await page.keyboard.press('Escape');
  expect(await compare.field('Hidden rate').inputValue()).toBe('0.5');
  await page.keyboard.type('0.9');
  await page.getByText('Same start').click();
  expect(await dialog.count()).toBe(0);
  await arm('B · Dropout 0.9, inputs 0.2').waitFor();

  // A refused value stays in sight, and nothing is trained instead.
  await compare.button('Dropout 0.9 · 0.2').click();
  await compare.field('Hidden rate').click();
  await page.keyboard.type('5');
  await compare.button('Train').click();
  await dialog.getByRole('alert').waitFor();
  expect(await compare.button('Train').isDisabled()).toBe(true);
  await compare.field('Hidden rate').fill('0.7');
  await compare.button('Train').click();
  await compare.waitFor('training');
  await arm('B · Dropout 0.7, inputs 0.2').waitFor();
  // It trains with that value from the start: nothing waits for a reset, and nothing was changed while training.
  expect(await page.getByText('after Reset').count()).toBe(0);
  expect(await page.getByRole('list', { name: 'Changed while training' }).count()).toBe(0);
  assertQuiet();
});

it('a tap elsewhere keeps what was typed on a phone', async () => {
  const viewport = { width: 390, height: 844 };
  const { page, assertQuiet } = await openPage({ viewport, touch: true });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  const type = async (chip: string, rate: string) => {
    const button = compare.button(chip);
    await button.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await button.tap();
    await compare.field('Hidden rate').tap();
    await page.keyboard.type(rate);
  };
  await type('Dropout 0.5 · 0.2', '0.9');
  const panel = await page.getByRole('dialog').boundingBox();
  if (!panel) throw new Error('There is no panel.');
  const isBelow = panel.y > viewport.height - panel.y - panel.height;
  await page.touchscreen.tap(8, isBelow ? panel.y - 8 : panel.y + panel.height + 8);
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await type('Dropout 0.9 · 0.2', '0.8');
  await compare.button('Close').tap();
  await compare.button('Train').tap();
  await compare.waitFor('training');
  await compare.button('Dropout 0.8 · 0.2').waitFor();
  expect(await page.getByText('after Reset').count()).toBe(0);
  assertQuiet();
});
