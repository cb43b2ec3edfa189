/**
 * On which rows the networks of an arm's repeats disagree. A repeat may have drawn rows of its own, so
 * all are asked about validation rows of the first one, prepared for each as its own rows were. Rows that
 * a repeat was trained on tell nothing of it, and are left out where it is compared.
 */
import { standardizeRows } from '../../datasets/splitting/standardization.ts';
import { plainForward } from '../../engine/step/plain-forward.ts';
import { scaledRows } from '../../engine/step/scaled-rows.ts';
import type { DisputedExample, StabilityView } from '../../protocol/views.ts';
import { classAnswers } from './class-answers.ts';
import type { ClassAnswers } from './class-answers.ts';
import { shownExample } from './shown-example.ts';
import type { LaneInside, TrainedLane, ViewMaker } from './view-maker.ts';

/** Their answers are computed here, so there must not be too many, and fewer of a large network. */
const MOST_ROWS = 500;
const FEWEST_ROWS = 200;
/** Of a repeat: rows × weights. */
const MOST_PRODUCTS = 40_000_000;
const MOST_EXAMPLES = 12;

/** What one repeat says of the rows. */
interface Verdicts extends ClassAnswers {
  /** [row]: 1 where the repeat was trained on it. */
  readonly isKnown: Uint8Array;
}

export const stabilityView: ViewMaker<'stability'> = {
  needsWeights: true,
  comparesRepeats: true,
  onlyWhenOpen: true,
  make: (repeats) => {
    const { rows, verdicts } = askAll(repeats);
    return {
      ...{ repeats: repeats.length, rows, pairs: comparePairs(verdicts, rows) },
      examples: disputed(repeats[0], verdicts, rows),
    };
  },
};

/** The view's own figures of trained networks, without its pictures. */
export function disagreement(
  repeats: readonly [TrainedLane, ...TrainedLane[]],
): StabilityView['pairs'] {
  const { rows, verdicts } = askAll(repeats);
  return comparePairs(verdicts, rows);
}

function askAll(repeats: readonly [TrainedLane, ...TrainedLane[]]) {
  const [first] = repeats;
  const rows = Math.min(first.split.originalValidation.count, affordableRows(first));
  // One alone has nothing to be compared with.
  const verdicts = repeats.length < 2 ? [] : repeats.map((repeat) => ask(repeat, first, rows));
  return { rows, verdicts };
}

function affordableRows({ state }: TrainedLane): number {
  const weights = state.reduce((sum, layer) => sum + layer.weights.value.length, 0);
  return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, Math.floor(MOST_PRODUCTS / weights)));
}

function ask(repeat: TrainedLane, first: TrainedLane, count: number): Verdicts {
  const { plan, state, dataset, split } = repeat;
  const rows = Array.from({ length: count }, (_, row) => row);
  const prepared = standardizeRows(first.split.originalValidation, split.standardization);
  const { outputs } = plainForward(plan.network, state, scaledRows(prepared, rows));
  const trained = new Set(split.numbers?.training);
  const isKnown = Uint8Array.from(rows, (row) => {
    const number = first.split.numbers?.validation[row];
    return number !== undefined && trained.has(number) ? 1 : 0;
  });
  return { ...classAnswers(outputs, dataset.outputs), isKnown };
}

function pairsOf<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((one, i) => items.slice(i + 1).map((other): [Item, Item] => [one, other]));
}

function comparePairs(verdicts: readonly Verdicts[], rows: number): StabilityView['pairs'] {
  return pairsOf(verdicts).flatMap(([one, other]) => compare(one, other, rows));
}

/** None where the pair has no row that is new to both. */
function compare(one: Verdicts, other: Verdicts, rows: number): StabilityView['pairs'] {
  let [asked, disagreed] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (one.isKnown[row] || other.isKnown[row]) continue;
    asked += 1;
    if (one.answers[row] !== other.answers[row]) disagreed += 1;
  }
  return asked === 0 ? [] : [{ share: disagreed / asked, rows: asked }];
}

/** Most disagreeing pairs first; of equals those where the repeats are surer of what they say. */
function disputed(
  first: LaneInside,
  verdicts: readonly Verdicts[],
  rows: number,
): DisputedExample[] {
  const disputes = Array.from({ length: rows }, (_, row) => {
    const asked = verdicts.filter(({ isKnown }) => !isKnown[row]);
    const pairs = pairsOf(asked).filter(([a, b]) => a.answers[row] !== b.answers[row]).length;
    const certainty = asked.reduce((sum, one) => sum + (one.certainties[row] ?? 0), 0);
    return { row, pairs, certainty };
  }).filter(({ pairs }) => pairs > 0);
  disputes.sort((a, b) => b.pairs - a.pairs || b.certainty - a.certainty || a.row - b.row);
  return disputes.slice(0, MOST_EXAMPLES).map(({ row }) => ({
    ...shownExample(first, row),
    answers: verdicts.map((one) => (one.isKnown[row] ? null : (one.answers[row] ?? null))),
  }));
}
