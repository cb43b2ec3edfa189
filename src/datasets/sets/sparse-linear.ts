/** A sum of five of fifty features, and noise: who finds the five? */
import { generatedDataset } from '../generated/generated-dataset.ts';
import type { RowDraws } from '../generated/generated-dataset.ts';

const FEATURES = 50;
/** Weights of the features that matter, by index. */
const REAL_WEIGHTS: Readonly<Record<number, number>> = {
  3: 1.2,
  10: -0.8,
  23: 1.6,
  31: -1.4,
  44: 1,
};
const trueWeights = Array.from({ length: FEATURES }, (_, feature) => REAL_WEIGHTS[feature] ?? 0);

function row(_: number, deviation: number, { normal }: RowDraws) {
  const features = trueWeights.map((_weight, feature) => normal(feature));
  let target = deviation * normal(FEATURES);
  features.forEach((value, feature) => (target += value * (trueWeights[feature] ?? 0)));
  return { features, target };
}

/** "x₄": numbers from 1, as in formulas. */
function nameOf(feature: number): string {
  return `x${String(feature + 1).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)))}`;
}

export const sparseLinear = generatedDataset({
  id: 'sparse-linear',
  label: '5 of 50',
  group: 'sparse',
  task: 'regression',
  featureCount: FEATURES,
  classNames: [],
  words: { examples: 'examples', class: 'value' },
  introduction: {
    aim: 'learn to predict a number that depends on 5 of 50 features, from',
    rows: 'examples',
  },
  featureNames: trueWeights.map((_, feature) => nameOf(feature)),
  target: { name: 'y', unit: 'units of y' },
  noise: {
    label: 'Noise',
    hint: 'Standard deviation of what is added to y, in training, validation and test: no network can do better than its square.',
    max: 3,
    initial: 1,
    step: 0.1,
  },
  // The target keeps its own units, in which the noise is given.
  standardizes: { features: true, target: false },
  trueWeights,
  // Full batches, and long enough for the plain arm to come near its least-squares solution.
  start: {
    trainingExamples: 60,
    validationExamples: 500,
    hiddenLayers: [],
    optimizer: 'momentum',
    learningRate: 0.03,
    batchSize: 60,
    epochs: 800,
    pace: 60,
    arms: [{}, { l2: { lambda: 0.1 } }, { l1: { lambda: 0.3, proximal: true } }],
  },
  row,
  // Weights as bars: five that count, and many that do not.
  thumbnail: `<g fill="none" stroke="currentColor">
    <path opacity="0.5" stroke-width="1.6" d="M6 24v-1.5M8.5 24v1.5M14 24v1M16.5 24v-1.5M19 24v1M24.5 24v-1M27 24v1.5M32.5 24v-1.5M38 24v1M40.5 24v-1.5M46 24v-1M48.5 24v1.5"/>
    <path stroke-width="2" d="M11.2 24V9M21.8 24v9M29.8 24V5M35.2 24v13M43.2 24V12"/>
    <path opacity="0.5" d="M4 24h46"/>
  </g>`,
});
