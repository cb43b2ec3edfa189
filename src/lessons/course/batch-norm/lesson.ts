/** Lesson 8: batch norm makes deep networks trainable. Is it a regularizer? */
import { decimals, percent } from '../../../base/text/figure-text.ts';
import { batchNormLies } from '../../../presets/batch-norm-lies.ts';
import { deepSigmoid } from '../../../presets/deep-sigmoid.ts';
import type { Lesson, RunPart } from '../../lesson/lesson.ts';
import { optionOf } from '../../lesson/question.ts';
import { armAt, atTheEnd, bestRow, gainOf } from '../../lesson/run-figures.ts';
import type { RunFigures } from '../../lesson/run-figures.ts';
import { rates } from './rates.ts';

const loss = decimals(2);

const sigmoids: RunPart = {
  ...{ id: 'sigmoids', title: 'Five layers of sigmoids', kind: 'run' },
  experiment: deepSigmoid.experiment,
  ...{ askAt: 0, pace: 5, chart: 'accuracy', panel: 'gradients' },
  controls: ['network.hiddenLayers', 'network.activation', 'training.seed'],
  questions: [
    {
      id: 'without',
      ask: 'A trains without batch norm, on 800 digits with true labels. After 15 epochs its validation accuracy is …',
      form: {
        kind: 'choice',
        options: [
          { id: 'guesses', label: 'about 10 %', band: [0, 0.2] },
          { id: 'half', label: 'about 50 %', band: [0.2, 0.75] },
          { id: 'most', label: 'about 90 %', band: [0.75, 1] },
        ],
      },
      happened: (run) => {
        const { validationAccuracy: end } = armAt(run, 0).end;
        return {
          value: optionOf(end, [
            ['guesses', 0.2],
            ['half', 0.75],
            ['most', Infinity],
          ]),
          text: percent(end),
        };
      },
    },
  ],
  facts: (run) => ({
    without: percent(armAt(run, 0).end.validationAccuracy),
    with: percent(armAt(run, 1).end.validationAccuracy),
  }),
  claims: {
    trains: {
      says: 'Without batch norm the network guesses; with it, it ends at least 50 points higher.',
      holds: (run) => armAt(run, 0).end.validationAccuracy <= 0.2 && gainOf(run, 1, 0) >= 0.5,
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: atTheEnd('Validation accuracy at the end', 'validationAccuracy', ['plain', 'batchnorm']),
  heldBy: ['P10'],
  tryIt: {
    label: 'Use ReLU instead of sigmoid, and train',
    change: (experiment) => ({
      ...experiment,
      network: { ...experiment.network, activation: 'relu' },
    }),
  },
};

const MOMENT = 10;

/** Wrong labels believed while training is young. */
function early(run: RunFigures, place: number): number {
  return armAt(run, place).rows[MOMENT]?.wrongLabelsBelieved ?? NaN;
}

const lies: RunPart = {
  ...{ id: 'lies', title: 'Is it a regularizer?', kind: 'run' },
  experiment: batchNormLies.experiment,
  ...{ askAt: 0, pace: 5, chart: 'accuracy' },
  countsWrongLabels: true,
  controls: ['training.batchSize', 'training.seed'],
  questions: [
    {
      id: 'early',
      ask: `Of these 400 labels 120 are wrong. At epoch ${MOMENT} of 50, network B, with batch norm, will believe …`,
      form: {
        kind: 'choice',
        options: [
          { id: 'fewer', label: 'at most half as many of them as A' },
          { id: 'alike', label: 'about as many as A' },
          { id: 'more', label: 'at least twice as many as A' },
        ],
      },
      happened: (run) => {
        const [plain, normed] = [early(run, 0), early(run, 1)];
        return {
          value: optionOf(normed / plain, [
            ['fewer', 0.5],
            ['alike', 2],
            ['more', Infinity],
          ]),
          text: `${normed} against ${plain}`,
        };
      },
    },
    {
      id: 'end',
      ask: 'Does B end with a higher validation accuracy than A?',
      form: {
        kind: 'choice',
        options: [
          { id: 'much', label: 'yes, by 5 points or more' },
          { id: 'some', label: 'yes, by 2 to 5 points' },
          { id: 'no', label: 'no, or by less than 2 points' },
        ],
      },
      happened: (run) => ({
        value: optionOf(gainOf(run, 1, 0), [
          ['no', 0.02],
          ['some', 0.05],
          ['much', Infinity],
        ]),
        text: `${percent(armAt(run, 1).end.validationAccuracy)} against ${percent(armAt(run, 0).end.validationAccuracy)}`,
      }),
    },
  ],
  facts: (run) => {
    const [plain, normed] = [armAt(run, 0), armAt(run, 1)];
    return {
      believed: String(normed.end.wrongLabelsBelieved),
      plainBelieved: String(plain.end.wrongLabelsBelieved),
      early: String(early(run, 1)),
      plainEarly: String(early(run, 0)),
      accuracy: percent(normed.end.validationAccuracy),
      plainAccuracy: percent(plain.end.validationAccuracy),
      loss: loss(normed.end.validationLoss),
      plainLoss: loss(plain.end.validationLoss),
      best: String(bestRow(normed, 'validationLoss').epoch),
      plainBest: String(bestRow(plain, 'validationLoss').epoch),
    };
  },
  claims: {
    believes: {
      says: 'With batch norm the network ends by believing at least 9 of 10 wrong labels. It is less than 2 points more accurate than without, and its validation loss is higher.',
      holds: (run) => {
        const { end, wrongLabels } = armAt(run, 1);
        return (
          end.wrongLabelsBelieved >= 0.9 * wrongLabels &&
          gainOf(run, 1, 0) < 0.02 &&
          end.validationLoss > armAt(run, 0).end.validationLoss
        );
      },
      ...{ heldIn: 10, of: 10 },
    },
    sooner: {
      says: `At epoch ${MOMENT} the network with batch norm believes at least four times as many wrong labels as the one without.`,
      holds: (run) => early(run, 1) >= 4 * early(run, 0),
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: atTheEnd('Validation accuracy at the end', 'validationAccuracy', ['plain', 'batchnorm']),
  ...{ heldBy: ['P10c'], isSlow: true },
  tryIt: {
    label: 'Make batches of 8 instead of 32, and train',
    change: (experiment) => ({
      ...experiment,
      training: { ...experiment.training, batchSize: 8 },
    }),
  },
};

export const batchNorm: Lesson = {
  ...{ id: 'batch-norm', title: 'Batch norm', minutes: 6 },
  question: 'It is said to regularize like dropout. Does it?',
  parts: [sigmoids, rates, lies],
  teacher: {
    ask: 'Batch norm makes training noisier, as dropout does. Why is the effect not the same?',
    misconception: 'Batch norm is a regularizer, and with it dropout is no longer needed.',
    answer:
      'Its first effect is on optimisation: larger steps go well. A network that trains faster also learns wrong labels faster. The noise of its batches may regularize a little, but here no gain was seen.',
    otherwise:
      'That batch norm gains nothing on these wrong labels held in ten seeds of ten. If somebody reads a gain of a point, it is within what seeds differ by.',
  },
};
