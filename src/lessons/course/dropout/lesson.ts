/** Lesson 6: dropout switches units off at random while it trains. */
import { percent, points, signedPoints } from '../../../base/text/figure-text.ts';
import { dataSize } from '../../../presets/data-size.ts';
import { removedUnits } from '../../../presets/removed-units.ts';
import { wrongLabels } from '../../../presets/wrong-labels.ts';
import type { Lesson, RunPart } from '../../lesson/lesson.ts';
import { optionOf } from '../../lesson/question.ts';
import { armAt, atTheEnd, bestRow, gainOf } from '../../lesson/run-figures.ts';
import type { RunFigures } from '../../lesson/run-figures.ts';
import { shareDifference } from '../../lesson/share-difference.ts';

const ASKED_AT = 5;

const below: RunPart = {
  ...{ id: 'below', title: 'A bug?', kind: 'run' },
  experiment: wrongLabels.experiment,
  ...{ askAt: ASKED_AT, pace: 5, chart: 'accuracy', panel: 'dropout-mask' },
  countsWrongLabels: true,
  controls: ['data.wrongLabelShare', 'training.epochs', 'training.seed'],
  questions: [
    {
      id: 'training',
      ask: 'Look at network B, with dropout. At the end its training accuracy will be …',
      form: {
        kind: 'choice',
        options: [
          { id: 'above', label: 'above its validation accuracy' },
          { id: 'same', label: 'within 2 points of it' },
          { id: 'below', label: 'below it' },
        ],
      },
      happened: (run) => {
        const { trainingAccuracy, validationAccuracy } = armAt(run, 1).end;
        return {
          value: optionOf(shareDifference(trainingAccuracy, validationAccuracy), [
            ['below', -0.02],
            ['same', 0.02],
            ['above', Infinity],
          ]),
          text: `${percent(trainingAccuracy)} against ${percent(validationAccuracy)}`,
        };
      },
    },
  ],
  facts: (run) => {
    const [plain, dropout] = [armAt(run, 0), armAt(run, 1)];
    return {
      training: percent(dropout.end.trainingAccuracy),
      validation: percent(dropout.end.validationAccuracy),
      plainTraining: percent(plain.end.trainingAccuracy),
      plainValidation: percent(plain.end.validationAccuracy),
      trueLabels: percent(dropout.end.trueLabelAccuracy),
      gain: points(gainOf(run, 1, 0)),
      believed: String(dropout.end.wrongLabelsBelieved),
      plainBelieved: String(plain.end.wrongLabelsBelieved),
      best: String(bestRow(dropout, 'validationLoss').epoch),
      plainBest: String(bestRow(plain, 'validationLoss').epoch),
    };
  },
  claims: {
    below: {
      says: 'With dropout training accuracy ends at least 5 points below validation accuracy, and validation accuracy at least 8 points above that of the plain network.',
      holds: (run) => {
        const { trainingAccuracy, validationAccuracy } = armAt(run, 1).end;
        return (
          shareDifference(validationAccuracy, trainingAccuracy) >= 0.05 && gainOf(run, 1, 0) >= 0.08
        );
      },
      ...{ heldIn: 10, of: 10 },
    },
    longer: {
      says: 'With dropout the lowest validation loss comes at least 1.5 times as many epochs later.',
      holds: (run) =>
        bestRow(armAt(run, 1), 'validationLoss').epoch >=
        1.5 * bestRow(armAt(run, 0), 'validationLoss').epoch,
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: atTheEnd('Validation accuracy at the end', 'validationAccuracy', ['plain', 'dropout']),
  heldBy: ['P1', 'P1c'],
  tryIt: {
    label: 'Set wrong labels to 0 % and train',
    change: (experiment) => ({ ...experiment, data: { ...experiment.data, wrongLabelShare: 0 } }),
  },
};

/** Accuracy without a share of the hidden units. */
function without(run: RunFigures, place: number, share: number): number {
  const points = armAt(run, place).pictures.redundancy?.points ?? [];
  return points.find((point) => point.share === share)?.accuracy ?? NaN;
}

const removed: RunPart = {
  ...{ id: 'removed', title: 'Lose 80 % of the units', kind: 'run' },
  experiment: removedUnits.experiment,
  ...{ askAt: 0, pace: 15, chart: 'accuracy', panel: 'redundancy', views: ['redundancy'] },
  controls: ['network.hiddenLayers', 'training.seed'],
  questions: [
    {
      id: 'survives',
      ask: 'Both networks are trained, and then 80 % of their 256 hidden units are removed at random. What is left answers best in …',
      form: {
        kind: 'choice',
        options: [
          { id: 'plain', label: 'A, trained without dropout, by 2 points or more' },
          { id: 'neither', label: 'neither: less than 2 points between them' },
          { id: 'dropout', label: 'B, trained with dropout, by 2 points or more' },
        ],
      },
      happened: (run) => {
        const [plain, dropout] = [without(run, 0, 0.8), without(run, 1, 0.8)];
        return {
          value: optionOf(shareDifference(dropout, plain), [
            ['plain', -0.02],
            ['neither', 0.02],
            ['dropout', Infinity],
          ]),
          text: `${percent(plain)} in A, ${percent(dropout)} in B`,
        };
      },
    },
  ],
  facts: (run) => ({
    plainWhole: percent(without(run, 0, 0)),
    whole: percent(without(run, 1, 0)),
    plainHalf: percent(without(run, 0, 0.5)),
    half: percent(without(run, 1, 0.5)),
    plainFifth: percent(without(run, 0, 0.8)),
    fifth: percent(without(run, 1, 0.8)),
  }),
  claims: {
    survives: {
      says: 'With all units the two networks are within 3 points of each other; without 80 % of them the one trained with dropout is at least 2 points more accurate.',
      holds: (run) =>
        Math.abs(shareDifference(without(run, 1, 0), without(run, 0, 0))) <= 0.03 &&
        shareDifference(without(run, 1, 0.8), without(run, 0, 0.8)) >= 0.02,
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: {
    ...{ label: 'Accuracy without 80 % of the units', unit: '%' },
    figures: (run) => [
      { name: 'plain', value: 100 * without(run, 0, 0.8) },
      { name: 'dropout', value: 100 * without(run, 1, 0.8) },
    ],
  },
  ...{ heldBy: ['P21'], isSlow: true },
  tryIt: {
    label: 'Train both with 64 hidden units instead of 256',
    change: (experiment) => ({
      ...experiment,
      network: { ...experiment.network, hiddenLayers: [64] },
    }),
  },
};

const fewImages: RunPart = {
  ...{ id: 'few-images', title: '50 images, or 400?', kind: 'run' },
  experiment: dataSize.experiment,
  ...{ askAt: 0, pace: 15, chart: 'accuracy' },
  controls: ['data.wrongLabelShare', 'training.seed'],
  questions: [
    {
      id: 'gain',
      ask: 'B and D have dropout, A and C have none. A and B train on 50 images, C and D on 400; a fifth of the labels is wrong. Dropout will gain …',
      form: {
        kind: 'choice',
        options: [
          { id: 'few', label: 'more with 50 images, by 2 points or more' },
          { id: 'alike', label: 'about as much with either' },
          { id: 'many', label: 'more with 400 images, by 2 points or more' },
        ],
      },
      happened: (run) => {
        const [few, many] = [gainOf(run, 1, 0), gainOf(run, 3, 2)];
        return {
          value: optionOf(shareDifference(many, few), [
            ['few', -0.02],
            ['alike', 0.02],
            ['many', Infinity],
          ]),
          text: `${signedPoints(few)} with 50, ${signedPoints(many)} with 400`,
        };
      },
    },
  ],
  facts: (run) => ({
    few: signedPoints(gainOf(run, 1, 0)),
    many: signedPoints(gainOf(run, 3, 2)),
    fewEnd: percent(armAt(run, 1).end.validationAccuracy),
    plainFew: percent(armAt(run, 0).end.validationAccuracy),
    plainMany: percent(armAt(run, 2).end.validationAccuracy),
    manyEnd: percent(armAt(run, 3).end.validationAccuracy),
  }),
  claims: {
    more: {
      says: 'Dropout gains at least 2 points more with 400 images than with 50.',
      holds: (run) => shareDifference(gainOf(run, 3, 2), gainOf(run, 1, 0)) >= 0.02,
      ...{ heldIn: 10, of: 10 },
    },
    data: {
      says: 'With 400 images even the plain network is more accurate than the one with dropout on 50.',
      holds: (run) => gainOf(run, 2, 1) > 0,
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: {
    ...{ label: 'Points of accuracy that dropout gains', unit: '' },
    figures: (run) => [
      { name: 'images50', value: 100 * gainOf(run, 1, 0) },
      { name: 'images400', value: 100 * gainOf(run, 3, 2) },
    ],
  },
  ...{ heldBy: ['P9', 'P1c'], isSlow: true },
  tryIt: {
    label: 'Set wrong labels to 0 % and train',
    change: (experiment) => ({ ...experiment, data: { ...experiment.data, wrongLabelShare: 0 } }),
  },
};

export const dropout: Lesson = {
  ...{ id: 'dropout', title: 'Dropout', minutes: 6 },
  question: 'Half of the network is switched off in every step. How can that help?',
  parts: [below, removed, fewImages],
  teacher: {
    ask: 'Training accuracy is below validation accuracy. What could be the reason, other than a bug?',
    misconception:
      'Training figures are always the better ones. Or: dropout always helps, and most where data are scarce.',
    answer:
      'Of these training labels 30 % are wrong, and no validation label is: a network that does not believe them gets at most 70 % of its training labels right by understanding alone. And dropout helps against what should not be learnt; it cannot supply what 50 images do not show.',
    otherwise:
      'With 50 images the gain scatters around 2 points and is negative in some seeds, so let several students read theirs aloud. The other results held in ten seeds of ten.',
  },
};
