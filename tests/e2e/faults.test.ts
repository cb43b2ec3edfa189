/**
 * What befalls a run from outside, through the built page: a device that is lost, for good or not, or
 * hangs, a worker that dies, data that do not come, an experiment that no device could hold.
 */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';

/** The page with a worker in which this code runs before all other. */
async function openWithWorkerCode(code: string, search: string): Promise<ComparePage> {
  const { page, context } = await openPage({ search: '?backend=cpu' });
  await context.route(/trainer\.worker.*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${code}}\n${await response.text()}` });
  });
  await page.goto(page.url().replace('?backend=cpu', search));
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  return compare;
}

/** Keeps the worker's contexts where the test can reach them. Nothing sent to one that hangs is ever done. */
const KEEP_CONTEXTS = `
  const wait = WebGL2RenderingContext.prototype.clientWaitSync;
  self.hanging = [];
  WebGL2RenderingContext.prototype.clientWaitSync = function (...args) {
    return self.hanging.includes(this) ? this.TIMEOUT_EXPIRED : wait.apply(this, args);
  };
  const get = OffscreenCanvas.prototype.getContext;
  self.contexts = [];
  OffscreenCanvas.prototype.getContext = function (...args) {
    const made = get.apply(this, args);
    if (made) self.contexts.push(made);
    return made;
  };`;

/** Every context that there is: the training's own, and those only looked at, which are lost anyway. */
async function loseWebgl(page: Page, { forGood }: { forGood: boolean }): Promise<void> {
  await page.workers()[0]?.evaluate((isGone) => {
    const { contexts } = globalThis as unknown as { contexts: WebGL2RenderingContext[] };
    if (isGone) OffscreenCanvas.prototype.getContext = () => null;
    for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
  }, forGood);
}

/**
 * From now on the present contexts accept every call and finish none. The worker's clock runs ten times as fast, so
 * that the 30 seconds after which a device is given up take 3.
 */
async function hangWebgl(page: Page): Promise<void> {
  await page.workers()[0]?.evaluate(() => {
    const worker = globalThis as unknown as Record<'contexts' | 'hanging', unknown[]>;
    worker.hanging = [...worker.contexts];
    const clock = performance.now.bind(performance);
    const start = clock();
    performance.now = () => start + 10 * (clock() - start);
  });
}

/** What the backend's panel says of a loss. */
async function waitForLossNote(page: Page, backend: RegExp): Promise<void> {
  await page.getByRole('button', { name: backend }).click();
  await page.getByText(/The device was lost in epoch \d+; the run went on/).waitFor();
}

/** Epochs of the accuracy chart, once it has them all. */
async function accuracyTable(compare: ComparePage, epochs: number): Promise<string[][]> {
  await expect.poll(async () => (await compare.table('Accuracy')).length).toBe(epochs + 2);
  return compare.table('Accuracy');
}

type Disturb = (page: Page) => Promise<void>;

const EPOCHS = 8;

/** Accuracy and loss of a run on WebGL that meets this, or nothing. */
async function trainOnWebgl(disturb: Disturb | null): Promise<string[][][]> {
  const compare = await openWithWorkerCode(KEEP_CONTEXTS, '?backend=webgl');
  await compare.setField('Epochs', String(EPOCHS));
  await compare.settle();
  await compare.button('Train').click();
  if (disturb) {
    await expect.poll(() => compare.epoch(), { timeout: 60_000 }).toBeGreaterThan(2);
    await disturb(compare.page);
  }
  await compare.waitFor('finished', 120_000);
  const accuracy = await accuracyTable(compare, EPOCHS);
  if (disturb) await waitForLossNote(compare.page, /^WebGL/);
  expect(await compare.page.locator('[data-mark="change"]').count()).toBe(0);
  return [accuracy, await compare.table('Data loss')];
}

/** Trained once for all that it is compared with. */
let undisturbed: Promise<string[][][]> | undefined;

it.each<[string, Disturb]>([
  ['is lost', (page) => loseWebgl(page, { forGood: false })],
  ['hangs', hangWebgl],
])('WebGL that %s in mid-run is replaced, and the curve is the same', async (_, disturb) => {
  undisturbed ??= trainOnWebgl(null);
  const expected = await undisturbed;
  expect(await trainOnWebgl(disturb)).toEqual(expected);
});

it('WebGL that is lost and does not come back gives way to WASM, with a mark on the curves', async () => {
  const compare = await openWithWorkerCode(KEEP_CONTEXTS, '?backend=webgl');
  const { page } = compare;
  await page.getByRole('button', { name: /^WebGL/ }).waitFor();
  await compare.setField('Epochs', String(EPOCHS));
  await compare.settle();
  await compare.button('Train').click();
  await expect.poll(() => compare.epoch(), { timeout: 60_000 }).toBeGreaterThan(2);
  await loseWebgl(page, { forGood: true });
  await compare.waitFor('finished', 120_000);
  const table = await accuracyTable(compare, EPOCHS);
  expect(table.slice(1).map(([epoch]) => epoch)).toEqual(
    Array.from({ length: EPOCHS + 1 }, (_, epoch) => String(epoch)),
  );
  await waitForLossNote(page, /^WASM/);
  const changes = page.getByRole('list', { name: 'Changed while training' });
  for (const list of await changes.all())
    expect(await list.textContent()).toMatch(/Epoch [\d.]+: backend WebGL → WASM/);
  expect(await changes.count()).toBe(2);
  for (const chart of ['Accuracy', 'Data loss']) {
    const figure = page.getByRole('figure', { name: chart });
    expect(await figure.locator('[data-mark="change"]').count()).toBe(1);
  }
});

it('a worker killed in mid-run is replaced, and the run ends with the figures of an undisturbed one', async () => {
  const epochs = 30;
  const train = async (disturb: (compare: ComparePage) => Promise<void>) => {
    const { page } = await openPage();
    const compare = new ComparePage(page);
    await compare.waitFor('ready');
    await compare.setField('Epochs', String(epochs));
    await compare.settle();
    await disturb(compare);
    await compare.waitFor('finished', 120_000);
    const accuracy = await accuracyTable(compare, epochs);
    return { page, accuracy, loss: await compare.table('Data loss') };
  };
  const undisturbed = await train(async (compare) => {
    await compare.setPace('full speed');
    await compare.button('Train').click();
  });
  const disturbed = await train(async (compare) => {
    await compare.setPace('5 epochs / s');
    await compare.button('Train').click();
    // Past the first copy that the page is given, which comes after two seconds.
    await expect.poll(() => compare.epoch(), { timeout: 60_000 }).toBeGreaterThan(14);
    await compare.page.workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by a test');
      });
    });
    await compare.page.getByText(/was restarted: the run goes on from its last check/).waitFor();
    await compare.setPace('full speed');
  });
  expect(disturbed.accuracy).toEqual(undisturbed.accuracy);
  expect(disturbed.loss).toEqual(undisturbed.loss);
  // Nothing was changed by that: same backend, no mark.
  expect(await disturbed.page.locator('[data-mark="change"]').count()).toBe(0);
});

it('data that do not come leave a sentence in sight on a phone, and the settings; asked again, they come', async () => {
  const { page, context } = await openPage({ viewport: { width: 390, height: 844 } });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await context.setOffline(true);
  await page.getByRole('radio', { name: 'MNIST' }).click({ force: true });
  const failure = page.getByRole('alert');
  await failure.filter({ hasText: /^MNIST could not be loaded\..*no connection/ }).waitFor();
  // All of it, with the settings unfolded above it.
  const { y = -1, height = 0 } = (await failure.boundingBox()) ?? {};
  const transport = await compare.button('Train').boundingBox();
  expect(y).toBeGreaterThan(0);
  expect(y + height).toBeLessThan(transport?.y ?? 0);
  await context.setOffline(false);
  await compare.button('Try again').click();
  await compare.waitFor('ready');
  expect(await failure.count()).toBe(0);
  expect(await page.getByRole('radio', { name: 'MNIST' }).isChecked()).toBe(true);
});

it('a setting that is edited on a phone is not covered by the bar that tells of it', async () => {
  const { page } = await openPage({ viewport: { width: 390, height: 844 } });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await compare.step('Step one epoch');
  await compare.waitFor('paused');
  const field = compare.field('Repeats');
  // Just above the transport.
  await field.evaluate((element) => {
    scrollBy(0, element.getBoundingClientRect().bottom - innerHeight + 130);
    element.focus({ preventScroll: true });
  });
  await compare.setField('Repeats', '2');
  const bar = page.getByText('Changed: repeats').locator('../..');
  await expect
    .poll(async () => {
      const [above, below] = [await field.boundingBox(), await bar.boundingBox()];
      return above && below ? below.y - above.y - above.height : NaN;
    })
    .toBeGreaterThanOrEqual(0);
});

it('an experiment beyond 512 MB is refused before Train, with the figure', async () => {
  const { page, assertQuiet } = await openPage();
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await page.getByRole('button', { name: 'Hidden layer 1, 256 units' }).click();
  await compare.setField('Units of hidden layer 1', '1024');
  await page.keyboard.press('Escape');
  for (let layer = 2; layer <= 6; layer++) await compare.button('+ layer').click();
  await compare.setField('Repeats', '10');
  await page
    .getByText(/10 times each, need about [\d,]+ MB; at most 512 MB are used/)
    .first()
    .waitFor();
  expect(await compare.button('Train').isDisabled()).toBe(true);
  assertQuiet();
});

it('a network larger than the device’s textures is refused before Train, and another backend takes it', async () => {
  const { page } = await openPage({ search: '?backend=cpu' });
  await page.context().route(/trainer\.worker.*\.js/, async (route) => {
    const response = await route.fetch();
    const code = `{
      const get = WebGL2RenderingContext.prototype.getParameter;
      WebGL2RenderingContext.prototype.getParameter = function (name) {
        return name === this.MAX_TEXTURE_SIZE ? 16 : get.call(this, name);
      };
    }`;
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });
  await page.goto(page.url().replace('cpu', 'webgl'));
  const compare = new ComparePage(page);
  await page
    .getByText(/too large for the device: .* the largest is 16 x 16\. Make the hidden layers/)
    .waitFor();
  await page.getByRole('button', { name: /^WebGL/ }).click();
  await page.getByRole('radio', { name: 'WASM' }).click({ force: true });
  await compare.waitFor('ready');
});

it('code of the charts that did not arrive is fetched anew, for both of them, at a press', async () => {
  const { page, context } = await openPage({ search: '?backend=cpu' });
  const asked: string[] = [];
  let isCut = true;
  await context.route(/curve-chart.*\.js/, async (route) => {
    asked.push(route.request().url());
    await (isCut ? route.abort() : route.continue());
  });
  await page.reload();
  const again = page.getByRole('button', { name: 'Try again' });
  await expect.poll(() => again.count()).toBe(2);
  expect(await page.getByText('Accuracy: the chart could not be shown.').count()).toBe(1);
  expect(asked).toHaveLength(1);
  await again.first().click();
  await expect.poll(() => asked.length).toBe(2);
  await expect.poll(() => again.count()).toBe(2);
  isCut = false;
  await again.first().click();
  await page.getByRole('figure', { name: 'Accuracy' }).waitFor();
  await page.getByRole('figure', { name: 'Data loss' }).waitFor();
  expect(asked).toHaveLength(3);
});
