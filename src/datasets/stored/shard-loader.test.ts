/** Against the real files, through a fetch and a cache that can be made to fail. */
import { describe, expect, test, vi } from 'vitest';
import { digitsFiles } from '../sets/digits.shards.ts';
import type { Dataset } from '../dataset.ts';
import { DataError } from '../dataset.ts';
import { mnist } from '../sets/mnist.ts';
import { mnistFiles } from '../sets/mnist.shards.ts';
import { createShardLoader } from './shard-loader.ts';
import { baseUrl, contextOf, fakeCaches, fakeSite } from './shard-site-fixture.ts';
import type { Answer, FakeSite } from './shard-site-fixture.ts';
import { loadSplit } from '../splitting/split.ts';

const hashOf = (index: number) => mnistFiles.training[index]?.sha256 ?? '';

function storedRows({ rows }: Dataset) {
  if (rows.kind !== 'stored') throw new Error('These rows are made, not stored.');
  return rows;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

const load = (site: FakeSite, shards = [0], context = contextOf()) =>
  createShardLoader(mnistFiles, site.environment)('training', shards, context);

describe('what it loads', () => {
  test('digits: bytes from 0 to 16, and their labels', async () => {
    const loadShards = createShardLoader(digitsFiles, fakeSite().environment);
    const rows = await loadShards('training', [0], contextOf());
    expect(rows).toMatchObject({ count: 1797, featureScale: 1 / 16 });
    expect(rows.features).toHaveLength(1797 * 64);
    // The first row of the UCI file: a zero.
    expect([...rows.features.slice(0, 16)]).toEqual([
      0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0,
    ]);
    expect([...rows.targets.slice(0, 5)]).toEqual([0, 1, 2, 3, 4]);
  });

  test('shards in the order asked for', async () => {
    const site = fakeSite();
    const [both, first, second] = await Promise.all([
      load(site, [7, 2]),
      load(site, [7]),
      load(site, [2]),
    ]);
    expect(both.count).toBe(2000);
    const expected = [first.features, second.features].map((bytes) => Buffer.from(bytes));
    expect(Buffer.concat(expected).equals(both.features as Uint8Array)).toBe(true);
    expect([...both.targets]).toEqual([...first.targets, ...second.targets]);
  });

  test('progress starts at 0 of the total, never falls and ends with all bytes', async () => {
    const seen: [number, number][] = [];
    const onProgress = (loaded: number, total: number) => seen.push([loaded, total]);
    const shards = [0, 1, 2];
    await load(fakeSite(), shards, contextOf({ onProgress }));
    const total = shards.reduce((sum, i) => sum + (mnistFiles.training[i]?.bytes ?? 0), 0);
    expect(seen[0]).toEqual([0, total]);
    expect(seen.at(-1)).toEqual([total, total]);
    const loaded = seen.map(([bytes]) => bytes);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
  });

  test('a thousand MNIST digits need exactly one training shard', async () => {
    const site = fakeSite();
    const loadShards = createShardLoader(mnistFiles, site.environment);
    const dataset: Dataset = { ...mnist, rows: { ...storedRows(mnist), loadShards } };
    const counts = { trainingExamples: 1000, validationExamples: 500 };
    const seeds = { wrongLabelShare: 0.3, noise: 0, seed: 42, replicate: 0, fold: 0 };
    const split = await loadSplit({ dataset, ...counts, ...seeds }, contextOf());
    expect(site.requests.filter((file) => file.includes('training'))).toHaveLength(1);
    expect(site.requests).toHaveLength(2);
    expect(split.sealedTestRows).toBe(9500);
    expect(split.training.wrongRows).toHaveLength(300);
    expect(split.training.features).toBeInstanceOf(Uint8Array);
    for (let label = 0; label < 10; label++) {
      const count = split.training.trueTargets.filter((target) => target === label).length;
      expect(count).toBeGreaterThan(60);
      expect(count).toBeLessThan(145);
    }
  });

  test('a set without such a shard says so', async () => {
    await expect(load(fakeSite(), [60])).rejects.toThrow('"mnist" has no training shard 60');
  });
});

describe('what can go wrong on the way', () => {
  const cases: [string, Answer, string][] = [
    ['a missing file', () => new Response('', { status: 404 }), 'was not found on the site (404).'],
    [
      'a failing site',
      () => new Response('', { status: 503 }),
      'did not arrive: the site answered 503.',
    ],
    [
      'a page in its place',
      () =>
        new Response('<!doctype html>', {
          headers: { 'Content-Type': 'text/html; charset=utf-8' },
        }),
      'was not found on the site: it sent a web page instead.',
    ],
    [
      'no connection',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'did not arrive: there is no connection to the site.',
    ],
    [
      'a damaged byte',
      (bytes) => {
        bytes[1000] = (bytes[1000] ?? 0) ^ 1;
        return new Response(bytes);
      },
      'is damaged: its content does not match its checksum.',
    ],
    [
      'a truncated file',
      (bytes) => new Response(bytes.subarray(0, 5000)),
      `is cut short: 5,000 of ${mnistFiles.training[0]?.bytes.toLocaleString('en-US') ?? ''} bytes arrived.`,
    ],
    [
      'a file that is too long',
      (bytes) => new Response(Buffer.concat([bytes, bytes])),
      `has the wrong size: more than ${mnistFiles.training[0]?.bytes.toLocaleString('en-US') ?? ''} bytes arrived.`,
    ],
    [
      'a connection that breaks',
      (bytes) => {
        const pull = (controller: ReadableStreamDefaultController) => {
          controller.enqueue(new Uint8Array(bytes.subarray(0, 1000)));
          controller.error(new TypeError('network error'));
        };
        return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }));
      },
      'did not arrive: there is no connection to the site.',
    ],
  ];

  test.each(cases)('%s is named, and a retry succeeds', async (_, answer, sentence) => {
    const site = fakeSite();
    const good = site.answer;
    site.answer = answer;
    const failed = load(site);
    await expect(failed).rejects.toThrow(DataError);
    await expect(failed).rejects.toThrow(new DataError(`data/mnist/training-00.bin ${sentence}`));
    site.answer = good;
    expect((await load(site)).count).toBe(1000);
  });

  test('a damaged copy in the HTTP cache is loaded again past it', async () => {
    const site = fakeSite();
    site.answer = (bytes, init) =>
      new Response(init.cache === 'reload' ? bytes : bytes.subarray(0, 100));
    expect((await load(site)).count).toBe(1000);
    expect(site.requests).toEqual([
      'data/mnist/training-00.bin',
      'data/mnist/training-00.bin (reload)',
    ]);
  });

  test('a stalled transfer fails', async () => {
    const site = fakeSite({ stallMs: 50 });
    site.answer = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    await expect(load(site)).rejects.toThrow(
      'data/mnist/training-00.bin stopped arriving: nothing came for 0.05 seconds.',
    );
  });

  test('after a failure the others stop, and what had arrived is kept', async () => {
    const site = fakeSite();
    const good = site.answer;
    site.answer = async (bytes) => {
      if (site.requests.length < 20) return good(bytes, {});
      await settled();
      return new Response('', { status: 500 });
    };
    const all = mnistFiles.training.map((_, index) => index);
    await expect(load(site, all)).rejects.toThrow('answered 500');
    const requested = site.requests.length;
    expect(requested).toBeLessThan(30);
    await settled();
    expect(site.requests).toHaveLength(requested);
    const kept = site.environment.memory.size;
    expect(kept).toBeGreaterThanOrEqual(19);
    site.answer = good;
    expect((await load(site, all)).count).toBe(60000);
    expect(site.requests).toHaveLength(requested + 60 - kept);
  }, 30_000);

  test('an abort ends it with its own reason, at any time', async () => {
    const reason = new Error('cancelled');
    for (const when of ['before', 'during']) {
      const site = fakeSite();
      const controller = new AbortController();
      if (when === 'before') controller.abort(reason);
      site.answer = (bytes) => {
        controller.abort(reason);
        return new Response(bytes);
      };
      const context = contextOf({ signal: controller.signal });
      await expect(load(site, [0, 1, 2], context)).rejects.toBe(reason);
      expect(site.requests.length).toBe(when === 'before' ? 0 : 3);
    }
  });
});

