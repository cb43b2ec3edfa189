/** Lesson 11: the MNIST notebook, whose gain by dropout is not there. */
import { percent } from '../../../base/text/figure-text.ts';
import { PERCENT_SIGN } from '../../../base/text/percent-sign.ts';
import { mnistNotebook } from '../../../presets/mnist-notebook.ts';
import type { Lesson, RecordedPart } from '../../lesson/lesson.ts';
import { optionOf } from '../../lesson/question.ts';
import { armAt } from '../../lesson/run-figures.ts';
import type { RunFigures } from '../../lesson/run-figures.ts';

/** Points of validation accuracy by which dropout ends above the plain network. */
function gainOf(run: RunFigures): number {
  return 100 * (armAt(run, 1).end.validationAccuracy - armAt(run, 0).end.validationAccuracy);
}

/** Training minus validation accuracy, in points. */
function gapOf(run: RunFigures, place: number): number {
  return 100 * (trainingOf(run, place) - armAt(run, place).end.validationAccuracy);
}

/** On all 60,000 images. */
function trainingOf(run: RunFigures, place: number): number {
  return armAt(run, place).allTrainingAccuracy ?? NaN;
}

const points = (value: number) =>
  `${value > 0 ? '+' : ''}${value.toFixed(2).replace('-', '−')} points`;

const finePercent = (share: number) => `${(100 * share).toFixed(2)}${PERCENT_SIGN}`;

const notebook: RecordedPart = {
  ...{ id: 'notebook', title: 'Five epochs', kind: 'recorded' },
  experiment: mnistNotebook.experiment,
  ...{ file: 'mnist-notebook.json', takes: 'a minute or two' },
  ...{ pace: null, chart: 'accuracy', panel: 'draw' },
  reference: {
    program: 'PyTorch 1.13, 3 seeds',
    arms: [
      { mean: 0.97977, deviation: 0.00103 },
      { mean: 0.98083, deviation: 0.00145 },
    ],
    note: 'There dropout changed validation accuracy by −0.05, +0.13 and +0.24 points in three seeds: +0.11 on average, with a 95 % interval from −0.26 to +0.47. No difference is shown.',
  },
  questions: [
    {
      id: 'gain',
      ask: 'With dropout 0.2, validation accuracy after five epochs is …',
      form: {
        kind: 'choice',
        options: [
          { id: 'point', label: 'higher by 1 point or more' },
          { id: 'half', label: 'higher by 0.5 to 1 point' },
          { id: 'same', label: 'the same, to within 0.5 points' },
          { id: 'lower', label: 'lower by 0.5 points or more' },
        ],
      },
      happened: (run) => {
        const gain = gainOf(run);
        const value = optionOf(gain, [
          ['lower', -0.5],
          ['same', 0.5],
          ['half', 1],
          ['point', Infinity],
        ]);
        return { value, text: points(gain) };
      },
    },
  ],
  facts: (run) => ({
    plain: percent(armAt(run, 0).end.validationAccuracy),
    dropout: percent(armAt(run, 1).end.validationAccuracy),
    gain: points(gainOf(run)),
    // To two places: the networks differ by less than a tenth of a point.
    plainTraining: finePercent(trainingOf(run, 0)),
    dropoutTraining: finePercent(trainingOf(run, 1)),
    plainGap: points(gapOf(run, 0)).replace('+', ''),
    dropoutGap: points(gapOf(run, 1)).replace('+', ''),
  }),
  claims: {
    little: {
      says: 'Dropout changes validation accuracy by less than half a point.',
      holds: (run) => Math.abs(gainOf(run)) < 0.5,
      ...{ heldIn: 1, of: 1 },
    },
    gap: {
      says: 'The gap between training and validation accuracy is narrower with dropout.',
      holds: (run) => gapOf(run, 1) < gapOf(run, 0),
      ...{ heldIn: 1, of: 1 },
    },
  },
  heldBy: ['P20'],
};

export const mnistNotebookLesson: Lesson = {
  ...{ id: 'mnist-notebook', title: 'The MNIST notebook', minutes: 2 },
  question:
    'A notebook that many copy to learn about dropout: does it show what it is meant to show?',
  parts: [notebook],
  teacher: {
    ask: 'What would you have concluded from this notebook without the plain network beside it?',
    misconception: 'A network with dropout is better; 98 % with dropout shows that dropout works.',
    answer:
      'With 60,000 clean images and five epochs there is little overfitting to prevent, and a few tenths of a point are what seeds alone make of it.',
    otherwise:
      'Five seeds that were trained on this page gave from 0 to +0.42 points, three of the reference from −0.05 to +0.24. Ask how many seeds would be needed to call that a difference.',
  },
};
