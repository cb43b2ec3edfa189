/** The exercise of Google's course, with three strengths at once instead of one after the other in three tabs. */
import { decimals, percent } from '../../../base/text/figure-text.ts';
import { experimentWith } from '../../../presets/preset.ts';
import type { Lesson, RunPart, TryIt } from '../../lesson/lesson.ts';
import { optionOf } from '../../lesson/question.ts';
import { armAt } from '../../lesson/run-figures.ts';
import type { RunFigures } from '../../lesson/run-figures.ts';

const loss = decimals(2);
const signed = (value: number) =>
  loss(value)
    .replace(/^-(0\.0+)$/, '$1')
    .replace('-', '−');

/** As the course writes them; it halves the squares, and this page does not. */
const GOOGLES_RATES = [0, 0.03, 0.3] as const;
const STRENGTHS = GOOGLES_RATES.map((rate) => rate / 2);

const EXPERIMENT = experimentWith({
  data: {
    dataset: 'gaussians',
    // Half of a hundred points is held out.
    trainingExamples: 50,
    validationExamples: 50,
    wrongLabelShare: 0,
    noise: 0.8,
  },
  network: { hiddenLayers: [16] },
  training: { optimizer: 'sgd', learningRate: 0.1, batchSize: 10, epochs: 500, seed: 1 },
  arms: STRENGTHS.map((lambda) => ({ regularizers: lambda > 0 ? { l2: { lambda } } : {} })),
});

const end = (run: RunFigures, place: number) => armAt(run, place).end;
const gap = (run: RunFigures, place: number) =>
  end(run, place).validationLoss - end(run, place).trainingLoss;

const TWO_LAYERS: TryIt = {
  label: 'Give the networks two hidden layers of 8, and train',
  change: (experiment) => ({
    ...experiment,
    network: { ...experiment.network, hiddenLayers: [8, 8] },
  }),
};

const strengths: RunPart = {
  ...{ id: 'strengths', title: 'Three strengths at once', kind: 'run' },
  experiment: EXPERIMENT,
  ...{ askAt: 0, pace: 60, chart: 'loss', showsData: true },
  controls: ['data.noise', 'data.trainingExamples', 'training.seed'],
  questions: [
    {
      id: 'best',
      ask: 'After 500 epochs, validation loss will be lowest with …',
      form: {
        kind: 'choice',
        options: GOOGLES_RATES.map((rate, place) => ({
          id: String(rate),
          label: `rate ${rate} (${'ABC'.charAt(place)})`,
        })),
      },
      happened: (run) => {
        const losses = GOOGLES_RATES.map((_, place) => end(run, place).validationLoss);
        const best = losses.indexOf(Math.min(...losses));
        return { value: String(GOOGLES_RATES[best]), text: losses.map(loss).join(', ') };
      },
    },
    {
      id: 'training',
      ask: 'The data loss on training points, without any penalty in it: from rate 0 to rate 0.3 it will …',
      form: {
        kind: 'choice',
        options: [
          { id: 'fall', label: 'fall' },
          { id: 'stay', label: 'stay as it is: the data are the same' },
          { id: 'rise', label: 'rise' },
        ],
      },
      happened: (run) => {
        const [none, strong] = [end(run, 0).trainingLoss, end(run, 2).trainingLoss];
        return {
          value: optionOf(strong - none, [
            ['fall', -0.02],
            ['stay', 0.02],
            ['rise', Infinity],
          ]),
          text: `from ${loss(none)} to ${loss(strong)}`,
        };
      },
    },
  ],
  facts: (run) => ({
    none: loss(end(run, 0).validationLoss),
    some: loss(end(run, 1).validationLoss),
    much: loss(end(run, 2).validationLoss),
    noneTraining: loss(end(run, 0).trainingLoss),
    someTraining: loss(end(run, 1).trainingLoss),
    muchTraining: loss(end(run, 2).trainingLoss),
    noneGap: signed(gap(run, 0)),
    muchGap: signed(gap(run, 2)),
    noneAccuracy: percent(end(run, 0).validationAccuracy),
    someAccuracy: percent(end(run, 1).validationAccuracy),
    muchAccuracy: percent(end(run, 2).validationAccuracy),
  }),
  claims: {
    middle: {
      says: 'Validation loss is lowest with the strength in the middle.',
      holds: (run) =>
        end(run, 1).validationLoss <
        Math.min(end(run, 0).validationLoss, end(run, 2).validationLoss),
      ...{ heldIn: 9, of: 10 },
    },
    rises: {
      says: 'Data loss on training points rises from each strength to the next.',
      holds: (run) =>
        end(run, 0).trainingLoss < end(run, 1).trainingLoss &&
        end(run, 1).trainingLoss < end(run, 2).trainingLoss,
      ...{ heldIn: 10, of: 10 },
    },
    gap: {
      says: 'Validation and training loss are closer to each other at rate 0.3 than without L2, by 0.01 at least, though validation loss is not lowest there.',
      holds: (run) =>
        Math.abs(gap(run, 0)) - Math.abs(gap(run, 2)) >= 0.01 &&
        end(run, 2).validationLoss >
          Math.min(end(run, 0).validationLoss, end(run, 1).validationLoss),
      ...{ heldIn: 9, of: 10 },
    },
  },
  result: {
    ...{ label: 'Validation loss at the end', unit: '' },
    figures: (run) => [
      { name: 'none', value: end(run, 0).validationLoss },
      { name: 'some', value: end(run, 1).validationLoss },
    ],
  },
  heldBy: [],
  tryIt: TWO_LAYERS,
};

