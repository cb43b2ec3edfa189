/** The walks in two more engines. What they return is what Chromium returned, to the last bit. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startChromium } from './chromium.ts';
import type { Engine, StartEngine } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { Visit } from './visit.ts';
import { ALL_WALKS } from './walks/all-walks.ts';
import { startWebkit } from './webkit.ts';

const ENGINES: readonly (readonly [string, StartEngine])[] = [
  ['Firefox', startFirefox],
  ['WebKit', startWebkit],
];

/** By the names of the walks. */
const expected = new Map<string, unknown>();

beforeAll(async () => {
  const chromium = await startChromium();
  try {
    for (const { name, go } of ALL_WALKS)
      expected.set(name, await go(new Visit(chromium, inject('siteUrl'))));
  } finally {
    await chromium.close();
  }
});

describe.each(ENGINES)('%s', (_, start) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
    console.log(engine.name);
  });
  afterAll(() => engine.close());

  it.each(ALL_WALKS)('goes through $name as Chromium does', async ({ name, go }) => {
    expect(await go(new Visit(engine, inject('siteUrl')))).toEqual(expected.get(name));
  });
});
