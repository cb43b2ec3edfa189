/**
 * Every rule of the verdict at its ordinary case and at made-up extremes, with the sentence that must come
 * out. docs/verdict.md is the same table to read; the last test holds the two together.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { experimentWith } from '../../presets/preset.ts';
import { stageWith } from '../../presets/stage.ts';
import type { ArmId, Experiment } from '../../experiment/experiment.ts';
import type { RegularizerSettings } from '../../regularizers/registry.ts';
import type { RedundancyView } from '../../protocol/views.ts';
import { BETTER, PLAIN, SAME, seeds, stillRising, WORSE } from './seeds-fixture.ts';
import {
  diverge,
  falling,
  lane,
  NONE_WRONG,
  reaching,
  REGRESSION,
  repeats,
  steady,
  towards,
  valley,
  verdict,
} from './verdict-fixture.ts';
import type { Curves } from './verdict-fixture.ts';
import type { VerdictMaterial } from './verdict-material.ts';

interface Case {
  readonly rule: string;
  readonly when: string;
  readonly lanes: VerdictMaterial['lanes'];
  readonly changes?: Partial<VerdictMaterial>;
  /** That stands among what is said, and what must not be said with it. */
  readonly sentence: string;
  readonly never?: RegExp;
  /** It is said first. */
  readonly leads?: true;
}

const L2 = { l2: { lambda: 0.01 } };
const SIX: readonly RegularizerSettings[] = [
  {},
  L2,
  { weightDecay: { lambda: 1 } },
  { maxNorm: { limit: 1 } },
  { inputNoise: { deviation: 0.3 } },
  { l1: { lambda: 0.002, proximal: true } },
];

function experimentOf(
  arms: readonly RegularizerSettings[],
  settings: Omit<Parameters<typeof stageWith>[0], 'arms'> = {},
): Pick<VerdictMaterial, 'experiment'> {
  return {
    experiment: stageWith({ arms: arms.map((regularizers) => ({ regularizers })), ...settings }),
  };
}

const level = (id: ArmId, accuracy: number, curves: Curves = {}, facts = NONE_WRONG) =>
  lane(
    id,
    { trainingAccuracy: reaching(0.99), validationAccuracy: reaching(accuracy), ...curves },
    50,
    facts,
  );
/** Learns nothing beyond its simplest answer, which gives 12 %. */
const stuck = (id: ArmId, accuracy = 0.1) =>
  level(id, accuracy, { trainingAccuracy: reaching(0.12) });
/** Its simplest answer has a loss of 1. */
const SQUARES = { ...NONE_WRONG, simplestAnswer: 1 };
const lossOf = (id: ArmId, loss: number) =>
  lane(id, { validationLoss: reaching(loss), trainingLoss: reaching(0.1) }, 50, SQUARES);
const fitting = (id: ArmId, training: number, validation: number) =>
  lane(id, { validationLoss: reaching(validation), trainingLoss: reaching(training) }, 50, SQUARES);
const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const row = (accuracies: readonly number[]) =>
  accuracies.map((accuracy, index) => level(letters[index] ?? 'A', accuracy));

/** Climbs to `best` at epoch 10, then falls to `end`, losing so many of the 500 answers. */
const fallOf = (best: number, end: number, lost: number): Curves => ({
  validationAccuracy: (e) => (e < 10 ? (best * e) / 10 : best - ((best - end) * (e - 10)) / 40),
  validationLoss: reaching(0.63),
  trainingAccuracy: reaching(0.98),
  trainingLoss: towards(2.3, 0.14),
  lostSinceBest: () => lost,
});
const BINARY: Partial<VerdictMaterial> = {
  dataset: { task: 'classification', featureCount: 2, outputs: 2 },
  noun: 'points',
  classNoun: 'class',
};
const lying = (id: ArmId, believed: number, seen: number, accuracy = 0.9) =>
  level(
    id,
    accuracy,
    { wrongLabelsBelieved: () => believed, wrongLabelsSeenThrough: () => seen },
    { wrongLabels: 120, wrongLabelsWatched: 120 },
  );
