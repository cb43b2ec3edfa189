/** Lesson 12: five more regularizers, and one of them works on something else. */
import { decimals, percent } from '../../../base/text/figure-text.ts';
import { smoothLabels } from '../../../presets/smooth-labels.ts';
import { stageWith } from '../../../presets/stage.ts';
import type { Lesson, RunPart } from '../../lesson/lesson.ts';
import { optionOf } from '../../lesson/question.ts';
import { armAt, gainOf } from '../../lesson/run-figures.ts';
import type { RunFigures } from '../../lesson/run-figures.ts';
import { adam } from './adam.ts';

const loss = decimals(2);

/** In the order of the arms, after the plain one. */
const CURES = ['l2', 'decay', 'max-norm', 'noise', 'smoothing'] as const;
const SMOOTHING = 5;

function believed(run: RunFigures, place: number): number {
  return armAt(run, place).end.wrongLabelsBelieved;
}

const fiveCures: RunPart = {
  ...{ id: 'five-cures', title: 'Five cures', kind: 'run' },
  experiment: stageWith({
    arms: [
      { regularizers: {} },
      { regularizers: { l2: { lambda: 0.01 } } },
      { regularizers: { weightDecay: { lambda: 1 } } },
      { regularizers: { maxNorm: { limit: 1 } } },
      { regularizers: { inputNoise: { deviation: 0.3 } } },
      { regularizers: { labelSmoothing: { epsilon: 0.1 } } },
    ],
  }),
  ...{ askAt: 0, pace: 5, chart: 'accuracy' },
  countsWrongLabels: true,
  controls: ['data.wrongLabelShare', 'training.seed'],
  questions: [
    {
      id: 'fails',
      ask: 'Of these 400 labels 120 are wrong. A has no regularizer, B to F have one each. Which of the five believes the most wrong labels at the end?',
      form: {
        kind: 'choice',
        options: [
          { id: 'l2', label: 'B: L2, a pull on every weight towards 0' },
          { id: 'decay', label: 'C: weight decay, the same pull, kept out of the gradient' },
          { id: 'max-norm', label: 'D: max-norm, a limit on the weights into a unit' },
          { id: 'noise', label: 'E: input noise, every pixel shaken a little' },
          { id: 'smoothing', label: 'F: label smoothing, never to be quite sure' },
        ],
      },
      happened: (run) => {
        const counts = CURES.map((_, i) => believed(run, i + 1));
        const most = Math.max(...counts);
        return { value: CURES[counts.indexOf(most)] ?? '', text: `${most} of 120` };
      },
    },
  ],
  facts: (run) => ({
    plain: String(believed(run, 0)),
    smoothing: String(believed(run, SMOOTHING)),
    others: rangeText([1, 2, 3, 4].map((place) => believed(run, place))),
    plainAccuracy: percent(armAt(run, 0).end.validationAccuracy),
    smoothingAccuracy: percent(armAt(run, SMOOTHING).end.validationAccuracy),
    lowest: percent(
      Math.min(...[1, 2, 3, 4].map((place) => armAt(run, place).end.validationAccuracy)),
    ),
    highest: percent(
      Math.max(...[1, 2, 3, 4].map((place) => armAt(run, place).end.validationAccuracy)),
    ),
  }),
  claims: {
    four: {
      says: 'Four of the five end at least 5 points above the plain network.',
      holds: (run) => [1, 2, 3, 4].every((place) => gainOf(run, place, 0) >= 0.05),
      ...{ heldIn: 5, of: 5 },
    },
    smoothing: {
      says: 'With label smoothing the network believes at least 8 of 10 wrong labels, more than with any of the other four.',
      holds: (run) =>
        believed(run, SMOOTHING) >= 0.8 * armAt(run, SMOOTHING).wrongLabels &&
        [1, 2, 3, 4].every((place) => believed(run, place) < believed(run, SMOOTHING)),
      ...{ heldIn: 5, of: 5 },
    },
  },
  result: {
    ...{ label: 'Wrong labels believed at the end', unit: '' },
    figures: (run) => [
      { name: 'plain', value: believed(run, 0) },
      { name: 'smoothing', value: believed(run, SMOOTHING) },
    ],
  },
  ...{ heldBy: ['P4', 'P18'], isSlow: true },
  tryIt: {
    label: 'Set wrong labels to 0 % and train',
    change: (experiment) => ({ ...experiment, data: { ...experiment.data, wrongLabelShare: 0 } }),
  },
};