const penalty: RunPart = {
  ...{ id: 'penalty', title: 'The penalty by itself', kind: 'run' },
  experiment: EXPERIMENT,
  ...{ askAt: 0, pace: 60, chart: 'penalty' },
  controls: ['training.epochs', 'training.seed'],
  questions: [
    {
      id: 'ratio',
      ask: 'L2 is ten times as strong in C as in B. At the end the penalty in C, λ Σw², will be …',
      form: {
        kind: 'choice',
        options: [
          { id: 'less', label: 'no larger than in B' },
          { id: 'some', label: 'larger, but less than five times as large' },
          { id: 'ten', label: 'at least five times as large' },
        ],
      },
      happened: (run) => {
        const [some, much] = [end(run, 1).penalty, end(run, 2).penalty];
        return {
          value: optionOf(much / some, [
            ['less', 1],
            ['some', 5],
            ['ten', Infinity],
          ]),
          text: `${decimals(3)(much)} against ${decimals(3)(some)}`,
        };
      },
    },
  ],
  facts: (run) => ({
    some: decimals(3)(end(run, 1).penalty),
    much: decimals(3)(end(run, 2).penalty),
    noneNorm: loss(end(run, 0).weightNorm),
    someNorm: loss(end(run, 1).weightNorm),
    muchNorm: loss(end(run, 2).weightNorm),
    muchTraining: loss(end(run, 2).trainingLoss),
    noneTraining: loss(end(run, 0).trainingLoss),
  }),
  claims: {
    gives: {
      says: 'With ten times the strength the penalty is larger, but not five times as large, and the weights are smaller.',
      holds: (run) =>
        end(run, 2).penalty > end(run, 1).penalty &&
        end(run, 2).penalty < 5 * end(run, 1).penalty &&
        end(run, 2).weightNorm < end(run, 1).weightNorm &&
        end(run, 1).weightNorm < end(run, 0).weightNorm,
      ...{ heldIn: 10, of: 10 },
    },
  },
  heldBy: [],
  tryIt: TWO_LAYERS,
};

export const googlesExercise: Lesson = {
  ...{ id: 'googles-exercise', title: 'Google’s exercise, on one screen', minutes: 5 },
  question:
    'Three strengths of L2 beside each other. Which is best, and what becomes of the training loss?',
  parts: [strengths, penalty],
  teacher: {
    ask: 'Training loss rises with L2. Is that because the penalty is part of it?',
    misconception:
      'Training loss rises because the penalty is in it. Or: the strength with the smallest gap is the best.',
    answer:
      'The figure is the data loss alone. It rises because the penalty keeps the weights from where data loss would be lowest. The gap nearly closes at rate 0.3 because the network fits less, not because it predicts better.',
    otherwise:
      'With 50 validation points the loss differs much between seeds, and now and then another strength wins by a little. Have several students read their three figures aloud.',
  },
};