const removed = (accuracies: readonly number[]): RedundancyView => ({
  rows: 500,
  draws: 5,
  points: accuracies.map((accuracy, index) => ({
    ...{ share: [0, 0.2, 0.5, 0.8][index] ?? 1, accuracy, lowest: accuracy, highest: accuracy },
  })),
});
const grid = experimentWith({
  data: { dataset: 'diabetes', trainingExamples: 40, wrongLabelShare: 0 },
  network: { hiddenLayers: [] },
  training: {},
  arms: [{}, { trainingExamples: 240 }].flatMap((overrides) => [
    { regularizers: {}, overrides },
    { regularizers: { l2: { lambda: 0.3 } }, overrides },
  ]),
});
const overSeeds = (experiment: Experiment, replicates: number): Experiment => ({
  ...experiment,
  training: { ...experiment.training, replicates },
});

const CASES: readonly Case[] = [
  {
    ...{ rule: '1', when: 'the interval over three seeds or more excludes 0' },
    lanes: [...seeds('A', PLAIN), ...seeds('B', BETTER)],
    sentence:
      'B (dropout) is better on validation accuracy: 89.6 against 73.0 %, +16.6 points (95 % interval 14.4 to 18.8; 5 seeds, higher in all), at these settings.',
  },
  {
    ...{ rule: '1', when: 'the same of a loss, which is better where it is lower' },
    lanes: [
      ...repeats('A', 'validationLoss', [2.7, 2.8, 2.72, 2.78]),
      ...repeats('B', 'validationLoss', [1.3, 1.35, 1.32, 1.28]),
    ],
    changes: REGRESSION,
    sentence:
      'B (dropout) is better on validation loss: 1.31 against 2.75, 1.44 lower (95 % interval 1.36 to 1.51; 4 seeds, lower in all), at these settings.',
  },
  {
    ...{ rule: '2', when: 'it holds 0' },
    lanes: [...seeds('A', PLAIN), ...seeds('B', SAME)],
    sentence:
      'No difference shown: B minus A is +0.10 points in validation accuracy, 95 % interval −0.47 to +0.67 (5 seeds). Differences below 0.7 points would need more seeds.',
  },
  {
    ...{
      rule: '2',
      when: 'one image more in each of three seeds, which is no spread and yet luck',
    },
    lanes: [...seeds('A', [0.9, 0.9, 0.9]), ...seeds('B', [0.902, 0.902, 0.902])],
    sentence:
      'No difference shown: B minus A is +0.20 points in validation accuracy, 95 % interval −0.05 to +0.45 (3 seeds). Differences below 0.5 points would need more seeds.',
    never: /better/,
  },
  {
    ...{ rule: '2', when: 'arms end alike in every seed' },
    lanes: [...seeds('A', PLAIN), ...seeds('B', PLAIN)],
    sentence: 'No difference: A and B end alike in validation accuracy (5 seeds).',
    never: /better|more seeds/,
  },
  {
    ...{ rule: '3', when: 'one seed, and the rows tell the arms apart' },
    lanes: row([0.764, 0.92]),
    sentence:
      'One run: B ends at 92.0 % validation accuracy, A at 76.4 % on the same 500 images. Another seed may differ; repeat over 5 seeds to judge.',
    never: /better/,
  },
  {
    ...{ rule: '3', when: 'five rows are gained and none is lost: it takes six' },
    lanes: row([0.9, 0.91]),
    changes: { discordance: () => 5 },
    sentence:
      'One run: B ends at 91.0 % validation accuracy, A at 90.0 % on the same 500 images. The difference is too small to tell on 500 images.',
  },
  {
    ...{ rule: '3', when: 'six are gained and none is lost' },
    lanes: row([0.9, 0.912]),
    changes: { discordance: () => 6 },
    sentence:
      'One run: B ends at 91.2 % validation accuracy, A at 90.0 % on the same 500 images. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '3', when: 'how many rows only one gets right is not known, and could be too many' },
    lanes: row([0.92, 0.936]),
    sentence:
      'One run: B ends at 93.6 % validation accuracy, A at 92.0 % on the same 500 images. The difference may be too small to tell on 500 images.',
  },
  {
    ...{ rule: '3', when: 'a tie' },
    lanes: row([0.92, 0.92]),
    sentence:
      'One run: A ends at 92.0 % validation accuracy, B at 92.0 % on the same 500 images. No difference shows on these 500 images.',
    never: /better|behind|ahead/,
  },
  {
    ...{ rule: '3', when: 'all right, both arms' },
    lanes: row([1, 1]),
    changes: { validationRows: 60 },
    sentence:
      'One run: A ends at 100.0 % validation accuracy, B at 100.0 % on the same 60 images. No difference shows on these 60 images.',
  },
  {
    ...{
      rule: '3',
      when: 'one of 60 rows is wrong in one arm, where an error of p(1 − p)/n would be 0',
    },
    lanes: row([59 / 60, 1]),
    changes: { validationRows: 60 },
    sentence:
      'One run: B ends at 100.0 % validation accuracy, A at 98.3 % on the same 60 images. The difference is too small to tell on 60 images.',
    never: /overfit|better/,
  },
  {
    ...{ rule: '3', when: 'none right in one arm of two classes' },
    lanes: row([0, 0.5]),
    changes: BINARY,
    sentence:
      'One run: B ends at 50.0 % validation accuracy, A at 0.0 % on the same 500 points. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '3', when: 'the losses say the opposite' },
    lanes: [
      level('A', 0.898, { validationLoss: reaching(0.266) }),
      level('B', 0.956, { validationLoss: reaching(0.294) }),
    ],
    sentence:
      'One run: B ends at 95.6 % validation accuracy, A at 89.8 % on the same 500 images. By validation loss it is the other way round: A 0.266, B 0.294. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '3', when: 'one epoch only' },
    lanes: [
      lane('A', { validationAccuracy: reaching(0.6), trainingAccuracy: reaching(0.6) }, 1),
      lane('B', { validationAccuracy: reaching(0.8), trainingAccuracy: reaching(0.8) }, 1),
    ],
    sentence: 'Not finished: A is behind but still improves at epoch 1; no ranking yet.',
    never: /overfit|better/,
  },
  {
    ...{ rule: '3', when: 'two seeds' },
    lanes: [...seeds('A', PLAIN.slice(0, 2)), ...seeds('B', BETTER.slice(0, 2))],
    sentence:
      'Two runs: B ends at 89.6 % validation accuracy, A at 73.2 % on 500 images drawn for each seed, the same for every arm, on average over 2 seeds. Two are too few to judge; repeat over 5 seeds.',
  },
  {
    ...{ rule: '3', when: 'regression, for which one run has no test' },
    lanes: [lossOf('A', 0.5), lossOf('B', 0.25)],
    changes: REGRESSION,
    sentence:
      'One run: B ends at a validation loss of 0.250, A at 0.500 on the same 500 examples. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '3', when: 'one arm alone' },
    lanes: [level('A', 0.92)],
    sentence: 'One run: A ends at 92.0 % validation accuracy on 500 images.',
    never: /seed|better/,
  },
  {
    ...{ rule: '3', when: 'three arms, of which the best cannot be told from one' },
    lanes: row([0.72, 0.9, 0.902]),
    changes: experimentOf(SIX.slice(0, 3)),
    sentence:
      'One run: C ends at 90.2 % validation accuracy, B at 90.0 %, A at 72.0 % on the same 500 images. C’s lead over B is too small to tell on 500 images.',
  },
  {
    ...{ rule: '3', when: 'three arms, two of them level' },
    lanes: [...row([0.72, 0.9]), level('C', 0.9, { trainingAccuracy: reaching(0.98) })],
    changes: experimentOf(SIX.slice(0, 3)),
    sentence:
      'One run: B ends at 90.0 % validation accuracy, C at 90.0 %, A at 72.0 % on the same 500 images. C is level with B.',
    never: /better/,
  },
  {
    ...{
      rule: '4',
      when: 'a smaller gap beside a worse validation figure, all three beyond chance',
    },
    lanes: [
      ...seeds('A', [0.8, 0.803, 0.806], { trainingAccuracy: reaching(0.993) }),
      ...seeds('B', [0.08, 0.083, 0.086], { trainingAccuracy: reaching(0.123) }),
    ],
    sentence:
      'B fits less; it does not generalise better: gap 4 against 19 points (A), but validation accuracy 8.3 against 80.3 %.',
  },
  {
    ...{
      rule: '5',
      when: 'of three arms the most accurate has the highest loss, and no pair is clear',
    },
    lanes: (['A', 'B', 'C'] as const).flatMap((id, arm) =>
      [0, 0.05, -0.05, 0.01].map((shift, replicate) =>
        level(
          id,
          0.8 + 0.01 * arm + shift * (1 - arm),
          { validationLoss: reaching(0.5 + 0.05 * arm + shift * (arm - 1)) },
          { ...NONE_WRONG, replicate },
        ),
      ),
    ),
    changes: experimentOf(SIX.slice(0, 3)),
    sentence:
      'Two orders: of these 3 arms C is right most often (81.8 %), and has the highest validation loss (0.602; the lowest, A’s, is 0.497). These are means over 4 seeds; that it would be so with others is not shown.',
    never: /Two answers/,
  },
  {
    ...{ rule: '5', when: 'clear in accuracy and in loss, with opposite signs' },
    lanes: (['A', 'B'] as const).flatMap((id) =>
      [0, 0.01, -0.01, 0.004].map((shift, replicate) =>
        level(
          id,
          (id === 'A' ? 0.8 : 0.9) + shift * (id === 'A' ? 1 : 0.8),
          { validationLoss: reaching((id === 'A' ? 0.5 : 0.7) + shift * (id === 'A' ? 1 : 0.9)) },
          { ...NONE_WRONG, replicate },
        ),
      ),
    ),
    sentence:
      'Two answers: B is right more often (+10.0 points, interval 9.7 to 10.2), but its validation loss is higher (+0.200, interval 0.199 to 0.201): its probabilities fit these labels worse (4 seeds, at these settings).',
  },
  {
    ...{ rule: '6', when: 'validation loss rises and accuracy falls while training loss falls' },
    lanes: [level('A', 0, falling)],
    sentence:
      'A overfits: its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86) and validation accuracy falls after epoch 10 (88.0 → 76.4 %).',
  },
  {
    ...{ rule: '6', when: 'only the loss rises' },
    lanes: [level('A', 0, { ...falling, validationAccuracy: reaching(0.88) })],
    sentence:
      'A overfits: its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86). Its accuracy has not fallen: it becomes more confident in its mistakes.',
  },
  {
    ...{ rule: '6', when: 'the loss rises and accuracy falls within chance' },
    lanes: [level('A', 0, { ...fallOf(0.88, 0.87, 25), validationLoss: valley(0.63, 0.86) })],
    sentence:
      'A overfits: its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86). Its accuracy has fallen by no more than chance explains on 500 images (88.0 → 87.0 %): it becomes more confident in its mistakes.',
  },
  {
    ...{ rule: '6', when: 'one of 60 rows is lost from 100 %' },
    lanes: [level('A', 0, fallOf(1, 59 / 60, 1))],
    changes: { validationRows: 60 },
    sentence: 'One run: A ends at 98.3 % validation accuracy on 60 images.',
    never: /overfit|falls/,
  },
  {
    ...{ rule: '6', when: 'beside one that overfits, an accuracy that falls within chance' },
    lanes: [level('A', 0, fallOf(0.88, 0.764, 70)), level('B', 0, fallOf(0.88, 0.86, 40))],
    sentence:
      'A overfits: its training loss still falls, but validation accuracy falls after epoch 10 (88.0 → 76.4 %). Its validation loss does not show it. B’s accuracy falls too, 88.0 → 86.0 %, by no more than chance explains on 500 images.',
  },
  {
    ...{ rule: '6', when: 'beside one that overfits, one that falls far and does not learn' },
    lanes: [
      level('A', 0, fallOf(0.88, 0.764, 70)),
      level('B', 0, {
        ...fallOf(0.432, 0.092, 180),
        trainingAccuracy: reaching(0.11),
        trainingLoss: towards(1.8, 2.4),
      }),
    ],
    changes: experimentOf([{}, { l2: { lambda: 0.1 } }]),
    sentence:
      'B’s accuracy falls too, 43.2 → 9.2 %, but that is not overfitting: it does not learn.',
    never: /chance/,
  },
  {
    ...{ rule: '6', when: 'beside one that overfits, one whose training gets worse as well' },
    lanes: [
      level('A', 0, fallOf(0.88, 0.764, 70)),
      level('B', 0, { ...fallOf(0.82, 0.722, 70), trainingLoss: towards(0.3, 0.9) }),
    ],
    sentence:
      'B’s accuracy falls too, 82.0 → 72.2 %, but that is not overfitting: its training loss has not fallen since.',
    never: /chance/,
  },
  {
    ...{ rule: '6', when: 'beside one that overfits, one that falls within its own wobble' },
    lanes: [
      level('A', 0, fallOf(0.88, 0.764, 70)),
      level('B', 0, {
        ...fallOf(0.88, 0.84, 22),
        validationAccuracy: (e) => (e === 10 ? 0.88 : e < 10 ? 0.08 * e : 0.84 + 0.02 * (e % 2)),
      }),
    ],
    sentence: 'B’s accuracy falls too, 88.0 → 84.0 %, by no more than its curve wobbles.',
    never: /chance/,
  },
  {
    ...{ rule: '6', when: 'it falls, in training too, and none overfits' },
    lanes: [level('A', 0, { ...fallOf(0.82, 0.722, 70), trainingLoss: towards(0.3, 0.9) })],
    sentence:
      'A falls back, in training too: validation accuracy 82.0 → 72.2 % after epoch 10, and its training loss has not fallen since. That is not overfitting.',
    never: /chance|overfits/,
  },
  {
    ...{ rule: '6', when: 'a loss over two rows rises' },
    lanes: [level('A', 0, { ...falling, lostSinceBest: () => 0, validationAccuracy: reaching(1) })],
    changes: { validationRows: 2 },
    sentence: 'Only 2 images to judge by: each is worth 50.0 points.',
    never: /overfit/,
  },
  {
    ...{ rule: '7', when: 'training labels are known to be wrong' },
    lanes: [lane('A', falling), lane('B', steady)],
    sentence:
      'Of 120 wrong labels A repeats 114, B 19; for 95 of them B gives the true digit. B’s training accuracy (74 %) is below its validation accuracy (92 %) since 30 % of its training labels are wrong and none of the validation labels.',
  },
  {
    ...{ rule: '7', when: 'none of them is seen through' },
    lanes: [lying('A', 120, 0)],
    sentence: 'Of 120 wrong labels A repeats 120; A gets none of them right.',
  },
  {
    ...{ rule: '7', when: 'neither of two arms sees through any' },
    lanes: [lying('A', 120, 0), lying('B', 118, 0)],
    sentence: 'Of 120 wrong labels A repeats 120, B 118; neither gets any of them right.',
  },
  {
    ...{ rule: '7', when: 'training is below validation, also against the true labels' },
    lanes: [lane('A', { ...steady, trueLabelAccuracy: reaching(0.8) })],
    sentence: 'Of 120 wrong labels A repeats 19; for 95 of them A gives the true digit.',
    never: /since 30/,
  },
  {
    ...{ rule: '7', when: 'all of them are wrong: what was learnt of it stands first' },
    lanes: [lying('A', 120, 0, 0.01), lying('B', 20, 9, 0.098)],
    changes: experimentOf([{}, L2], { data: { wrongLabelShare: 1 } }),
    leads: true,
    sentence: 'Of 120 wrong labels A repeats 120, B 20; for 9 of them B gives the true digit.',
  },
  {
    ...{ rule: '7', when: 'validation accuracy is below guessing for certain' },
    lanes: [lying('A', 120, 0, 0.01), lying('B', 20, 9, 0.098)],
    changes: experimentOf([{}, L2], { data: { wrongLabelShare: 1 } }),
    sentence:
      'Worse than guessing, which gives 10 %: validation accuracy A 1.0 %. All training labels are wrong and the validation labels are true: what is learnt by heart leads away from the true digit.',
  },
  {
    ...{ rule: '8', when: 'training accuracy is no better than the most frequent class' },
    lanes: [level('A', 0.8), stuck('B')],
    changes: experimentOf([{}, { l2: { lambda: 0.1 } }]),
    sentence:
      'B does not learn at λ = 0.1: training accuracy 12 %, always guessing the most frequent digit gives 12 %.',
  },
  {
    ...{ rule: '8', when: 'neither learns, at a rate far from what suits the data' },
    lanes: [stuck('A'), stuck('B')],
    changes: experimentOf([{}, L2], { training: { learningRate: 5 } }),
    leads: true,
    sentence:
      'Neither arm learns at learning rate 5: training accuracy A 12 % and B 12 %, always guessing the most frequent digit gives 12 %.',
  },
  {
    ...{ rule: '8', when: 'five training rows, all of them right' },
    lanes: [
      level(
        'A',
        0.5,
        { trainingAccuracy: reaching(1) },
        {
          ...NONE_WRONG,
          ...{ trainingRows: 5, trainingSampleRows: 5, simplestAnswer: 0.8 },
        },
      ),
    ],
    changes: BINARY,
    sentence: 'One run: A ends at 50.0 % validation accuracy on 500 points.',
    never: /learn/,
  },
  {
    ...{ rule: '8', when: 'regression no better than the mean' },
    lanes: [
      lane('A', { validationLoss: reaching(1.1), trainingLoss: reaching(0.98) }, 50, {
        ...NONE_WRONG,
        simplestAnswer: 1,
      }),
    ],
    changes: REGRESSION,
    sentence: 'A does not learn: training loss 0.98, always answering the mean gives 1.00.',
  },
  {
    ...{ rule: '9', when: 'who is behind over several seeds still improves' },
    lanes: [...stillRising('A', PLAIN), ...seeds('B', BETTER)],
    sentence:
      'Not finished: A is behind (validation accuracy 73.0 against 89.6 %; 5 seeds) but still improves at epoch 50; no ranking yet.',
    never: /better/,
  },
  {
    ...{ rule: '10', when: 'an arm diverges' },
    lanes: [level('A', 0.92), diverge(level('B', 0.1))],
    sentence:
      'B diverged in epoch 2 (learning rate 0.005, dropout). Its figures are left out; nothing follows about dropout at other learning rates.',
    never: /better/,
  },
  {
    ...{ rule: '10', when: 'all diverge' },
    lanes: [diverge(level('A', 0.1)), diverge(level('B', 0.1))],
    sentence:
      'A and B diverged (A in epoch 2, learning rate 0.005, no dropout; B in epoch 2, learning rate 0.005, dropout). Their figures are left out; nothing follows about them at other learning rates.',
    never: /One run/,
  },
  {
    ...{ rule: '11', when: 'early stopping restored an epoch' },
    lanes: [stoppedAt(lane('A', falling, 19), 14)],
    changes: {
      ...experimentOf([
        {
          earlyStopping: { metric: 'validationLoss', patience: 5, minDelta: 0, restoreBest: true },
        },
      ]),
      sealedTest: { rows: 897, figureOf: null },
    },
    sentence:
      'A stopped at epoch 19 (patience 5) and restored the weights of epoch 14, validation loss 0.92. That epoch was chosen on these images, so the figure is a little optimistic; open the test set to see.',
  },
  {
    ...{ rule: '12', when: 'L1 is compared with no penalty, or with another: zeros stand first' },
    lanes: [...seeds('A', PLAIN), ...seeds('B', BETTER, { zeroWeights: () => 0.88 * 18_944 })],
    changes: experimentOf([{}, { l1: { lambda: 0.002, proximal: true } }], {
      training: { replicates: 5 },
    }),
    leads: true,
    sentence:
      'L1 set 88 % of the weights to exactly 0 and validation accuracy is higher: +16.6 points (interval 14.4 to 18.8, 5 seeds).',
  },
  {
    ...{ rule: '12', when: 'as a penalty, and with exact zeros' },
    lanes: [
      level('A', 0.85, { zeroWeights: () => 0 }),
      level('B', 0.85, { zeroWeights: () => 0.62 * 18_944 }),
    ],
    changes: {
      ...experimentOf([
        { l1: { lambda: 0.001, proximal: false } },
        { l1: { lambda: 0.001, proximal: true } },
      ]),
      smallWeightShare: () => 0.12,
    },
    leads: true,
    sentence:
      'L1 set 62 % of B’s weights to exactly 0. No weight of A is exactly 0 (12 % are below 0.001): L1 as a penalty shrinks, it does not cut.',
  },
  {
    ...{ rule: '12', when: 'every feature has one weight' },
    lanes: [
      lossOf('A', 2),
      lane(
        'B',
        {
          ...{ validationLoss: reaching(1), trainingLoss: reaching(0.3) },
          zeroWeights: () => 36,
        },
        50,
        SQUARES,
      ),
    ],
    changes: {
      ...experimentOf([{}, { l1: { lambda: 0.3, proximal: true } }], {
        network: { hiddenLayers: [] },
      }),
      ...REGRESSION,
      dataset: { task: 'regression', featureCount: 50, outputs: 1 },
    },
    leads: true,
    sentence: 'L1 set 72 % of B’s weights to exactly 0, which leaves 14 of 50 features.',
  },
  {
    ...{ rule: '13', when: 'two validation rows' },
    lanes: row([0.5, 1]),
    changes: { validationRows: 2 },
    sentence: 'Only 2 images to judge by: each is worth 50.0 points.',
    never: /better/,
  },
  {
    ...{ rule: '13', when: 'one validation row of a regression' },
    lanes: [lossOf('A', 0.5), lossOf('B', 0.25)],
    changes: { ...REGRESSION, validationRows: 1 },
    sentence: 'Only 1 example to judge by: figures of so few say little of others.',
  },
  {
    ...{ rule: '14', when: 'hidden units were removed on screen: their curve stands first' },
    lanes: row([0.958, 0.964]),
    changes: {
      ...experimentOf([{}, { dropout: { rate: 0.5, inputRate: 0 } }]),
      removedUnits: (id) =>
        removed(id === 'A' ? [0.958, 0.93, 0.8, 0.55] : [0.964, 0.95, 0.92, 0.763]),
    },
    leads: true,
    sentence:
      'Without 80 % of their hidden units: B 76.3 %, A 55.0 % right; with all units B 96.4, A 95.8 %; without 20 % B 95.0, A 93.0 %; without 50 % B 92.0, A 80.0 % (500 validation images, the mean of 5 draws).',
  },
  {
    ...{ rule: '15', when: 'arms cross two things: like is compared with like' },
    lanes: [lossOf('A', 0.81), lossOf('B', 0.62), lossOf('C', 0.52), lossOf('D', 0.51)],
    changes: {
      ...{ experiment: grid, validationRows: 200, noun: 'patients', classNoun: 'value' },
      dataset: { task: 'regression', featureCount: 10, outputs: 1 },
    },
    leads: true,
    sentence:
      'One run, validation loss with 40 patients: L2 λ = 0.3 (B) 0.620, plain (A) 0.810; with 240 patients: L2 λ = 0.3 (D) 0.510, plain (C) 0.520, on the same 200 patients. Another seed may differ; repeat over 5 seeds to judge.',
  },
  {
    ...{ rule: '15', when: 'the same over seeds' },
    lanes: [
      ...repeats('A', 'validationLoss', [0.8, 0.82, 0.81]),
      ...repeats('B', 'validationLoss', [0.6, 0.63, 0.61]),
      ...repeats('C', 'validationLoss', [0.52, 0.53, 0.51]),
      ...repeats('D', 'validationLoss', [0.53, 0.52, 0.5]),
    ],
    changes: {
      ...{ experiment: overSeeds(grid, 3), validationRows: 200, noun: 'patients' },
      dataset: { task: 'regression', featureCount: 10, outputs: 1 },
    },
    leads: true,
    sentence:
      'With 40 patients L2 λ = 0.3 (B) is better than plain (A), validation loss 0.613 against 0.810 (B minus A −0.197, interval −0.217 to −0.176); with 240 patients no difference is shown (D minus C −0.0033, interval −0.0447 to +0.0380). The 95 % intervals hold for both comparisons together; 3 seeds, at these settings.',
  },
  {
    ...{ rule: '16', when: 'six arms, one run: one sentence in names' },
    lanes: row([0.72, 0.9, 0.902, 0.88, 0.87, 0.8]),
    changes: experimentOf(SIX),
    leads: true,
    sentence:
      'One run: weight decay λ = 1 (C) ends highest, at 90.2 % validation accuracy, plain (A) at 72.0 % on the same 500 images. Its lead over L2 λ = 0.01 (B) is too small to tell on 500 images, and its lead over max-norm 1 (D) and input noise σ = 0.3 (E) may be.',
  },
  {
    ...{ rule: '16', when: 'six arms over seeds' },
    lanes: [
      ...seeds('A', PLAIN),
      ...seeds('B', BETTER),
      ...seeds('C', SAME),
      ...seeds('D', WORSE),
      ...seeds(
        'E',
        BETTER.map((share) => share - 0.001),
      ),
      ...seeds(
        'F',
        SAME.map((share) => share + 0.001),
      ),
    ],
    changes: experimentOf(SIX, { training: { replicates: 5 } }),
    leads: true,
    sentence:
      'L2 λ = 0.01 (B) and input noise σ = 0.3 (E) are better than plain (A) on validation accuracy; between them nothing is shown; max-norm 1 (D) is worse; no difference from plain (A) is shown for weight decay λ = 1 (C) and L1 λ = 0.002 (F). The 95 % intervals hold for all 5 comparisons together; 5 seeds, at these settings.',
  },
  {
    ...{ rule: '17', when: 'all arms are alike' },
    lanes: row([0.9, 0.9]),
    changes: experimentOf([L2, L2]),
    sentence: 'The curves of A and B coincide: their settings are the same.',
    never: /better|seed/,
  },
  {
    ...{ rule: '18', when: 'the test set was opened' },
    lanes: row([0.764, 0.92]),
    changes: { sealedTest: { rows: 897, figureOf: (id) => (id === 'A' ? 0.735 : 0.884) } },
    sentence: 'The opened test set says: accuracy B 88.4, A 73.5 % on 897 images.',
  },
  {
    ...{ rule: '18', when: 'it cannot tell the arms apart' },
    lanes: row([0.764, 0.92]),
    changes: { sealedTest: { rows: 500, figureOf: (id) => (id === 'A' ? 0.9 : 0.91) } },
    sentence:
      'The opened test set says: accuracy B 91.0, A 90.0 % on 500 images. The difference is too small to tell on 500 images.',
  },
  {
    ...{ rule: '18', when: 'it has two rows' },
    lanes: row([0.764, 0.92]),
    changes: { sealedTest: { rows: 2, figureOf: (id) => (id === 'A' ? 0.5 : 1) } },
    sentence:
      'The opened test set says: accuracy B 100.0, A 50.0 % on 2 images. The difference is too small to tell on 2 images. So few say little: each is worth 50.0 points.',
  },
  {
    ...{ rule: '19', when: 'a setting was changed while training' },
    lanes: row([0.8, 0.9]),
    changes: {
      liveChanges: [
        { armId: 'B', setting: 'L2 λ', from: '0.001', to: '0.01', epoch: 12, madeAt: 0 },
      ],
    },
    sentence:
      'B’s L2 λ was changed from 0.001 to 0.01 at epoch 12: it is not the same experiment throughout.',
  },
  {
    ...{ rule: '20', when: 'looking back' },
    lanes: row([0.8, 0.9]),
    changes: { runPhase: 'lookingBack' },
    sentence:
      'Looking back, at epoch 50 of 50: B is at 90.0 % validation accuracy, A at 80.0 % on the same 500 images. The verdict is for the last epoch.',
    never: /better|overfit/,
  },
  {
    ...{
      rule: '21',
      when: 'no labels are wrong, and a plain arm does almost as well on validation',
    },
    lanes: [level('A', 0.975), level('B', 0.975)],
    changes: experimentOf([{}, { dropout: { rate: 0.5, inputRate: 0 } }], {
      data: { wrongLabelShare: 0 },
    }),
    sentence:
      'There is little overfitting to prevent: without any regularizer A gets 99.0 % of 400 training images right, and 97.5 % of 500 validation images.',
  },
  {
    ...{
      rule: '22',
      when: 'a regression fits even its training rows worse than another arm predicts',
    },
    lanes: [fitting('A', 0.5, 0.6), fitting('B', 0.1, 0.2)],
    changes: REGRESSION,
    sentence: 'A underfits: even its training loss (0.500) is above B’s validation loss (0.200).',
  },
  {
    ...{ rule: '22', when: 'two of them do' },
    lanes: [fitting('A', 0.5, 0.6), fitting('B', 0.1, 0.2), fitting('C', 0.4, 0.5)],
    changes: { ...REGRESSION, ...experimentOf([{}, {}, {}]) },
    sentence:
      'A and C underfit: even their training losses (0.500 and 0.400) are above B’s validation loss (0.200).',
  },
  {
    ...{ rule: '22', when: 'its training loss is hardly higher, as the luck of few rows may be' },
    lanes: [fitting('A', 0.25, 0.6), fitting('B', 0.1, 0.2)],
    changes: REGRESSION,
    sentence: 'One run: B ends at a validation loss of 0.200, A at 0.600 on the same 500 examples.',
    never: /underfit/,
  },
];

function stoppedAt(stopped: ReturnType<typeof lane>, restored: number) {
  stopped.end = { kind: 'stoppedEarly', epoch: stopped.length - 1, message: '' };
  stopped.restoredEpoch = restored;
  return stopped;
}

describe('a rule of the verdict', () => {
  it.each(CASES)('$rule: $when', ({ lanes, changes, sentence, never, leads }) => {
    const statements = verdict(lanes, changes);
    if (leads) expect(statements[0]).toContain(sentence);
    else expect(statements.join(' ')).toContain(sentence);
    if (never) expect(statements.join(' ')).not.toMatch(never);
  });

  it('stands in docs/verdict.md with its sentence', () => {
    const text = readFileSync('docs/verdict.md', 'utf8');
    const rows = text.split('\n').filter((line) => /^\| \d+ \|/.test(line));
    expect(rows).toEqual(
      CASES.map(({ rule, when, sentence }) => `| ${rule} | ${when} | ${sentence} |`),
    );
  });
});
