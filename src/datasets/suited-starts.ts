/**
 * Network and training that suit each data set as it comes: large enough to learn it by heart, small
 * enough to be trained in a minute. All train by Adam with ReLU units; a new set needs its line here.
 */
import type { DatasetId } from './registry.ts';

export interface SuitedStart {
  readonly hiddenLayers: readonly number[];
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
}

const SMALL_IMAGES = { hiddenLayers: [256], learningRate: 0.005, batchSize: 32, epochs: 50 };
const LARGE_IMAGES = { hiddenLayers: [128], learningRate: 0.003, batchSize: 50, epochs: 30 };
const PLANE = { hiddenLayers: [64, 64], learningRate: 0.01, batchSize: 20, epochs: 200 };
const CURVE = { hiddenLayers: [64, 64], learningRate: 0.01, batchSize: 20, epochs: 300 };
const TABLE = { hiddenLayers: [64], learningRate: 0.005, batchSize: 20, epochs: 60 };

export const SUITED_STARTS: Readonly<Record<DatasetId, SuitedStart>> = {
  digits: SMALL_IMAGES,
  mnist: LARGE_IMAGES,
  'fashion-mnist': LARGE_IMAGES,
  circles: PLANE,
  xor: PLANE,
  gaussians: PLANE,
  spirals: PLANE,
  moons: PLANE,
  sine: CURVE,
  step: CURVE,
  cubic: CURVE,
  'breast-cancer': TABLE,
  wine: TABLE,
  diabetes: TABLE,
  spam: TABLE,
  // Its truth is linear: hidden units could only add noise.
  'sparse-linear': { hiddenLayers: [], learningRate: 0.03, batchSize: 20, epochs: 200 },
};
