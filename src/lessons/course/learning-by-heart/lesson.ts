/** Lesson 1: a network learns what images share first, and then the exceptions by heart. */
import { wholePercent, percent } from '../../../base/text/figure-text.ts';
import { stageWith } from '../../../presets/stage.ts';
import type { Lesson, RunPart } from '../../lesson/lesson.ts';
import { armAt, atTheEnd, bestRow } from '../../lesson/run-figures.ts';
import { shareDifference } from '../../lesson/share-difference.ts';

const ASKED_AT = 5;
/** From the question to the end, in shares: every seed has another accuracy when it is asked. */
const [RISE, FALL, FAR] = [0.04, 0.02, 0.06];

const byHeart: RunPart = {
  ...{ id: 'by-heart', title: 'Some labels are wrong', kind: 'run' },
  experiment: stageWith({ arms: [{ regularizers: {} }] }),
  ...{ askAt: ASKED_AT, pace: 5, chart: 'accuracy', panel: 'wrong-labels' },
  countsWrongLabels: true,
  controls: ['data.wrongLabelShare', 'training.seed'],
  questions: [
    {
      id: 'end',
      ask: (soFar) => {
        const { trainingAccuracy, validationAccuracy } = armAt(soFar, 0).end;
        return `Training accuracy is ${wholePercent(trainingAccuracy)} at epoch ${ASKED_AT} and will go on rising, to nearly 100 %. Validation accuracy, ${wholePercent(validationAccuracy)} now, will …`;
      },
      form: (soFar) => {
        const now = armAt(soFar, 0).end.validationAccuracy;
        return {
          kind: 'choice',
          options: [
            { id: 'rises', label: 'rise by 4 points or more', band: [now + RISE, 1] },
            { id: 'stays', label: 'stay about there', band: [now - FALL, now + RISE] },
            { id: 'falls', label: 'fall by 2 to 6 points', band: [now - FAR, now - FALL] },
            { id: 'falls-far', label: 'fall by more than 6 points', band: [now - 0.3, now - FAR] },
          ],
        };
      },
      happened: (run) => {
        const { rows, end } = armAt(run, 0);
        const before = rows.find(({ epoch }) => epoch === ASKED_AT)?.validationAccuracy ?? NaN;
        const change = shareDifference(end.validationAccuracy, before);
        const value =
          change >= RISE
            ? 'rises'
            : change >= -FALL
              ? 'stays'
              : change >= -FAR
                ? 'falls'
                : 'falls-far';
        return { value, text: percent(end.validationAccuracy) };
      },
    },
  ],
  facts: (run) => {
    const arm = armAt(run, 0);
    const best = bestRow(arm, 'validationAccuracy');
    return {
      peak: percent(best.validationAccuracy),
      peakEpoch: String(best.epoch),
      end: percent(arm.end.validationAccuracy),
      training: percent(arm.end.trainingAccuracy),
      believed: `${arm.end.wrongLabelsBelieved} of the ${arm.wrongLabels}`,
      believedAtPeak: String(best.wrongLabelsBelieved),
    };
  },
  claims: {
    falls: {
      says: 'Validation accuracy peaks in the first half of the run and ends at least 5 points lower.',
      holds: (run) => {
        const arm = armAt(run, 0);
        const best = bestRow(arm, 'validationAccuracy');
        return (
          best.epoch <= arm.rows.length / 2 &&
          shareDifference(best.validationAccuracy, arm.end.validationAccuracy) >= 0.05
        );
      },
      ...{ heldIn: 10, of: 10 },
    },
    believes: {
      says: 'The network ends by repeating at least 8 of 10 wrong labels.',
      holds: (run) => {
        const { end, wrongLabels } = armAt(run, 0);
        return end.wrongLabelsBelieved >= 0.8 * wrongLabels;
      },
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: atTheEnd('Validation accuracy at the end', 'validationAccuracy'),
  heldBy: ['P1'],
  tryIt: {
    label: 'Set wrong labels to 0 % and train',
    change: (experiment) => ({
      ...experiment,
      data: { ...experiment.data, wrongLabelShare: 0 },
    }),
  },
};

const nonsense: RunPart = {
  ...{ id: 'nonsense', title: 'All labels are wrong', kind: 'run' },
  experiment: stageWith({
    data: { wrongLabelShare: 1 },
    training: { epochs: 60 },
    arms: [{ regularizers: {} }],
  }),
  ...{ askAt: 0, pace: 15, chart: 'accuracy', panel: 'wrong-labels' },
  controls: ['network.hiddenLayers', 'training.seed'],
  questions: [
    {
      id: 'training',
      ask: 'Every one of the 400 labels is wrong now. After 60 epochs, for how many of the training images does the network answer with the wrong label it was given?',
      form: {
        kind: 'choice',
        options: [
          { id: 'tenth', label: 'about 10 %, as guessing would', band: [0, 0.3] },
          { id: 'half', label: 'about half', band: [0.3, 0.8] },
          { id: 'all', label: 'nearly all', band: [0.8, 1] },
        ],
      },
      happened: (run) => {
        const { trainingAccuracy: end } = armAt(run, 0).end;
        return { value: end >= 0.8 ? 'all' : end >= 0.3 ? 'half' : 'tenth', text: percent(end) };
      },
    },
  ],
  facts: (run) => {
    const { end } = armAt(run, 0);
    return { training: percent(end.trainingAccuracy), validation: percent(end.validationAccuracy) };
  },
  claims: {
    learns: {
      says: 'The network learns at least 95 % of the senseless labels and gets at most 15 % of new digits right.',
      holds: (run) => {
        const { end } = armAt(run, 0);
        return end.trainingAccuracy >= 0.95 && end.validationAccuracy <= 0.15;
      },
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: atTheEnd('Training accuracy at the end', 'trainingAccuracy'),
  heldBy: ['P17'],
  tryIt: {
    label: 'Give it 8 hidden units instead of 256, and train',
    change: (experiment) => ({
      ...experiment,
      network: { ...experiment.network, hiddenLayers: [8] },
    }),
  },
};

export const learningByHeart: Lesson = {
  ...{ id: 'learning-by-heart', title: 'Learning by heart', minutes: 4 },
  question: 'A network is told lies about some images. Does it believe them?',
  parts: [byHeart, nonsense],
  teacher: {
    ask: 'The training curve climbs to nearly 100 %. Does that mean that the network is good?',
    misconception: 'A low training loss shows that a network has understood the data.',
    answer:
      'It shows that the network fits its training labels, and a network of this size fits nearly any labels, even senseless ones.',
    otherwise:
      'The height of the peak and its epoch differ from seed to seed; that the curve turns and falls did not, in ten seeds of ten. If a curve seems not to fall, compare its end with its best epoch in the chart.',
  },
};
