/** Lesson 3: L2 pulls all weights towards 0; how hard should it? */
import { decimals, percent } from '../../../base/text/figure-text.ts';
import { circlesL2 } from '../../../presets/circles-l2.ts';
import type { Lesson, RunPart } from '../../lesson/lesson.ts';
import { optionOf } from '../../lesson/question.ts';
import { armAt, atTheEnd, gainOf } from '../../lesson/run-figures.ts';
import { strengths } from './strengths.ts';

const loss = decimals(2);
const norm = decimals(1);

const islands: RunPart = {
  ...{ id: 'islands', title: 'Islands', kind: 'run' },
  experiment: circlesL2.experiment,
  ...{ askAt: 0, pace: 60, chart: 'loss' },
  ...{ showsData: true, countsWrongLabels: true },
  controls: ['data.trainingExamples', 'training.seed'],
  questions: [
    {
      id: 'training',
      ask: 'Network B has L2, network A has no regularizer. After 200 epochs the data loss of B on training points, without the penalty, will be …',
      form: {
        kind: 'choice',
        options: [
          { id: 'lower', label: 'lower than that of A' },
          { id: 'same', label: 'about the same (within 0.05)' },
          { id: 'higher', label: 'higher than that of A' },
        ],
      },
      happened: (run) => {
        const [plain, l2] = [armAt(run, 0).end.trainingLoss, armAt(run, 1).end.trainingLoss];
        return {
          value: optionOf(l2 - plain, [
            ['lower', -0.05],
            ['same', 0.05],
            ['higher', Infinity],
          ]),
          text: `${loss(l2)} against ${loss(plain)}`,
        };
      },
    },
    {
      id: 'believed',
      ask: 'Of the 24 wrong labels, how many will B believe at the end?',
      form: { kind: 'number', unit: 'of 24', min: 0, max: 24, step: 1, close: 3 },
      happened: (run) => {
        const { wrongLabelsBelieved: believed } = armAt(run, 1).end;
        return { value: believed, text: `${believed} of 24` };
      },
    },
  ],
  facts: (run) => {
    const [plain, l2] = [armAt(run, 0), armAt(run, 1)];
    return {
      plainBelieved: String(plain.end.wrongLabelsBelieved),
      believed: String(l2.end.wrongLabelsBelieved),
      plainTraining: loss(plain.end.trainingLoss),
      training: loss(l2.end.trainingLoss),
      plainAccuracy: percent(plain.end.validationAccuracy),
      accuracy: percent(l2.end.validationAccuracy),
      plainNorm: norm(plain.end.weightNorm),
      norm: norm(l2.end.weightNorm),
      zeros: l2.end.zeroWeights === 0 ? 'none' : String(l2.end.zeroWeights),
    };
  },
  claims: {
    melts: {
      says: 'With L2 the network believes less than half as many wrong labels, and ends at least 3 points more accurate on validation points.',
      holds: (run) =>
        armAt(run, 1).end.wrongLabelsBelieved < armAt(run, 0).end.wrongLabelsBelieved / 2 &&
        gainOf(run, 1, 0) >= 0.03,
      ...{ heldIn: 10, of: 10 },
    },
    // The teacher's note says it.
    few: {
      says: 'With L2 the network believes at most 7 of the 24 wrong labels, without it at least 9.',
      holds: (run) =>
        armAt(run, 1).end.wrongLabelsBelieved <= 7 && armAt(run, 0).end.wrongLabelsBelieved >= 9,
      ...{ heldIn: 10, of: 10 },
    },
    pays: {
      says: 'With L2 training loss ends higher by 0.1 or more.',
      holds: (run) => {
        const [plain, l2] = [armAt(run, 0).end, armAt(run, 1).end];
        return l2.trainingLoss - plain.trainingLoss >= 0.1;
      },
      ...{ heldIn: 10, of: 10 },
    },
    small: {
      says: 'With L2 the weights are less than half as large, by the root of the sum of their squares, and none is exactly 0.',
      holds: (run) => {
        const [plain, l2] = [armAt(run, 0).end, armAt(run, 1).end];
        return l2.weightNorm < plain.weightNorm / 2 && l2.zeroWeights === 0;
      },
      ...{ heldIn: 10, of: 10 },
    },
  },
  result: atTheEnd('Validation accuracy at the end', 'validationAccuracy', ['plain', 'L2']),
  ...{ heldBy: ['P5', 'P15'], isSlow: true },
  tryIt: {
    label: 'Make L2 ten times as strong, and train',
    change: (experiment) => ({
      ...experiment,
      arms: experiment.arms.map((arm) =>
        arm.regularizers.l2 ? { ...arm, regularizers: { l2: { lambda: 0.05 } } } : arm,
      ),
    }),
  },
};

export const l2HowStrong: Lesson = {
  ...{ id: 'l2-how-strong', title: 'L2: how strong?', minutes: 5 },
  question: 'Every weight is pulled towards zero. What does the network give up?',
  parts: [islands, strengths],
  teacher: {
    ask: 'The network with L2 does worse on its training points. Why do we prefer it?',
    misconception:
      'A regularizer makes training better. Or: a simpler network is one with fewer weights.',
    answer:
      'It makes training worse on purpose, in the hope of better answers elsewhere; the validation figure tells whether that worked. With L2 no weight is left out: all are there, and small.',
    otherwise:
      'With few points the number of wrong labels believed with L2 differs from seed to seed, from none to 7 of 24 in thirty of them; without L2 it was 9 at least.',
  },
};
