/** What stands beside what: level charts, and cards without a hole among them. */
import type { Locator } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';

it('at 1440 x 900 the opening preset shows its digits and their sentence, and one looks back along the axis', async () => {
  const { page, assertQuiet } = await openPage();
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  // The number stands beside its word, however many digits are still to come.
  const number = page.getByText('0', { exact: true }).and(page.locator('strong'));
  const start = await number.evaluate((strong) => {
    const word = document.createRange();
    if (strong.previousSibling) word.selectNode(strong.previousSibling);
    return strong.getBoundingClientRect().left - word.getBoundingClientRect().right;
  });
  expect(Math.abs(start)).toBeLessThan(8);
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished');
  const sentences = page.getByText(/^Of these twelve wrong labels/);
  await expect.poll(() => sentences.count(), SLOW).toBe(2);
  await page.getByText('Try next:').waitFor();
  for (const sentence of await sentences.all())
    expect((await boxOf(sentence)).bottom).toBeLessThanOrEqual(900);
  // The middle of the thumb stands below the epoch that it is at.
  const slider = page.getByRole('slider', { name: 'Epoch on show' });
  const axis = page.getByRole('figure', { name: 'Accuracy' }).locator('.recharts-xAxis');
  const line = await boxOf(axis.locator('.recharts-cartesian-axis-line'));
  const thumb = 16;
  const track = await boxOf(slider);
  expect(Math.abs(track.left + thumb / 2 - line.left)).toBeLessThan(2);
  expect(Math.abs(track.right - thumb / 2 - line.right)).toBeLessThan(2);
  expect(track.top).toBeGreaterThan(line.bottom);
  expect(track.top - line.bottom).toBeLessThan(30);
  assertQuiet();
});

const NOWHERE = { x: NaN, y: NaN, width: NaN, height: NaN };

it('points in a plane are seen large beside or before the chart, move while it trains, and take clicks', async () => {
  const { page, assertQuiet } = await openPage();
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await page.getByRole('tab', { name: '2-D' }).click();
  await page.getByRole('radio', { name: 'Circles' }).check({ force: true });
  await compare.settle();
  const picture = page.getByRole('region', { name: 'Decision boundary' });
  const planes = picture.getByRole('img');
  await expect.poll(() => planes.count(), SLOW).toBe(2);
  const sizes = [
    { width: 1440, height: 900, least: 240, isBeside: true },
    { width: 1024, height: 768, least: 240, isBeside: false },
    { width: 390, height: 844, least: 150, isBeside: false },
    { width: 1440, height: 900, least: 240, isBeside: true, isPresented: true },
  ];
  for (const { least, isBeside, isPresented = false, ...viewport } of sizes) {
    await page.setViewportSize(viewport);
    if (isPresented) await compare.button('Present').click();
    const transport = page.getByRole('group', { name: 'Training controls' });
    const bar = await boxOf(transport);
    const fold = bar.top > viewport.height / 2 ? bar.top : viewport.height;
    const where = `${viewport.width} wide${isPresented ? ', presented' : ''}`;
    await expect
      .poll(async () => (await boxOf(planes.first())).height, SLOW)
      .toBeGreaterThan(least);
    for (const plane of await planes.all()) {
      const box = await boxOf(plane);
      expect(box.height, where).toBeGreaterThanOrEqual(least);
      expect(box.bottom, where).toBeLessThanOrEqual(fold);
    }
    const chart = await boxOf(page.getByRole('figure', { name: 'Accuracy' }));
    const whole = await boxOf(picture);
    if (isBeside) expect(chart.left, where).toBeGreaterThan(whole.right);
    else expect(chart.top, where).toBeGreaterThan(whole.bottom);
  }
  const boundary = () => picture.locator('svg[data-clickable] > path').first().getAttribute('d');
  const seen = [await boundary()];
  for (let epoch = 1; epoch <= 2; epoch++) {
    await page.keyboard.press('e');
    await expect.poll(() => compare.epoch(), SLOW).toBe(epoch);
    await expect.poll(async () => seen.includes(await boundary()), SLOW).toBe(false);
    seen.push(await boundary());
  }
  await page.keyboard.press('ArrowLeft');
  await expect.poll(boundary, SLOW).toBe(seen[1]);
  await page.getByRole('radio', { name: 'add “inner”' }).check({ force: true });
  await planes.last().click({ position: { x: 20, y: 20 }, force: true });
  await picture.getByText(/^Added: inner at /).waitFor({ state: 'attached' });
  assertQuiet();
});

/** Pictures wait for training, and then for their turn to be drawn. */
const SLOW = { timeout: 60_000 };

async function boxOf(part: Locator) {
  const { x, y, width, height } = (await part.boundingBox()) ?? NOWHERE;
  return { left: x, right: x + width, top: y, bottom: y + height, height };
}

