/** Lesson 13: which regularizer? Folds tell what can be told, and the test set is opened once. */
import { percent } from '../../../base/text/figure-text.ts';
import type { LaneBase } from '../../../experiment/lane-base.ts';
import { widthByDropoutSweep } from '../../../presets/sweep/width-by-dropout.ts';
import { FIVE_FOLDS, stageBase, sweepBase } from '../../../presets/sweep/sweep-preset.ts';
import { OFF } from '../../../plans/sweep-settings.ts';
import type { SummarisedCell, Sweep, SweepSummary } from '../../../plans/sweep.ts';
import type { RegularizerSettings } from '../../../regularizers/registry.ts';
import type { LessonClaim } from '../../lesson/evidence.ts';
import type { Lesson, SweepPart } from '../../lesson/lesson.ts';
import type { ChoiceForm } from '../../lesson/question.ts';
import {
  bestOf,
  cellAt,
  foldDifference,
  testMean,
  trainingMean,
  validationMean,
} from '../../lesson/sweep-figures.ts';

const CANDIDATES: readonly (readonly [label: string, regularizers: RegularizerSettings])[] = [
  ['none', {}],
  ['L2 .003', { l2: { lambda: 0.003 } }],
  ['L2 .01', { l2: { lambda: 0.01 } }],
  ['L2 .03', { l2: { lambda: 0.03 } }],
  ['drop .2', { dropout: { rate: 0.2, inputRate: 0 } }],
  ['drop .5', { dropout: { rate: 0.5, inputRate: 0 } }],
  ['drop .8', { dropout: { rate: 0.8, inputRate: 0 } }],
];
/** Places of the candidates. */
const L2 = [1, 2, 3];
const DROPOUT = [4, 5, 6];
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

function candidatesOn(base: LaneBase): Sweep {
  const arms = CANDIDATES.map(([label, regularizers], place) => ({
    ...{ id: LETTERS[place] ?? '', label },
    base: { ...base, regularizers },
  }));
  return {
    ...{ base, arms, seed: 1, judging: FIVE_FOLDS },
    axes: [{ setting: 'arms', values: arms.map(({ id }) => id) }],
  };
}

const WINNERS: ChoiceForm = {
  kind: 'choice',
  options: [
    { id: 'l2', label: 'the best L2' },
    { id: 'dropout', label: 'the best dropout' },
    { id: 'unclear', label: 'no difference that five folds can show' },
  ],
};

/** Dropout minus L2, each at the strength that did best. */
function difference(summary: SweepSummary) {
  return foldDifference(bestOf(summary, DROPOUT), bestOf(summary, L2));
}

function winner(summary: SweepSummary): string {
  const paired = difference(summary);
  if (!paired?.isClear) return 'unclear';
  return paired.mean > 0 ? 'dropout' : 'l2';
}

const points = (share: number) => `${(100 * share).toFixed(1).replace('-', '−')} points`;

/** "drop .8" has room on an axis; a text says "dropout 0.8". */
function nameOf({ place }: SummarisedCell): string {
  const label = CANDIDATES[place[0] ?? 0]?.[0] ?? '';
  return label.replace('drop ', 'dropout ').replace(' .', ' 0.');
}

function candidateFacts(summary: SweepSummary) {
  const [l2, dropout] = [bestOf(summary, L2), bestOf(summary, DROPOUT)];
  const paired = difference(summary);
  return {
    none: percent(validationMean(cellAt(summary, 0))),
    l2: percent(validationMean(l2)),
    l2Name: nameOf(l2),
    dropout: percent(validationMean(dropout)),
    dropoutName: nameOf(dropout),
    difference: points(paired?.mean ?? NaN),
    interval: `${points(paired?.low ?? NaN).replace(' points', '')} to ${points(paired?.high ?? NaN)}`,
  };
}

const question = (data: string) => ({
  id: 'winner',
  ask: `Three strengths of L2 and three rates of dropout are each judged by five folds of ${data}. Which comes out ahead?`,
  form: WINNERS,
  happened: (summary: SweepSummary) => ({
    value: winner(summary),
    text: `dropout minus L2: ${points(difference(summary)?.mean ?? NaN)}`,
  }),
});

/** `heldIn`: of five seeds. */
function bothHelp(heldIn: number): LessonClaim<SweepSummary> {
  return {
    says: 'The best L2 and the best dropout are both clearly better than no regularizer.',
    holds: (summary) =>
      [L2, DROPOUT].every((places) => {
        const paired = foldDifference(bestOf(summary, places), cellAt(summary, 0));
        return paired?.isClear === true && paired.mean > 0;
      }),
    ...{ heldIn, of: 5 },
  };
}

const images: SweepPart = {
  ...{ id: 'images', title: 'Images', kind: 'sweep' },
  sweep: candidatesOn(stageBase()),
  questions: [question('500 digits, a fifth of them with a wrong label')],
  facts: candidateFacts,
  claims: {
    both: bothHelp(5),
  },
  isSlow: true,
  heldBy: ['P3', 'P3b'],
};

const text: SweepPart = {
  ...{ id: 'text', title: 'Text', kind: 'sweep' },
  sweep: candidatesOn(
    sweepBase({
      data: {
        dataset: 'spam',
        ...{ trainingExamples: 400, validationExamples: 100, wrongLabelShare: 0.2 },
      },
      network: { hiddenLayers: [64] },
      training: { optimizer: 'adam', learningRate: 0.005, batchSize: 20, epochs: 60 },
    }),
  ),
  questions: [question('500 emails, a fifth of them with a wrong label')],
  facts: candidateFacts,
  claims: {
    both: bothHelp(4),
  },
  isSlow: true,
  heldBy: [],
};