/** "17 to 31" */
function rangeText(values: readonly number[]): string {
  return `${Math.min(...values)} to ${Math.max(...values)}`;
}

const neverSure: RunPart = {
  ...{ id: 'never-sure', title: 'Never quite sure', kind: 'run' },
  experiment: smoothLabels.experiment,
  ...{ askAt: 0, pace: 5, chart: 'loss', panel: 'mistakes' },
  controls: ['training.epochs', 'training.seed'],
  questions: [
    {
      id: 'loss',
      ask: 'All labels are true now. C is smoothed most, by 0.2. In accuracy it ends about level with A, or a little above. Its validation loss will be …',
      form: {
        kind: 'choice',
        options: [
          { id: 'lower', label: 'lower than that of A' },
          { id: 'same', label: 'about the same' },
          { id: 'higher', label: 'higher, at least 1.2 times that of A' },
        ],
      },
      happened: (run) => {
        const [plain, smooth] = [
          armAt(run, 0).end.validationLoss,
          armAt(run, 2).end.validationLoss,
        ];
        return {
          value: optionOf(smooth / plain, [
            ['lower', 0.9],
            ['same', 1.2],
            ['higher', Infinity],
          ]),
          text: `${loss(smooth)} against ${loss(plain)}`,
        };
      },
    },
  ],
  facts: (run) => ({
    plainAccuracy: percent(armAt(run, 0).end.validationAccuracy),
    accuracy: percent(armAt(run, 2).end.validationAccuracy),
    plainLoss: loss(armAt(run, 0).end.validationLoss),
    loss: loss(armAt(run, 2).end.validationLoss),
  }),
  claims: {
    disagree: {
      says: 'With label smoothing of 0.2 accuracy is at least as high as without, and validation loss at least 1.2 times as high.',
      holds: (run) =>
        gainOf(run, 2, 0) >= 0 &&
        armAt(run, 2).end.validationLoss >= 1.2 * armAt(run, 0).end.validationLoss,
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: {
    ...{ label: 'Validation loss at the end', unit: '' },
    figures: (run) => [
      { name: 'plain', value: armAt(run, 0).end.validationLoss },
      { name: 'smoothing', value: armAt(run, 2).end.validationLoss },
    ],
  },
  ...{ heldBy: ['P16'], isSlow: true },
  tryIt: {
    label: 'Give a fifth of the images a wrong label, and train',
    change: (experiment) => ({ ...experiment, data: { ...experiment.data, wrongLabelShare: 0.2 } }),
  },
};

export const otherLevers: Lesson = {
  ...{ id: 'other-levers', title: 'The other levers', minutes: 6 },
  question: 'Five regularizers besides L1 and dropout. Do all of them do the same?',
  parts: [fiveCures, neverSure, adam],
  teacher: {
    ask: 'A network is 70 % sure of its answers and right in 97 % of cases. Is that good?',
    misconception:
      'All regularizers do the same thing. Or: when loss goes up, accuracy must have gone down.',
    answer:
      'Label smoothing limits how sure a network is, and hardly what it can memorise. Accuracy counts right answers; loss also asks how sure the network was, so the two can disagree.',
    otherwise:
      'That the network with label smoothing believes the most wrong labels, and that loss rises without a loss of accuracy, held in every seed that was tried. The order among the other four did not: do not let the class rank them.',
  },
};
