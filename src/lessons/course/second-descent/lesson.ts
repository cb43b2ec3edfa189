/** Lesson 10: double descent, with as many features as images the worst place of all. */
import { percent } from '../../../base/text/figure-text.ts';
import type { DescentPoint } from '../../../closed-forms/double-descent.ts';
import type { DescentPart, Lesson } from '../../lesson/lesson.ts';

const IMAGES = 300;

/** Test accuracy where the number of features is nearest to this one. */
function accuracyAt(
  points: readonly DescentPoint[],
  features: number,
  kind: 'plain' | 'ridge',
): number {
  const distance = (point: DescentPoint) => Math.abs(Math.log(point.features / features));
  const nearest = points.reduce<DescentPoint | null>(
    (best, point) => (best === null || distance(point) < distance(best) ? point : best),
    null,
  );
  return nearest?.[kind]?.testAccuracy ?? NaN;
}

const FEW = 60;
const MANY = 4000;

const secondDescentPart: DescentPart = {
  ...{ id: 'descent', title: 'More features than images', kind: 'descent' },
  settings: { trainingExamples: IMAGES, wrongLabelShare: 0.2, lambda: 1e-4 },
  questions: [
    {
      id: 'equal',
      ask: 'With about 60 random features the model gets about 8 of 10 new digits right. With 300, as many features as there are training images, it …',
      form: {
        kind: 'choice',
        options: [
          { id: 'better', label: 'is at its best' },
          { id: 'same', label: 'gets about as many right' },
          { id: 'half', label: 'gets about half of them right' },
          { id: 'guesses', label: 'does little better than guessing' },
        ],
      },
      happened: (points) => {
        const accuracy = accuracyAt(points, IMAGES, 'plain');
        const value =
          accuracy < 0.3
            ? 'guesses'
            : accuracy < 0.7
              ? 'half'
              : accuracy <= accuracyAt(points, FEW, 'plain') + 0.03
                ? 'same'
                : 'better';
        return { value, text: percent(accuracy) };
      },
    },
    {
      id: 'many',
      ask: 'And with 4,000 features, compared with 300?',
      form: {
        kind: 'choice',
        options: [
          { id: 'better', label: 'better' },
          { id: 'worse', label: 'worse' },
        ],
      },
      happened: (points) => {
        const [equal, many] = [IMAGES, MANY].map((count) => accuracyAt(points, count, 'plain'));
        return {
          value: (many ?? NaN) > (equal ?? NaN) ? 'better' : 'worse',
          text: percent(many ?? NaN),
        };
      },
    },
  ],
  facts: (points) => ({
    few: percent(accuracyAt(points, FEW, 'plain')),
    equal: percent(accuracyAt(points, IMAGES, 'plain')),
    many: percent(accuracyAt(points, MANY, 'plain')),
    ridgeEqual: percent(accuracyAt(points, IMAGES, 'ridge')),
    ridgeMany: percent(accuracyAt(points, MANY, 'ridge')),
  }),
  claims: {
    falls: {
      says: 'Where there are as many features as images, accuracy is at least 40 points lower than with about 60 and with 4,000 features.',
      holds: (points) => {
        const equal = accuracyAt(points, IMAGES, 'plain');
        return [FEW, MANY].every((count) => accuracyAt(points, count, 'plain') - equal >= 0.4);
      },
      ...{ heldIn: 5, of: 5 },
    },
    // The question says it.
    few: {
      says: 'With about 60 features from 74 to 86 % of new digits are right.',
      holds: (points) => Math.abs(accuracyAt(points, FEW, 'plain') - 0.8) <= 0.06,
      ...{ heldIn: 5, of: 5 },
    },
    ridge: {
      says: 'With a little ridge accuracy is above 80 % there.',
      holds: (points) => accuracyAt(points, IMAGES, 'ridge') > 0.8,
      ...{ heldIn: 5, of: 5 },
    },
  },
  result: {
    ...{ label: 'Accuracy on new digits', unit: '%' },
    figures: (points) => [
      { name: 'features60', value: 100 * accuracyAt(points, FEW, 'plain') },
      { name: 'features300', value: 100 * accuracyAt(points, IMAGES, 'plain') },
    ],
  },
  ...{ heldBy: [], isSlow: true },
};

export const secondDescent: Lesson = {
  ...{ id: 'second-descent', title: 'The second descent', minutes: 3 },
  question:
    'What happens when there are as many features as training images, and when there are more?',
  parts: [secondDescentPart],
  teacher: {
    ask: 'At which number of features does the model fit all training labels for the first time?',
    misconception: 'The more parameters a model has, the worse it overfits.',
    answer:
      'The worst place is where there is exactly one way to fit all labels. Beyond it there are many ways, and least squares chooses the smallest of them, which is a tame one. A little ridge takes the peak away.',
    otherwise:
      'How deep accuracy falls depends on the seed; that it falls by more than 40 points did not, in thirty of them.',
  },
};
