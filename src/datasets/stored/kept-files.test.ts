import { expect, test } from 'vitest';
import { DataError } from '../dataset.ts';
import { digits } from '../sets/digits.ts';
import { moons } from '../sets/moons.ts';
import { wine } from '../sets/wine.ts';
import { filesOf, keepFiles, measureKept } from './kept-files.ts';
import { createShardLoader } from './shard-loader.ts';
import { digitsFiles } from '../sets/digits.shards.ts';
import { baseUrl, contextOf, fakeCaches, fakeSite } from './shard-site-fixture.ts';

const files = filesOf([digits, moons, wine]);
const totalBytes = files.reduce((sum, { shard }) => sum + shard.bytes, 0);

test('files are those of the sets that are not made up as they are needed', () => {
  expect(files.map(({ name }) => name)).toEqual([
    'data/digits/training-00.bin',
    'data/wine/training-00.bin',
  ]);
});

test('keeps what is missing, and what is kept needs no network', async () => {
  const { openCache, entries } = fakeCaches();
  const site = fakeSite({ openCache });
  const progress: [number, number][] = [];
  const onProgress = (loaded: number, total: number) => void progress.push([loaded, total]);
  expect(await measureKept(files, baseUrl, site.environment)).toEqual({ keptBytes: 0, totalBytes });
  await keepFiles(files, contextOf({ onProgress }), site.environment);
  expect(progress[0]).toEqual([0, totalBytes]);
  expect(progress.at(-1)).toEqual([totalBytes, totalBytes]);
  expect(entries.size).toBe(2);
  expect((await measureKept(files, baseUrl, site.environment)).keptBytes).toBe(totalBytes);

  site.requests.length = 0;
  await keepFiles(files, contextOf(), site.environment);
  const rows = await createShardLoader(digitsFiles, site.environment)('training', [0], contextOf());
  expect(rows.count).toBe(1797);
  expect(site.requests).toEqual([]);
});

test('says why where nothing can be kept, and what the site has against it', async () => {
  const denied = fakeSite(); // its Cache cannot be opened
  await expect(keepFiles(files, contextOf(), denied.environment)).rejects.toThrow(
    'This browser does not keep the data: it has no room for them, or its settings forbid it.',
  );
  const away = fakeSite({ openCache: fakeCaches().openCache });
  away.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  const refusal = keepFiles(files, contextOf(), away.environment);
  await expect(refusal).rejects.toThrow(DataError);
  await expect(refusal).rejects.toThrow(/did not arrive: there is no connection to the site\./);
});

test('stops when it is told to, with the reason it was given', async () => {
  const site = fakeSite({ openCache: fakeCaches().openCache });
  const stop = new AbortController();
  site.answer = () => {
    stop.abort(new Error('enough'));
    return Promise.reject(new TypeError('aborted'));
  };
  await expect(
    keepFiles(files, contextOf({ signal: stop.signal }), site.environment),
  ).rejects.toThrow('enough');
});
