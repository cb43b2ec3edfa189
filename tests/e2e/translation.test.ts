/** The page while the browser translates it: every text wrapped, as it stands and as it comes, and all in use. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';

/** As browsers do: each text goes into two elements, now and whenever one comes. */
function startTranslating(page: Page): Promise<void> {
  return page.evaluate(() => {
    const FONT: string = 'font'; // what browsers take, deprecated as it is
    const wrap = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node: Node | null = root; node; node = walker.nextNode())
        if (node instanceof Text) texts.push(node);
      for (const text of texts) {
        const parent = text.parentElement;
        if (!parent || text.data.trim() === '') continue;
        if (parent.closest('font, script, style, [translate="no"]')) continue;
        const inner = document.createElement(FONT);
        const outer = document.createElement(FONT);
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    wrap(document.body);
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) [target, ...addedNodes].forEach(wrap);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/** Texts that no language has another for, or that have no room for another, and yet are offered. */
function findOfferedInVain(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const offered: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue?.trim() ?? '';
      const parent = walker.currentNode.parentElement;
      if (text === '' || !parent || parent.closest('script, style, [translate="no"]')) continue;
      const isNoWord = !/\p{L}{2}/u.test(text);
      if (isNoWord || parent.closest('svg, .katex, code, pre')) offered.push(text);
    }
    return offered;
  });
}

it('lives on while it is translated, and shows no figure of before', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.setField('Epochs', '12');
  await compare.settle();
  await compare.button('Train').click();
  await startTranslating(page);
  expect(await page.locator('main font').count()).toBeGreaterThan(20);
  await compare.waitFor('finished');

  await page.getByRole('button', { name: /^Dropout 0\.5/ }).click();
  const dropout = page.getByRole('dialog', { name: 'Dropout of arm B' });
  await dropout.locator('.katex').first().waitFor();
  await dropout.getByRole('button', { name: /^Code/ }).click();
  expect(await findOfferedInVain(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const lookBack = page.getByRole('slider', { name: 'Epoch on show' });
  await lookBack.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await compare.button('Present').click();
  await page.keyboard.press('Escape');

  await compare.button('Reset').click();
  await compare.waitFor('ready');
  await compare.addArm('L2 λ = 0.003');
  await compare.settle();
  await compare.step('Step one epoch');
  await compare.waitFor('paused');
  await compare.armMenu('C', 'Remove');
  await page.getByRole('region', { name: /^C ·/ }).waitFor({ state: 'detached' });
  await compare.button('Reset').click();
  await compare.waitFor('ready');

  const card = page.getByRole('region', { name: /^A ·/ });
  await expect.poll(() => card.innerText()).toMatch(/of\s120/);
  await compare.setField('Wrong labels in training', '10');
  await expect.poll(() => card.innerText()).toMatch(/of\s40/);
  expect(await card.innerText()).not.toMatch(/of\s120/);

  await page.getByRole('tab', { name: '2-D' }).click();
  await page.getByRole('radio', { name: /moons/i }).check({ force: true });
  await compare.settle();
  await page.getByText(/^B train/).waitFor();
  await expect.poll(() => page.getByText('The picture is being taken').count()).toBe(0);
  // A page that was drawn anew, with the same settings, says the same.
  const translated = await page.locator('main').innerText();
  await page.reload();
  await compare.waitFor('ready');
  await expect.poll(() => page.locator('main').innerText()).toBe(translated);
  assertQuiet();
});
