/** What the generated curves have in common: y = f(x) + noise for x in [-1, 1], to be found again. */
import type { Dataset, Truth } from '../dataset.ts';
import { drawRows, generatedDataset } from '../generated/generated-dataset.ts';
import type { RowDraws } from '../generated/generated-dataset.ts';
import type { SuitedStart } from '../suited-start.ts';

/** Of x, in all of them. */
export const CURVE_RANGE = { from: -1, to: 1 } as const;

/**
 * So few points that a network can fit their noise, and two strengths of L2: one that follows the curve, one that
 * misses it.
 */
const START: SuitedStart = {
  trainingExamples: 20,
  validationExamples: 200,
  hiddenLayers: [64, 64],
  learningRate: 0.01,
  batchSize: 20,
  epochs: 900,
  pace: 60,
  seed: 15,
  arms: [{}, { l2: { lambda: 0.003 } }, { l2: { lambda: 0.03 } }],
};

interface CurveFacts<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** The curve without noise. For x between -1 and 1 its values lie between -1 and 1 too. */
  readonly curve: (x: number) => number;
}

export function curveDataset<const Id extends string>({
  id,
  label,
  curve,
}: CurveFacts<Id>): Dataset & { readonly id: Id } {
  const row = (_: number, deviation: number, draws: RowDraws) => {
    const x = CURVE_RANGE.from + (CURVE_RANGE.to - CURVE_RANGE.from) * draws.uniform(0);
    return { features: [x], target: curve(x) + deviation * draws.normal(1) };
  };
  return generatedDataset({
    id,
    label,
    group: 'curves',
    task: 'regression',
    featureCount: 1,
    classNames: [],
    words: { examples: 'points', class: 'value' },
    introduction: { aim: 'fit a curve to', rows: 'points' },
    featureNames: ['x'],
    target: { name: 'y', unit: 'units of y' },
    noise: {
      label: 'Noise',
      hint: 'Standard deviation of what is added to y, in training, validation and test: no network can do better than its square.',
      max: 1,
      initial: 0.3,
      step: 0.05,
    },
    standardizes: { features: false, target: false },
    curve,
    start: START,
    row,
    truth: curveTruth(curve),
    thumbnail: picture(curve, row),
  });
}

const GRID_ROWS = 200;

/** The truth at the middles of equal pieces of the range. */
function curveTruth(curve: (x: number) => number): Truth {
  const pieces = (CURVE_RANGE.to - CURVE_RANGE.from) / GRID_ROWS;
  const places = Float64Array.from(
    { length: GRID_ROWS },
    (_, i) => CURVE_RANGE.from + (i + 0.5) * pieces,
  );
  return {
    gridRows: GRID_ROWS,
    grid: () => ({
      count: GRID_ROWS,
      features: Float32Array.from(places),
      featureScale: 1,
      targets: Float32Array.from(places, curve),
    }),
    answers: () => Float64Array.from(places, curve),
  };
}

const PICTURE_POINTS = 16;
const PICTURE_NOISE = 0.25;
const PICTURE_KEY = 3;

/** The curve, and some points around it. */
function picture(curve: (x: number) => number, row: Parameters<typeof drawRows>[0]): string {
  const place = (x: number, y: number) => [27 + 24 * x, 20 - 13 * y].map((n) => n.toFixed(1));
  const steps = Array.from({ length: 49 }, (_, i) => i / 24 - 1);
  const line = steps.map((x) => place(x, curve(x)).join(' ')).join('L');
  const { features, targets } = drawRows(row, 1, PICTURE_POINTS, PICTURE_NOISE, PICTURE_KEY);
  const points = Array.from(targets, (y, i) => {
    const [left, top] = place(features[i] ?? 0, y);
    return `<circle cx="${left ?? ''}" cy="${top ?? ''}" r="1.4"/>`;
  });
  return `<g fill="currentColor"><path d="M${line}" fill="none" stroke="currentColor" stroke-width="1.6"/><g opacity="0.55">${points.join('')}</g></g>`;
}
