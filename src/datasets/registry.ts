/**
 * All data sets, by groups, in the order of the page's tiles. Adding one is its file and a line here. Tables that
 * the user brought are found here too (own/kept-tables.ts), those that are not here any more without their rows.
 */
import { breastCancer } from './sets/breast-cancer.ts';
import { circles } from './sets/circles.ts';
import { cubic } from './sets/cubic.ts';
import type { Dataset } from './dataset.ts';
import { diabetes } from './sets/diabetes.ts';
import { digits } from './sets/digits.ts';
import { fashionMnist } from './sets/fashion-mnist.ts';
import { gaussians } from './sets/gaussians.ts';
import { mnist } from './sets/mnist.ts';
import { tableDataset } from './own/kept-tables.ts';
import { moons } from './sets/moons.ts';
import type { OwnTableId } from './own/table/own-table.ts';
import { ring } from './sets/ring.ts';
import { sine } from './sets/sine.ts';
import { spam } from './sets/spam.ts';
import { sparseLinear } from './sets/sparse-linear.ts';
import { spirals } from './sets/spirals.ts';
import { step } from './sets/step.ts';
import { wine } from './sets/wine.ts';
import { xor } from './sets/xor.ts';

export const DATASETS = [
  digits,
  mnist,
  fashionMnist,
  circles,
  xor,
  gaussians,
  spirals,
  moons,
  ring,
  sine,
  step,
  cubic,
  breastCancer,
  wine,
  diabetes,
  spam,
  sparseLinear,
] as const;

export type DatasetId = (typeof DATASETS)[number]['id'] | OwnTableId;

export function findDataset(id: string): Dataset | undefined {
  return DATASETS.find((dataset) => dataset.id === id) ?? tableDataset(id);
}