describe('what it keeps', () => {
  test('shards of an earlier run are not fetched again, up to the limit', async () => {
    const site = fakeSite({ memoryLimitBytes: 500_000 });
    await load(site, [0, 1]);
    await load(site, [1, 0]);
    expect(site.requests).toHaveLength(2);
    await load(site, [2, 3, 4]);
    const bytes = [...site.environment.memory.values()].reduce((sum, b) => sum + b.length, 0);
    expect(bytes).toBeLessThanOrEqual(500_000);
    await load(site, [0]);
    expect(site.requests).toHaveLength(6);
  });

  test('the cache serves the next visit', async () => {
    const { entries, openCache } = fakeCaches();
    const first = fakeSite({ openCache });
    const rows = await load(first);
    await settled();
    expect([...entries.keys()]).toEqual([
      `${baseUrl}data/mnist/training-00.bin?sha256=${hashOf(0)}`,
    ]);
    const second = fakeSite({ openCache });
    const { features, targets } = await load(second);
    expect(Buffer.from(features).equals(rows.features as Uint8Array)).toBe(true);
    expect(targets).toEqual(rows.targets);
    expect(second.requests).toEqual([]);
  });

  test('a poisoned cache entry is dropped and the file fetched anew', async () => {
    const { entries, openCache } = fakeCaches();
    const key = `${baseUrl}data/mnist/training-00.bin?sha256=${hashOf(0)}`;
    const stale = `${baseUrl}data/mnist/training-00.bin?sha256=of-an-older-version`;
    entries.set(key, new Uint8Array(1000));
    entries.set(stale, new Uint8Array(1000));
    const site = fakeSite({ openCache });
    expect((await load(site)).count).toBe(1000);
    expect(site.requests).toHaveLength(1);
    await settled();
    expect(entries.get(key)).toHaveLength(mnistFiles.training[0]?.bytes ?? 0);
    expect(entries.has(stale)).toBe(false);
  });

  test('storage that is denied or full is not an error', async () => {
    expect((await load(fakeSite())).count).toBe(1000);
    const { openCache, entries } = fakeCaches();
    const cache = await openCache();
    vi.spyOn(cache, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    expect((await load(fakeSite({ openCache }))).count).toBe(1000);
    await settled();
    expect(entries.size).toBe(0);
  });
});
