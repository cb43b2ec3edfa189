/** Which regularizer, on images and on text: the same candidates on both, as far as five folds can tell them apart. */
import { percent, points, signedPoints } from '../../../base/text/figure-text.ts';
import type { LaneBase } from '../../../experiment/lane-base.ts';
import { ACCURACY, digitsFor, rangeText } from '../../../findings/metric.ts';
import type { SummarisedCell, Sweep, SweepSummary } from '../../../plans/sweep.ts';
import { FIVE_FOLDS, stageBase, sweepBase } from '../../../presets/sweep/sweep-preset.ts';
import type { RegularizerSettings } from '../../../regularizers/registry.ts';
import type { LessonClaim } from '../../lesson/evidence.ts';
import type { SweepPart } from '../../lesson/lesson.ts';
import type { ChoiceForm } from '../../lesson/question.ts';
import { shareDifference } from '../../lesson/share-difference.ts';
import { bestOf, cellAt, foldDifference, validationMean } from '../../lesson/sweep-figures.ts';

interface Candidate {
  /** On the axis, where there is little room. */
  readonly label: string;
  /** In the text. */
  readonly name: string;
  readonly regularizers: RegularizerSettings;
}

/**
 * A list that ends too soon decides who wins: L2 of 0.1 and dropout of 0.9 were tried too, on both kinds of data, and did
 * no better than the best of these.
 */
const CANDIDATES: readonly Candidate[] = [
  { label: 'none', name: 'none', regularizers: {} },
  ...[0.003, 0.01, 0.05].map((lambda) => ({
    label: `L2 ${shortly(lambda)}`,
    name: `λ = ${lambda}`,
    regularizers: { l2: { lambda } },
  })),
  ...[0.5, 0.8].map((rate) => ({
    label: `drop ${shortly(rate)}`,
    name: `rate ${rate}`,
    regularizers: { dropout: { rate, inputRate: 0 } },
  })),
  {
    label: 'drop .8/.5',
    name: 'rate 0.8, and 0.5 on inputs',
    regularizers: { dropout: { rate: 0.8, inputRate: 0.5 } },
  },
];
/** Places of the candidates. */
const L2 = [1, 2, 3];
const DROPOUT = [4, 5, 6];
const ON_HIDDEN_UNITS = [4, 5];
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

function candidatesOn(base: LaneBase): Sweep {
  const arms = CANDIDATES.map(({ label, regularizers }, place) => ({
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

/** 0.003 → ".003" */
function shortly(value: number): string {
  return String(value).replace('0.', '.');
}

function nameOf({ place }: SummarisedCell): string {
  return CANDIDATES[place[0] ?? 0]?.name ?? '';
}

/** "−1.4 to +3.8 points"; an end beside 0 has digits enough to tell on which side it is. */
function intervalText(low: number, high: number): string {
  const range = [low, high] as const;
  return `${rangeText(ACCURACY, range, digitsFor(ACCURACY, range))}\u00a0points`;
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
    difference: signedPoints(paired?.mean ?? NaN),
    interval: intervalText(paired?.low ?? NaN, paired?.high ?? NaN),
  };
}

const question = (data: string) => ({
  id: 'winner',
  ask: `Three strengths of L2 and three of dropout are each judged by five folds of ${data}. Which comes out ahead?`,
  form: WINNERS,
  happened: (summary: SweepSummary) => ({
    value: winner(summary),
    text: `dropout minus L2: ${signedPoints(difference(summary)?.mean ?? NaN)}`,
  }),
});

/** Of two choices of candidates, by how much the best of the first is above the best of the second. */
function ahead(summary: SweepSummary, places: readonly number[], over: readonly number[]): number {
  const [one, other] = [places, over].map((choice) => validationMean(bestOf(summary, choice)));
  return shareDifference(one ?? NaN, other ?? NaN);
}

const bothHelp: LessonClaim<SweepSummary> = {
  says: 'The best L2 and the best dropout are both at least 3 points above no regularizer.',
  holds: (summary) => [L2, DROPOUT].every((places) => ahead(summary, places, [0]) >= 0.03),
  ...{ heldIn: 10, of: 10 },
};

export const images: SweepPart = {
  ...{ id: 'images', title: 'Images', kind: 'sweep' },
  sweep: candidatesOn(stageBase()),
  questions: [question('500 digits, a fifth of them with a wrong label')],
  facts: candidateFacts,
  claims: {
    both: bothHelp,
    ahead: {
      says: 'On these digits the best dropout is ahead of the best L2, if only by a little.',
      holds: (summary) => ahead(summary, DROPOUT, L2) > 0,
      ...{ heldIn: 10, of: 10 },
    },
  },
  isSlow: true,
  heldBy: ['P3', 'P3b'],
};

export const text: SweepPart = {
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
  facts: (summary) => ({
    ...candidateFacts(summary),
    lead: points(ahead(summary, L2, ON_HIDDEN_UNITS)),
  }),
  claims: {
    both: bothHelp,
    close: {
      says: 'On these emails the best L2 and the best dropout are within 2.5 points of each other.',
      holds: (summary) => Math.abs(ahead(summary, DROPOUT, L2)) <= 0.025,
      ...{ heldIn: 10, of: 10 },
    },
    candidates: {
      says: 'Without the candidate that drops inputs too, the best L2 is ahead of the best dropout.',
      holds: (summary) => ahead(summary, L2, ON_HIDDEN_UNITS) > 0,
      ...{ heldIn: 10, of: 10 },
    },
  },
  isSlow: true,
  heldBy: [],
};
