/** Double descent as a table: a row for each number of features. */
import { csvText } from './csv-text.ts';

interface Figures {
  readonly trainingAccuracy: number;
  readonly testAccuracy: number;
  readonly trainingError: number;
  readonly testError: number;
}

interface FittedCount {
  readonly features: number;
  readonly plain: Figures | null;
  readonly ridge: Figures | null;
}

interface Drawn {
  readonly trainingExamples: number;
  readonly wrongLabelShare: number;
  readonly lambda: number;
  readonly seed: number;
}

const FIGURES = ['testAccuracy', 'trainingAccuracy', 'testError', 'trainingError'] as const;

export function doubleDescentCsv(
  { trainingExamples, wrongLabelShare, lambda, seed }: Drawn,
  points: readonly FittedCount[],
): string {
  const header = [
    ...['training examples', 'wrong labels', 'ridge lambda', 'seed', 'features'],
    ...FIGURES.map((figure) => `${figure} without ridge`),
    ...FIGURES.map((figure) => `${figure} with ridge`),
  ];
  const rows = points.map(({ features, plain, ridge }) => [
    ...[trainingExamples, wrongLabelShare, lambda, seed, features],
    ...[plain, ridge].flatMap((fit) => FIGURES.map((figure) => fit?.[figure] ?? null)),
  ]);
  return csvText([header, ...rows]);
}
