/** What the generated sets of points in the plane have in common: two features, two classes. */
import type { Dataset } from '../dataset.ts';
import { drawRows, generatedDataset } from '../generated/generated-dataset.ts';
import type { RowDraws, RowRule } from '../generated/generated-dataset.ts';
import type { SuitedStart } from '../suited-start.ts';

interface PlaneFacts<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly classNames: readonly [string, string];
  /** What is learnt, as the introduction says it. */
  readonly aim: string;
  /** Standard deviation by which points are moved. */
  readonly noise: { readonly max: number; readonly initial: number; readonly step: number };
  /** What its start has of its own; the rest is the same for all sets in the plane. */
  readonly start: Pick<SuitedStart, 'trainingExamples' | 'arms'> & Partial<SuitedStart>;
  /** A point of class 0 or 1, before it is moved; columns 0 to 7 of the draws are its own. */
  readonly point: (label: number, draws: RowDraws) => readonly [number, number];
  /** Noise of the picture on the tile: less than usual where the shape is then easier to see. */
  readonly pictureNoise: number;
  /** Half of the range of x and y that the tile's 40 pixels show. */
  readonly extent: number;
}

const USUAL_START = {
  validationExamples: 500,
  hiddenLayers: [64, 64],
  learningRate: 0.01,
  batchSize: 20,
  epochs: 200,
  pace: 15,
} as const;

export function planeDataset<const Id extends string>(
  facts: PlaneFacts<Id>,
): Dataset & { readonly id: Id } {
  const { id, label, classNames, aim, noise, start, point } = facts;
  const row = (index: number, deviation: number, draws: RowDraws) => {
    // Classes alternate, so that both are equally frequent in any number of rows.
    const target = index % 2;
    const [x, y] = point(target, draws);
    const features = [x + deviation * draws.normal(8), y + deviation * draws.normal(9)];
    return { features, target };
  };
  return generatedDataset({
    id,
    label,
    group: 'plane',
    task: 'classification',
    featureCount: 2,
    classNames,
    words: { examples: 'points', class: 'class' },
    introduction: { aim, rows: 'points' },
    featureNames: ['x₁', 'x₂'],
    target: null,
    noise: {
      label: 'Noise',
      hint: 'Standard deviation by which every point is moved, in training, validation and test.',
      ...noise,
    },
    standardizes: { features: false, target: false },
    start: { ...USUAL_START, ...start },
    row,
    thumbnail: planePicture(row, facts),
  });
}

const PICTURE_POINTS = 60;
const PICTURE_KEY = 1;

/** The first points as they are drawn: one class filled, the other rings. */
export function planePicture(
  row: RowRule,
  { pictureNoise, extent }: Pick<PlaneFacts<string>, 'pictureNoise' | 'extent'>,
): string {
  const { features, targets } = drawRows(row, 2, PICTURE_POINTS, pictureNoise, PICTURE_KEY);
  const marks = Array.from(targets, (label, i) => {
    const x = 27 + ((features[2 * i] ?? 0) * 20) / extent;
    const y = 20 - ((features[2 * i + 1] ?? 0) * 20) / extent;
    const place = `cx="${x.toFixed(1)}" cy="${y.toFixed(1)}"`;
    return label === 0
      ? `<circle ${place} r="1.5"/>`
      : `<circle ${place} r="1.3" fill="none" stroke="currentColor" stroke-width="0.8" opacity="0.6"/>`;
  });
  return `<g fill="currentColor">${marks.join('')}</g>`;
}