/** The widest and the narrowest network of the grid. */
const [NARROW, WIDE] = [0, widthByDropoutSweep.sweep.axes[0].values.length - 1];
const rates = widthByDropoutSweep.sweep.axes[1].values;

/** Points that the best rate gains over none, at a width. */
function gainAt(summary: SweepSummary, width: number): number {
  const scores = rates.map((_, rate) => validationMean(cellAt(summary, width, rate)));
  return Math.max(...scores.slice(1)) - (scores[0] ?? NaN);
}

const size: SweepPart = {
  ...{ id: 'size', title: 'Small and large networks', kind: 'sweep' },
  sweep: { ...widthByDropoutSweep.sweep, judging: { ...FIVE_FOLDS, foldCount: null } },
  questions: [
    {
      id: 'gain',
      ask: 'Digits, a fifth of them with a wrong label. Does a network of 512 hidden units gain more from dropout, at its best rate, than one of 8?',
      form: {
        kind: 'choice',
        options: [
          { id: 'wide', label: 'yes, the large one gains more' },
          { id: 'narrow', label: 'no, the small one gains more' },
          { id: 'same', label: 'both gain about the same' },
        ],
      },
      happened: (summary) => {
        const [narrow, wide] = [gainAt(summary, NARROW), gainAt(summary, WIDE)];
        const value = wide - narrow > 0.02 ? 'wide' : narrow - wide > 0.02 ? 'narrow' : 'same';
        return { value, text: `${points(wide)} against ${points(narrow)}` };
      },
    },
  ],
  facts: (summary) => ({
    narrowGain: points(gainAt(summary, NARROW)),
    wideGain: points(gainAt(summary, WIDE)),
    narrowTraining: percent(trainingMean(cellAt(summary, NARROW, 0))),
    wideTraining: percent(trainingMean(cellAt(summary, WIDE, 0))),
    narrowNone: percent(validationMean(cellAt(summary, NARROW, 0))),
    wideNone: percent(validationMean(cellAt(summary, WIDE, 0))),
  }),
  claims: {
    more: {
      says: 'The large network gains more from dropout than the small one.',
      holds: (summary) => gainAt(summary, WIDE) > gainAt(summary, NARROW),
      ...{ heldIn: 5, of: 5 },
    },
  },
  isSlow: true,
  heldBy: ['width-by-dropout'],
};

/** Each network keeps the epoch that did best on few images. */
const keepingBest: RegularizerSettings = {
  earlyStopping: {
    ...{ metric: 'validationAccuracy', patience: 1000, minDelta: 0, restoreBest: true },
  },
};

const sealed: SweepPart = {
  ...{ id: 'sealed', title: 'The sealed test set', kind: 'sweep', opensTest: true },
  sweep: {
    base: {
      ...stageBase({ training: { replicateScope: 'everything' } }),
      regularizers: keepingBest,
    },
    seed: 1,
    axes: [{ setting: 'dropout.rate', values: [OFF, 0.2, 0.5, 0.8] }],
    judging: { foldCount: null, seeds: 5, metric: 'accuracy', at: 'restored' },
  },
  questions: [
    {
      id: 'test',
      ask: 'Twenty networks each keep the epoch that was best on their 100 validation images. Then the test set is opened, once. On average, validation accuracy is …',
      form: {
        kind: 'choice',
        options: [
          { id: 'lower', label: 'lower than test accuracy' },
          { id: 'equal', label: 'equal to it, but for chance' },
          { id: 'higher', label: 'higher than test accuracy' },
        ],
      },
      happened: (summary) => {
        const flattery = flatteryOf(summary);
        const value = flattery > 0.005 ? 'higher' : flattery < -0.005 ? 'lower' : 'equal';
        return { value, text: `validation minus test: ${points(flattery)}` };
      },
    },
  ],
  facts: (summary) => {
    const best = bestOf(summary, [0, 1, 2, 3]);
    return {
      flattery: points(flatteryOf(summary)),
      bestValidation: percent(validationMean(best)),
      bestTest: percent(testMean(best)),
    };
  },
  claims: {
    flatters: {
      says: 'On average validation accuracy at the chosen epochs is higher than test accuracy.',
      holds: (summary) => flatteryOf(summary) > 0,
      ...{ heldIn: 5, of: 5 },
    },
  },
  result: {
    ...{ label: 'Accuracy at the chosen epochs', unit: '%' },
    figures: (summary) => {
      const best = bestOf(summary, [0, 1, 2, 3]);
      return [
        { name: 'validation', value: 100 * validationMean(best) },
        { name: 'test', value: 100 * testMean(best) },
      ];
    },
  },
  isSlow: true,
  heldBy: [],
};

/** Mean over all networks of validation minus test accuracy. */
function flatteryOf({ cells }: SweepSummary): number {
  const gaps = cells.map((cell) => validationMean(cell) - testMean(cell));
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

export const chooseByEvidence: Lesson = {
  ...{ id: 'choose-by-evidence', title: 'Which one? Choose by evidence', minutes: 6 },
  question: 'Dropout for images, L2 for text? Let five folds decide.',
  parts: [images, text, size, sealed],
  teacher: {
    ask: 'Who has heard a rule for which regularizer to use? What was it based on?',
    misconception:
      'There is a right regularizer for each kind of data, and the validation figure of the winner is what to expect of it.',
    answer:
      'Which one wins depends on data, network and strength, and often the difference is too small to show. Whatever was picked because it was best has had some luck, so its figure flatters; a test set that was not looked at gives a fair one.',
    otherwise:
      'With other seeds another strength may win. That is a result too: ask how large a difference would have to be for five folds to show it.',
  },
};