it('two charts beside each other are level, as wide as the window may be', async () => {
  const { page } = await openPage();
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  const edges = () =>
    page
      .getByRole('slider', { name: /^Read / })
      .evaluateAll((plots) =>
        plots.map((plot) => [
          plot.getBoundingClientRect().top,
          plot.getBoundingClientRect().bottom,
        ]),
      );
  await expect.poll(async () => (await edges()).length, SLOW).toBe(2);
  for (const change of ['Logarithmic', 'Smoothing'] as const) {
    // Each gives the legend of one chart more to say.
    await compare.button('Options of Data loss').click();
    if (change === 'Logarithmic') await page.getByRole('radio', { name: change }).check();
    else await page.getByRole('slider', { name: change }).press('End');
    await page.keyboard.press('Escape');
    for (const width of [1440, 1200, 1024, 940]) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(
          async () => {
            const [accuracy, loss] = await edges();
            return accuracy?.every((edge, i) => edge === loss?.[i]);
          },
          { message: `level at ${width}` },
        )
        .toBe(true);
      const [accuracy] = await edges();
      expect((accuracy?.[1] ?? NaN) - (accuracy?.[0] ?? NaN)).toBeGreaterThan(150);
    }
  }
});

it('another arm fills the hole that cards leave', async () => {
  const { page, assertQuiet } = await openPage();
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  const place = compare.button('Add another arm');
  /** At 1440, 1024 and 390, with two arms, three and so on. */
  const holes = [
    [false, false, false],
    [false, true, false],
    [false, false, false],
    [true, true, false],
    [false, false, false],
  ];
  for (const [index, expected] of holes.entries()) {
    const found: boolean[] = [];
    for (const width of [390, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      found.unshift(await place.isVisible());
    }
    expect(found, `${index + 2} arms`).toEqual(expected);
    if (index === holes.length - 1) break;
    if (!expected[0]) {
      await compare.addArm();
      continue;
    }
    const left = (await place.boundingBox())?.x;
    await place.press('Enter');
    await page.getByRole('dialog', { name: 'Add another arm' }).locator(':focus').waitFor();
    await page.keyboard.press('Enter');
    const letter = 'ABCDEF'.charAt(index + 2);
    const card = page.getByRole('region', { name: new RegExp(`^${letter} ·`) });
    expect((await card.boundingBox())?.x).toBe(left);
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toMatch(new RegExp(`^Arm ${letter}:`));
  }
  assertQuiet();
});

it('on a phone the verdict follows the accuracy, and what is beneath it stays while one looks back', async () => {
  const { page, assertQuiet } = await openPage({ viewport: { width: 390, height: 844 } });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished');
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await verdict.getByText('Try next:').waitFor();
  const topOf = async (name: string) =>
    (await page.getByRole('figure', { name }).boundingBox())?.y ?? NaN;
  const boxOf = async () => {
    const { y, height } = (await verdict.boundingBox()) ?? { y: NaN, height: NaN };
    return { top: y, bottom: y + height, height };
  };
  const { top, bottom, height } = await boxOf();
  expect(await topOf('Accuracy')).toBeLessThan(top);
  expect(await topOf('Data loss')).toBeGreaterThanOrEqual(bottom);
  await page.getByRole('slider', { name: 'Epoch on show' }).press('ArrowLeft');
  await verdict.getByText('Looking back').waitFor();
  expect((await boxOf()).height).toBe(height);
  assertQuiet();
});

it('on a phone the verdict of points in a plane follows their picture', async () => {
  const { page, assertQuiet } = await openPage({ viewport: { width: 390, height: 844 } });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('tab', { name: '2-D' }).click();
  await page.getByRole('radio', { name: 'Circles' }).check({ force: true });
  await compare.settle();
  const picture = await boxOf(page.getByRole('region', { name: 'Decision boundary' }));
  const verdict = await boxOf(page.getByRole('region', { name: 'Verdict' }));
  const chart = await boxOf(page.getByRole('figure', { name: 'Accuracy' }));
  expect(verdict.top).toBeGreaterThanOrEqual(picture.bottom);
  expect(chart.top).toBeGreaterThanOrEqual(verdict.bottom);
  assertQuiet();
});

it('charts stand beneath each other where large text leaves them no room beside', async () => {
  const { page, assertQuiet } = await openPage({ viewport: { width: 1280, height: 800 } });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  const boxesOf = async () => {
    const [accuracy, loss] = await Promise.all(
      ['Accuracy', 'Data loss'].map((name) => boxOf(page.getByRole('figure', { name }))),
    );
    return { accuracy, loss };
  };
  const beside = await boxesOf();
  expect(beside.loss?.top).toBe(beside.accuracy?.top);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expect
    .poll(async () => {
      const { accuracy, loss } = await boxesOf();
      return (loss?.top ?? NaN) > (accuracy?.bottom ?? NaN);
    }, SLOW)
    .toBe(true);
  assertQuiet();
});

it('on a phone the batch stays at hand down to the mask of the last arm', async () => {
  const { page } = await openPage({ viewport: { width: 390, height: 844 } });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await page.getByRole('radio', { name: 'Dropout mask', exact: true }).check({ force: true });
  const batch = page.getByRole('group', { name: 'Batch' });
  const step = batch.getByRole('button', { name: 'Step one batch' });
  await step.click();
  const mask = page.getByRole('region', { name: /^B ·/ });
  await mask.getByText(/^In step 1, image 1:/).waitFor();
  await mask.scrollIntoViewIfNeeded();
  await mask.evaluate((card) => {
    card.scrollIntoView({ block: 'end' });
  });
  await step.click();
  await mask.getByText(/^In step 2, image 1:/).waitFor();
  expect((await batch.boundingBox())?.y).toBe(0);
});
