/** The walks, in three engines. What a walk returns is the same in all of them, to the last bit. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { PAGES } from '../../src/app/pages.ts';
import { startChromium } from './chromium.ts';
import type { Engine } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { Visit } from './visit.ts';
import { ALL_WALKS } from './walks/all-walks.ts';
import { startWebkit } from './webkit.ts';

const ENGINES = [
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
  ['WebKit', startWebkit],
] as const;

/** Other tests may want the machine at the same time. */
const SLOW = { timeout: 600_000 };

it('every page has a walk', () => {
  expect(ALL_WALKS.map(({ page }) => page)).toEqual(PAGES.map(({ label }) => label));
});

/** Results of the first engine that passed, by the names of the pages. */
const results = new Map<string, unknown>();

describe.each(ENGINES)('%s', (_, start) => {
  let engine: Engine | undefined;
  afterAll(() => engine?.close());

  it.each(ALL_WALKS)('walks through $page', SLOW, async ({ page, go }) => {
    engine ??= await start();
    console.log(`${page} in ${engine.name}`);
    const result = await go(new Visit(engine, inject('siteUrl'))).catch((error: unknown) =>
      failWithPicture(engine, error),
    );
    if (!results.has(page)) results.set(page, result);
    expect(result).toEqual(results.get(page));
  });
});

/** Adds a picture of the page to the error, since it says more. */
async function failWithPicture(engine: Engine | undefined, error: unknown) {
  const file = join(tmpdir(), `${engine?.name ?? ''}.png`);
  const picture = await engine?.screenshot();
  if (picture) writeFileSync(file, picture);
  console.log(`The page at that moment: ${file}`);
  throw error;
}
