/** Lesson 2: the best network was there early in training, and can be kept. */
import { decimals, percent, points } from '../../../base/text/figure-text.ts';
import { stageWith } from '../../../presets/stage.ts';
import type { Lesson, RunPart } from '../../lesson/lesson.ts';
import { armAt, atTheEnd, bestRow, gainOf } from '../../lesson/run-figures.ts';
import type { RunFigures } from '../../lesson/run-figures.ts';

const loss = decimals(2);

function stoppingWith(patience: number) {
  return {
    regularizers: {
      earlyStopping: { metric: 'validationLoss', patience, minDelta: 0, restoreBest: true },
    },
  } as const;
}

const ASKED_AT = 5;

const restores: RunPart = {
  ...{ id: 'restores', title: 'Which epoch is put back?', kind: 'run' },
  experiment: stageWith({ arms: [{ regularizers: {} }, stoppingWith(5)] }),
  ...{ askAt: ASKED_AT, pace: 5, chart: 'loss' },
  countsWrongLabels: true,
  controls: ['data.wrongLabelShare', 'training.seed'],
  questions: [
    {
      id: 'epoch',
      ask: `Both networks have trained for ${ASKED_AT} of 50 epochs. Which epoch’s weights will B put back when it stops?`,
      form: { kind: 'number', unit: 'of 50', min: 1, max: 50, step: 1, close: 3 },
      happened: (run) => {
        const epoch = armAt(run, 1).end.epoch;
        return { value: epoch, text: `epoch ${epoch}` };
      },
    },
  ],
  facts: (run) => {
    const [plain, stopped] = [armAt(run, 0), armAt(run, 1)];
    return {
      restored: String(stopped.end.epoch),
      stopped: String(stopped.stoppedAt ?? stopped.rows.length - 1),
      loss: loss(stopped.end.validationLoss),
      plainLoss: loss(plain.end.validationLoss),
      accuracy: percent(stopped.end.validationAccuracy),
      plainAccuracy: percent(plain.end.validationAccuracy),
      gain: points(gainOf(run, 1, 0)),
      mostAccurate: String(bestRow(plain, 'validationAccuracy').epoch),
      believed: String(stopped.end.wrongLabelsBelieved),
      plainBelieved: `${plain.end.wrongLabelsBelieved} of the ${plain.wrongLabels}`,
      norm: decimals(1)(stopped.end.weightNorm),
      plainNorm: decimals(1)(plain.end.weightNorm),
    };
  },
  claims: {
    saves: {
      says: 'The weights that early stopping puts back are of the first half of the run, and at least 5 points more accurate than those of the last epoch.',
      holds: (run) => armAt(run, 1).end.epoch <= 25 && gainOf(run, 1, 0) >= 0.05,
      ...{ heldIn: 10, of: 10 },
    },
    // The teacher's note says it.
    epochs: {
      says: 'The epoch that is put back lies between 6 and 21.',
      holds: (run) => armAt(run, 1).end.epoch >= 6 && armAt(run, 1).end.epoch <= 21,
      ...{ heldIn: 10, of: 10 },
    },
    fewer: {
      says: 'The weights that are put back believe less than half as many wrong labels as those of the last epoch, and are smaller.',
      holds: (run) => {
        const [plain, stopped] = [armAt(run, 0).end, armAt(run, 1).end];
        return (
          stopped.wrongLabelsBelieved < plain.wrongLabelsBelieved / 2 &&
          stopped.weightNorm < plain.weightNorm
        );
      },
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: atTheEnd('Validation accuracy at the end', 'validationAccuracy', ['last', 'restored']),
  heldBy: ['P2'],
  tryIt: {
    label: 'Watch accuracy instead of loss, and train',
    change: (experiment) => ({
      ...experiment,
      arms: experiment.arms.map((arm) => ({
        ...arm,
        regularizers: arm.regularizers.earlyStopping
          ? {
              earlyStopping: { ...arm.regularizers.earlyStopping, metric: 'validationAccuracy' },
            }
          : {},
      })),
    }),
  },
};

/** What counts as worse: more than this. */
const LESS_ACCURATE = 0.01;
const MORE_LOSS = 0.02;

const patience: RunPart = {
  ...{ id: 'patience', title: 'How patient?', kind: 'run' },
  experiment: stageWith({ arms: [1, 5, 10].map(stoppingWith) }),
  ...{ askAt: 0, pace: 5, chart: 'loss' },
  controls: ['training.epochs', 'training.seed'],
  questions: [
    {
      id: 'worse',
      ask: 'Compare the weights that patience 1 puts back with those of patience 10. Count a difference of more than 1 point of accuracy, or 0.02 of validation loss. Patience 1 will be worse …',
      form: {
        kind: 'choice',
        options: [
          { id: 'both', label: 'in accuracy and in loss' },
          { id: 'accuracy', label: 'in accuracy only' },
          { id: 'loss', label: 'in loss only' },
          { id: 'neither', label: 'in neither' },
        ],
      },
      happened: (run) => {
        const isLess = isLessAccurate(run);
        const value =
          lossOfHaste(run) > MORE_LOSS
            ? isLess
              ? 'both'
              : 'loss'
            : isLess
              ? 'accuracy'
              : 'neither';
        return {
          value,
          text: `loss ${loss(armAt(run, 0).end.validationLoss)} against ${loss(armAt(run, 2).end.validationLoss)}, accuracy ${percent(armAt(run, 0).end.validationAccuracy)} against ${percent(armAt(run, 2).end.validationAccuracy)}`,
        };
      },
    },
  ],
  facts: (run) => {
    const arms = [0, 1, 2].map((place) => armAt(run, place));
    const [one, five, ten] = arms.map(({ end, stoppedAt, rows }) => ({
      epoch: String(end.epoch),
      trained: String(stoppedAt ?? rows.length - 1),
      loss: loss(end.validationLoss),
      accuracy: percent(end.validationAccuracy),
    }));
    return {
      ...named('one', one),
      ...named('five', five),
      ...named('ten', ten),
    };
  },
  claims: {
    loss: {
      says: 'Patience 1 stops too soon for the loss: what it puts back has more of it than with patience 10, by over 0.02.',
      holds: (run) => lossOfHaste(run) > MORE_LOSS,
      ...{ heldIn: 9, of: 10 },
    },
    // The teacher's note says it.
    mostlyLoss: {
      says: 'Patience 1 is not worse than patience 10 by more than 1 point of accuracy.',
      holds: (run) => !isLessAccurate(run),
      ...{ heldIn: 8, of: 10 },
    },
    accuracy: {
      says: 'In accuracy patience 1 loses no more than 2 points against patience 10.',
      holds: (run) => gainOf(run, 0, 2) >= -0.02,
      ...{ heldIn: 9, of: 10 },
    },
    enough: {
      says: 'Patience 10 puts back the same epoch as patience 5, and trains longer for it.',
      holds: (run) => armAt(run, 1).end.epoch === armAt(run, 2).end.epoch,
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: {
    ...{ label: 'Validation loss of what is put back', unit: '' },
    figures: (run) => [
      { name: 'patience1', value: armAt(run, 0).end.validationLoss },
      { name: 'patience10', value: armAt(run, 2).end.validationLoss },
    ],
  },
  heldBy: ['P2'],
  tryIt: {
    label: 'Set wrong labels to 0 % and train',
    change: (experiment) => ({ ...experiment, data: { ...experiment.data, wrongLabelShare: 0 } }),
  },
};

function isLessAccurate(run: RunFigures): boolean {
  return gainOf(run, 0, 2) < -LESS_ACCURATE;
}

function lossOfHaste(run: RunFigures): number {
  return armAt(run, 0).end.validationLoss - armAt(run, 2).end.validationLoss;
}

/** "oneEpoch", "oneLoss" */
function named(first: string, facts: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, text]) => [
      `${first}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      text,
    ]),
  );
}

export const stoppingEarly: Lesson = {
  ...{ id: 'stopping-early', title: 'Stopping early', minutes: 5 },
  question: 'The best network was there in the middle of training. Can it be kept?',
  parts: [restores, patience],
  teacher: {
    ask: 'If we knew the best epoch beforehand, why would we train for longer at all?',
    misconception:
      'Early stopping saves time, and that is what it is for. Or: the longer one waits, the better.',
    answer:
      'It keeps the network from the part of training in which it learns the exceptions. Waiting longer helps up to the point at which the curve would have recovered; after that it costs epochs alone.',
    otherwise:
      'The restored epoch differs much between seeds, from 6 to 21 in thirty of them; all were far better than the last epoch. If patience 1 is worse in accuracy too, which happened in two seeds of ten, say that one epoch with a little more loss is enough to stop it.',
  },
};
