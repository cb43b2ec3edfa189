/** All data sets, by groups, in the order of the page's tiles. Adding one is its file and a line here. */
import { breastCancer } from './breast-cancer.ts';
import { circles } from './circles.ts';
import { cubic } from './cubic.ts';
import type { Dataset } from './dataset.ts';
import { diabetes } from './diabetes.ts';
import { digits } from './digits.ts';
import { fashionMnist } from './fashion-mnist.ts';
import { gaussians } from './gaussians.ts';
import { mnist } from './mnist.ts';
import { moons } from './moons.ts';
import { sine } from './sine.ts';
import { spam } from './spam.ts';
import { sparseLinear } from './sparse-linear.ts';
import { spirals } from './spirals.ts';
import { step } from './step.ts';
import { wine } from './wine.ts';
import { xor } from './xor.ts';

export const DATASETS = [
  digits,
  mnist,
  fashionMnist,
  circles,
  xor,
  gaussians,
  spirals,
  moons,
  sine,
  step,
  cubic,
  breastCancer,
  wine,
  diabetes,
  spam,
  sparseLinear,
] as const;

export type DatasetId = (typeof DATASETS)[number]['id'];

export function findDataset(id: string): Dataset | undefined {
  return DATASETS.find((dataset) => dataset.id === id);
}
