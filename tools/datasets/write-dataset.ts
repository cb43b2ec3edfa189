/**
 * Writes a data set as the site serves it: public/data/<id>/*.bin with a manifest.json, and
 * src/datasets/sets/<id>.shards.ts with the same facts for the code.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import type { PoolName, Shard } from '../../src/datasets/dataset.ts';
import { shardFileName } from '../../src/datasets/stored/shard-list.ts';
import type { Pool } from './pool.ts';
import type { Input } from './source-file.ts';

export interface Facts {
  readonly id: string;
  readonly name: string;
  /** Of an image: [height, width]; of a table: the names of its columns. */
  readonly shape: readonly [number, number] | null;
  readonly featureNames: readonly string[] | null;
  /** The byte that stands for 1; of tables 1. */
  readonly featureMaximum: number;
  /** 0 in regression. */
  readonly classes: number;
  readonly split: string;
  readonly source: string;
  readonly licence: string;
  readonly citation: string;
  readonly inputs: readonly Input[];
}

type Pools = Readonly<{ training: Pool; heldOut: Pool | null }>;

const root = resolve(import.meta.dirname, '../..');
const ROWS_PER_SHARD = 1000;
const SHARD_FORMATS = {
  bytes:
    'rows x features bytes (row by row), then rows bytes of class labels; compressed as raw deflate (RFC 1951)',
  floats:
    'rows x features little-endian 32-bit floats (row by row), then rows such floats of targets; compressed as raw deflate (RFC 1951)',
} as const;

export async function writeDataset(facts: Facts, pools: Pools) {
  const folder = resolve(root, 'public/data', facts.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const describe = (name: PoolName, pool: Pool | null) =>
    pool && { ...describePool(pool, facts), shards: writeShards(folder, name, pool) };
  const written = {
    training: describe('training', pools.training),
    heldOut: describe('heldOut', pools.heldOut),
  };
  const encoding = encodingOf(pools.training);
  const manifest = { ...facts, encoding, shardFormat: SHARD_FORMATS[encoding], pools: written };
  writeFileSync(resolve(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  await writeShardList(facts, encoding, pools.training, written);
  const shards = [...(written.training?.shards ?? []), ...(written.heldOut?.shards ?? [])];
  const bytes = shards.reduce((sum, shard) => sum + shard.bytes, 0);
  console.log(`${facts.id}: ${shards.length} shards, ${bytes.toLocaleString('en-US')} bytes`);
}

type Encoding = keyof typeof SHARD_FORMATS;

function encodingOf({ features }: Pool): Encoding {
  return features instanceof Uint8Array ? 'bytes' : 'floats';
}

/** Counts and sums by which the contents can be told from the originals. */
function describePool({ rows, features, targets }: Pool, { classes, featureMaximum }: Facts) {
  const classCounts = Array.from({ length: classes }, () => 0);
  let targetSum = 0;
  for (const target of targets) {
    targetSum += target;
    if (classes === 0) continue;
    if (!(target < classes)) throw new Error(`Label ${target} is no class.`);
    classCounts[target] = (classCounts[target] ?? 0) + 1;
  }
  let featureSum = 0;
  for (const feature of features) {
    if (features instanceof Uint8Array && feature > featureMaximum)
      throw new Error(`Feature ${feature} is too large.`);
    featureSum += feature;
  }
  return { rows, classCounts, targetSum, featureSum };
}

function writeShards(folder: string, name: PoolName, pool: Pool): Shard[] {
  const width = pool.features.length / pool.rows;
  // A table is one shard; of images a rest joins the last shard only in a set of one shard.
  const isOne = encodingOf(pool) === 'floats' || pool.rows < 2 * ROWS_PER_SHARD;
  const shardRows = isOne ? pool.rows : ROWS_PER_SHARD;
  return Array.from({ length: Math.ceil(pool.rows / shardRows) }, (_, index) => {
    const start = index * shardRows;
    const end = Math.min(start + shardRows, pool.rows);
    const features = pool.features.subarray(start * width, end * width);
    const content = Buffer.concat([bytesOf(features), bytesOf(pool.targets.subarray(start, end))]);
    const packed = deflateRawSync(content, { level: 9, memLevel: 9 });
    if (!inflateRawSync(packed).equals(content)) throw new Error('zlib is broken.');
    const file = shardFileName(name, index);
    writeFileSync(resolve(folder, file), packed);
    const sha256 = createHash('sha256').update(packed).digest('hex');
    return { file, rows: end - start, bytes: packed.length, sha256 };
  });
}

/** Floats in little-endian order, whatever this machine's is. */
function bytesOf(values: Uint8Array | Float32Array): Buffer {
  if (values instanceof Uint8Array) return Buffer.from(values);
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeFloatLE(value, i * 4));
  return bytes;
}

async function writeShardList(
  { id, featureMaximum, featureNames, source, licence }: Facts,
  encoding: Encoding,
  training: Pool,
  pools: Record<PoolName, { shards: Shard[] } | null>,
) {
  const list = (name: PoolName) => {
    const entries = pools[name]?.shards.map(({ rows, bytes, sha256 }) => [rows, bytes, sha256]);
    return entries ? `listShards('${name}', ${JSON.stringify(entries)})` : 'null';
  };
  const constant = id.replace(/-./g, (dash) => dash.slice(1).toUpperCase());
  const featureCount = training.features.length / training.rows;
  const code = `/** Written by tools/build-datasets.ts, as is public/data/${id}: do not edit. */
    import { listShards } from '../stored/shard-list.ts';
    import type { ShardedFiles } from '../stored/shard-list.ts';

    export const ${constant}Files: ShardedFiles<'${id}'> = {
      id: '${id}', encoding: '${encoding}', featureCount: ${featureCount},
      featureMaximum: ${featureMaximum}, featureNames: ${JSON.stringify(featureNames)},
      source: ${JSON.stringify(source)}, licence: ${JSON.stringify(licence)},
      training: ${list('training')}, heldOut: ${list('heldOut')},
    };`;
  const file = resolve(root, `src/datasets/sets/${id}.shards.ts`);
  const options = { ...(await resolveConfig(file)), filepath: file };
  writeFileSync(file, await format(code, options));
}
