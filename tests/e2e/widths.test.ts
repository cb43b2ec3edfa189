/** The page at many widths, on a desk and presented, with few arms and many; in large text; and enlarged four times. */
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';
import { findLayoutFaults } from './layout-faults.ts';

const WIDTHS = [
  ...[320, 375, 390, 480, 600, 720, 840, 920, 921, 960, 1024],
  ...[1100, 1101, 1200, 1280, 1366, 1440, 1599, 1600, 1800, 1920],
];

async function openTrained(arms: number) {
  const opened = await openPage({ search: '?backend=wasm' });
  const { page } = opened;
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  for (let arm = 2; arm < arms; arm++) await compare.armMenu('B', 'Duplicate');
  await compare.setField('Epochs', '5');
  await compare.settle();
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished', 120_000);
  const resize = async (width: number, height: number) => {
    await page.setViewportSize({ width, height });
    // The charts measure themselves once they have come to rest.
    await page.waitForFunction(() => {
      const pictures = [...document.querySelectorAll('.recharts-wrapper')];
      return (
        pictures.length > 0 &&
        pictures.every((each) => each.clientWidth === each.parentElement?.clientWidth)
      );
    });
  };
  const faultsAt = async (width: number, height: number) => {
    await resize(width, height);
    return (await findLayoutFaults(page)).map((fault) => `${width}: ${fault}`);
  };
  return { ...opened, compare, resize, faultsAt };
}

it.each([2, 6])(
  'at no width is anything cut, out of the window or overlapped: %i arms',
  async (arms) => {
    const { compare, faultsAt, assertQuiet } = await openTrained(arms);
    const faults: string[] = [];
    for (const mode of ['on a desk', 'presented']) {
      if (mode === 'presented') await compare.button('Present').click();
      for (const width of WIDTHS)
        faults.push(...(await faultsAt(width, 800)).map((fault) => `${mode} ${fault}`));
    }
    expect(faults).toEqual([]);
    assertQuiet();
  },
);

it('six trained arms fit two screens, and their weights whole tables', async () => {
  const { page, resize } = await openTrained(6);
  await resize(1440, 900);
  const bottom = async () => {
    const last = await page.getByRole('region', { name: /^F ·/ }).boundingBox();
    return (last?.y ?? NaN) + (last?.height ?? NaN);
  };
  expect(await bottom()).toBeLessThanOrEqual(1800);
  await page.getByRole('radio', { name: 'Weights', exact: true }).check({ force: true });
  await page.getByText('Largest').last().waitFor();
  expect(await bottom()).toBeLessThanOrEqual(1800);
  expect(await findLayoutFaults(page)).toEqual([]);
});

it('text of twice the size covers nothing; enlarged four times the bar leaves three quarters of the window', async () => {
  const { page, compare, faultsAt, resize } = await openTrained(2);
  await resize(320, 256);
  const bar = await compare.button('Train again').locator('..').boundingBox();
  expect(bar?.y).toBeGreaterThanOrEqual(0.75 * 256);
  expect((bar?.y ?? NaN) + (bar?.height ?? NaN)).toBe(256);
  expect(await findLayoutFaults(page)).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const faults: string[] = [];
  for (const width of [1440, 1024, 390]) faults.push(...(await faultsAt(width, 844)));
  expect(faults).toEqual([]);
});
