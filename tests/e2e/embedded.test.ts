/** The page in a frame of somebody else's page, from a server that sends no headers, and without its scripts. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openPage } from './harness.ts';

/** Another origin: at /around?ADDRESS a page that frames the address, at /bare/ the site without its headers. */
const server = createServer((request, response) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://host');
  if (pathname === '/around') {
    const frame = `<iframe sandbox="allow-scripts" width="1200" height="800" src="${search.slice(1)}"></iframe>`;
    response.setHeader('content-type', 'text/html').end(`<!doctype html>${frame}`);
    return;
  }
  void fetch(new URL(pathname.replace('/bare/', ''), inject('siteUrl'))).then(async (original) => {
    const type = original.headers.get('content-type') ?? 'text/plain';
    response.writeHead(original.status, { 'content-type': type });
    response.end(new Uint8Array(await original.arrayBuffer()));
  });
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function train(place: Page | FrameLocator) {
  const status = (word: string) =>
    place.getByRole('status', { name: 'Training status' }).filter({ hasText: word });
  await status('ready').waitFor({ state: 'attached', timeout: 60_000 });
  await place.getByRole('button', { name: 'Train', exact: true }).click();
  await expect
    .poll(() => place.getByRole('progressbar', { name: 'Epochs' }).getAttribute('aria-valuenow'))
    .not.toBe('0');
}

async function expectSentence(place: Page | FrameLocator) {
  const sentence = place.getByText('The playground has not started');
  await sentence.waitFor(); // it comes some seconds late, on purpose
  const link = sentence.getByRole('link', { name: 'Open the page itself' });
  expect(await link.getAttribute('target')).toBe('_blank');
}

it('trains in a frame that lets it run scripts and nothing else', async () => {
  const { page } = await openPage({ url: `${origin}/around?${inject('siteUrl')}` });
  await train(page.frameLocator('iframe'));
});

it('gives the text of a file to be copied in a frame that forbids downloads', async () => {
  const { page } = await openPage({ url: `${origin}/around?${inject('siteUrl')}` });
  const frame = page.frameLocator('iframe');
  await frame
    .getByRole('status', { name: 'Training status' })
    .filter({ hasText: 'ready' })
    .waitFor({ state: 'attached', timeout: 60_000 });
  await frame.getByRole('button', { name: 'Export', exact: true }).click();
  await frame.getByRole('menuitem', { name: 'Curves (CSV)' }).click();
  const text = frame.getByRole('textbox', { name: 'Text of compare-digits-curves.csv' });
  expect(await text.inputValue()).toMatch(/^arm,arm id,repeat,fold,epoch,/);
  await frame.getByRole('button', { name: /^Copy/ }).click();
  expect(await text.evaluate((field: HTMLTextAreaElement) => field.selectionEnd)).toBeGreaterThan(
    99,
  );
  await frame.getByRole('button', { name: 'Close' }).click();
  expect(await text.count()).toBe(0);
});

it('needs no headers for itself; in such a frame it says that it has not started', async () => {
  const { page } = await openPage({ url: `${origin}/bare/` });
  await train(page);
  await page.goto(`${origin}/around?/bare/`);
  await expectSentence(page.frameLocator('iframe'));
});

it('says so where scripts are off, or do not arrive', async () => {
  const { page } = await openPage({ scripts: false });
  await expectSentence(page);
  const { page: other, context } = await openPage({ url: 'about:blank' });
  await context.route(/\.js$/, (route) => route.abort());
  await other.goto(inject('siteUrl'));
  await expectSentence(other);
});
