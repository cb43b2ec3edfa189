/** Who comes back: by a reload, from another page, in a new tab, and without storage. */
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';

it('finds the settings of this tab, can start over, and begins anew in another', async () => {
  const { page, context, assertQuiet } = await openPage({ search: '?backend=cpu' });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  expect(await compare.button('Start over').count()).toBe(0);
  await compare.setField('Seed', '7');
  await page.reload();
  await compare.waitFor('ready');
  expect(await compare.field('Seed').inputValue()).toBe('7');
  await page.goto('about:blank');
  await page.goBack();
  await compare.waitFor('ready');
  expect(await compare.field('Seed').inputValue()).toBe('7');

  const other = await context.newPage();
  await other.goto(page.url());
  await new ComparePage(other).waitFor('ready');
  expect(await new ComparePage(other).field('Seed').inputValue()).toBe('42');
  await other.close();

  await compare.button('Start over').click();
  expect(await compare.field('Seed').inputValue()).toBe('42');

  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'sessionStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.reload();
  await compare.waitFor('ready');
  await compare.setField('Seed', '7');
  await compare.settle();
  assertQuiet();
});
