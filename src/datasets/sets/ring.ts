/**
 * A ring in a square full of points, with labels that are drawn: P(ring | x) is known everywhere, and no network
 * can do better than to know it.
 */
import { generatedDataset } from '../generated/generated-dataset.ts';
import type { RowRule } from '../generated/generated-dataset.ts';
import { planePicture } from '../kinds/plane-dataset.ts';
import type { Truth } from '../dataset.ts';

const RADII = { inner: 0.4, outer: 0.8 } as const;

/** Points lie anywhere in the square from -1 to 1. */
const row: RowRule = (_, noise, { uniform }) => {
  const [x, y] = [2 * uniform(0) - 1, 2 * uniform(1) - 1];
  const isOther = uniform(2) < noise;
  return { features: [x, y], target: isInRing(x, y) !== isOther ? 1 : 0 };
};

function isInRing(x: number, y: number): boolean {
  const radius = Math.sqrt(x * x + y * y);
  return radius > RADII.inner && radius < RADII.outer;
}

/** Places along a side of the grid. */
const SIDE = 40;
const PLACES = Array.from({ length: SIDE * SIDE }, (_, place) => {
  const middle = (index: number) => ((index + 0.5) * 2) / SIDE - 1;
  return [middle(place % SIDE), middle(Math.floor(place / SIDE))] as const;
});

/** The grid runs from left to right and from below upwards. */
const truth: Truth = {
  borders: [RADII.inner, RADII.outer],
  gridRows: PLACES.length,
  grid: () => ({
    count: PLACES.length,
    features: Float32Array.from(PLACES.flat()),
    featureScale: 1,
    targets: Float32Array.from(PLACES, ([x, y]) => (isInRing(x, y) ? 1 : 0)),
  }),
  answers: (noise) =>
    Float64Array.from(
      PLACES.flatMap(([x, y]) => (isInRing(x, y) ? [noise, 1 - noise] : [1 - noise, noise])),
    ),
};

export const ring = generatedDataset({
  id: 'ring',
  label: 'Ring',
  group: 'plane',
  task: 'classification',
  featureCount: 2,
  classNames: ['outside', 'ring'],
  words: { examples: 'points', class: 'class' },
  introduction: { aim: 'learn whether a point belongs to a ring, from', rows: 'points' },
  featureNames: ['x₁', 'x₂'],
  target: null,
  noise: {
    label: 'Noise',
    hint: 'Probability that a point has the other label, in training, validation and test: no network can be right more often than in the rest.',
    ...{ max: 0.5, initial: 0.1, step: 0.02 },
  },
  standardizes: { features: false, target: false },
  start: {
    trainingExamples: 100,
    validationExamples: 500,
    hiddenLayers: [64, 64],
    learningRate: 0.01,
    batchSize: 20,
    epochs: 200,
    pace: 15,
    seed: 1,
    arms: [{}, { l2: { lambda: 0.003 } }],
  },
  row,
  truth,
  thumbnail: planePicture(row, { pictureNoise: 0, extent: 1.1 }),
});
