/** The strength of L2 from none to far too much: a hill, and a gap that is smallest where nothing is learnt. */
import { percent } from '../../../base/text/figure-text.ts';
import { l2StrengthSweep } from '../../../presets/sweep/l2-strength.ts';
import type { SweepSummary } from '../../../plans/sweep.ts';
import type { SweepPart } from '../../lesson/lesson.ts';
import { shareDifference } from '../../lesson/share-difference.ts';
import { cellAt, trainingMean, validationMean } from '../../lesson/sweep-figures.ts';

const [{ values }] = l2StrengthSweep.sweep.axes;
/** None, 0.001, 0.01, 0.03 and 0.1. */
const SKETCHED = [0, 1, 3, 4, 5];
const LAST = values.length - 1;

const validation = (summary: SweepSummary, place: number) => validationMean(cellAt(summary, place));

/** Training minus validation accuracy, without its sign. */
const gap = (summary: SweepSummary, place: number) =>
  Math.abs(shareDifference(trainingMean(cellAt(summary, place)), validation(summary, place)));

/** The first place with the best of these figures. */
function placeOf(figures: readonly number[], best: (...of: number[]) => number): number {
  return figures.indexOf(best(...figures));
}

const bestPlace = (summary: SweepSummary) =>
  placeOf(
    values.map((_, place) => validation(summary, place)),
    Math.max,
  );
const leastGapPlace = (summary: SweepSummary) =>
  placeOf(
    values.map((_, place) => gap(summary, place)),
    Math.min,
  );

const named = (place: number) => (place === 0 ? 'none' : `λ = ${values[place] ?? ''}`);

export const strengths: SweepPart = {
  ...{ id: 'strengths', title: 'How strong?', kind: 'sweep' },
  sweep: {
    ...l2StrengthSweep.sweep,
    judging: { ...l2StrengthSweep.sweep.judging, foldCount: 5, seeds: 1 },
  },
  questions: [
    {
      id: 'curve',
      ask: 'Digits, a fifth of them with a wrong label. Sketch validation accuracy against the strength of L2.',
      form: {
        ...{ kind: 'sketch', axis: 'strength λ', unit: '%', min: 0, max: 100, step: 5 },
        places: SKETCHED.map((place) => (place === 0 ? 'none' : String(values[place]))),
        ...{ chartPlaces: SKETCHED, perFigure: 100 },
      },
      happened: (summary) => {
        const measured = SKETCHED.map((place) => 100 * validation(summary, place));
        return { value: measured, text: measured.map((one) => one.toFixed(0)).join(', ') };
      },
    },
    {
      id: 'gap',
      ask: 'Where are training and validation accuracy closest to each other?',
      form: {
        kind: 'choice',
        options: [
          { id: 'none', label: 'without L2' },
          { id: 'best', label: 'where validation accuracy is highest' },
          { id: 'strongest', label: 'at the strongest L2, λ = 0.1' },
          { id: 'elsewhere', label: 'somewhere else' },
        ],
      },
      happened: (summary) => {
        const place = leastGapPlace(summary);
        const value =
          place === LAST
            ? 'strongest'
            : place === 0
              ? 'none'
              : place === bestPlace(summary)
                ? 'best'
                : 'elsewhere';
        return { value, text: named(place) };
      },
    },
  ],
  facts: (summary) => {
    const [best, least] = [bestPlace(summary), leastGapPlace(summary)];
    return {
      none: percent(validation(summary, 0)),
      best: percent(validation(summary, best)),
      bestAt: named(best),
      bestTraining: percent(trainingMean(cellAt(summary, best))),
      strongest: percent(validation(summary, LAST)),
      leastGapAt: named(least),
      leastGap: `${(100 * gap(summary, least)).toFixed(1)} points`,
    };
  },
  claims: {
    hill: {
      says: 'Accuracy is highest in the middle: at least 5 points above none, and the strongest L2 hardly does better than guessing.',
      holds: (summary) => {
        const best = bestPlace(summary);
        return (
          best > 0 &&
          best < LAST &&
          shareDifference(validation(summary, best), validation(summary, 0)) >= 0.05 &&
          validation(summary, LAST) < 0.25
        );
      },
      ...{ heldIn: 5, of: 5 },
    },
    notTheAim: {
      says: 'Where accuracy is highest the gap is not the smallest.',
      holds: (summary) => leastGapPlace(summary) !== bestPlace(summary),
      ...{ heldIn: 5, of: 5 },
    },
  },
  ...{ heldBy: ['P3'], isSlow: true },
};
