/**
 * The plan of bias and variance: for each value of one setting a network is trained on each of many training sets,
 * and all of them answer at the same places. What they answer there is taken apart into bias² and variance.
 */
import type { ErrorParts } from '../base/statistics/error-parts.ts';
import { errorParts } from '../base/statistics/error-parts.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { findDataset } from '../datasets/registry.ts';
import type { LaneBase } from '../experiment/lane-base.ts';
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { LaneResult, LaneWishes } from '../figures/lane-result.ts';
import { answersOf } from './known-truth.ts';
import type { KnownTruth } from './known-truth.ts';
import { truthOf } from './known-truth.ts';
import { freshError, networkError } from './fresh-error.ts';
import type { FreshError, NetworkError } from './fresh-error.ts';
import type { Plan } from './plan.ts';
import { cellsOf } from './sweep.ts';
import type { SweepAxis, SweepCell, SweptArm } from './sweep.ts';

/** What another training set redraws; all else is the same for all of them. */
export type Redrawn = 'everything' | 'data' | 'network';

export interface BiasVariance {
  readonly base: LaneBase;
  /** Where the arms of a comparison are the axis. */
  readonly arms?: readonly SweptArm[];
  readonly seed: number;
  readonly axis: SweepAxis;
  /** Training sets, or first weights where only the network is redrawn. */
  readonly sets: number;
  readonly redrawn: Redrawn;
}

/** "2/13": place on the axis, training set. */
export type BiasVarianceKey = string;

/** What the networks of one value of the axis come to. */
export interface ValueSummary extends SweepCell {
  /** [training set]; undefined: not trained yet. */
  readonly results: readonly (LaneResult | undefined)[];
  /** [network] in the order of their sets, those left out that diverged: [place, output], probabilities of classes. */
  readonly answers: readonly Float64Array[];
  /** Training sets, from 0, whose network diverged: it is left out. */
  readonly diverged: readonly number[];
  /** Null: fewer than two networks. */
  readonly parts: ErrorParts | null;
  /** Against targets that no network has seen; null: there is no network yet. */
  readonly test: FreshError | null;
}

export interface BiasVarianceSummary {
  readonly values: readonly ValueSummary[];
  /** Null: nothing is trained yet. */
  readonly truth: KnownTruth | null;
  readonly trainings: { readonly done: number; readonly all: number };
}

export function planBiasVariance(
  plan: BiasVariance,
): Plan<BiasVarianceKey, BiasVarianceSummary> & { readonly cells: readonly SweepCell[] } {
  const cells = cellsOf({ ...plan, axes: [plan.axis] });
  const dataset = datasetOf(plan.base);
  const sets = Array.from({ length: plan.sets }, (_, set) => set);
  // Pages ask several times a second, and nearly all is as it was.
  const networks = new WeakMap<LaneResult, Network | null>();
  const networkOf = (result: LaneResult, set: number, truth: KnownTruth) => {
    const known = networks.get(result);
    if (known !== undefined) return known;
    const answers = answersOf(result, truth);
    const network = answers && { answers, ...networkError(set, answers, truth, plan.seed) };
    networks.set(result, network);
    return network;
  };
  const summaries: ValueSummary[] = [];
  const summariseValue = (
    place: number,
    results: ValueSummary['results'],
    truth: KnownTruth | null,
  ) => {
    const cell = cells[place];
    const before = summaries[place];
    if (before && sameMembers(before.results, results)) return before;
    if (!cell) throw new RangeError(`There is no place ${place} on the axis.`);
    const found = results.map((result, set) =>
      result && truth ? networkOf(result, set, truth) : undefined,
    );
    const summary = { ...cell, results, ...summarise(found, truth) };
    summaries[place] = summary;
    return summary;
  };
  return {
    cells,
    // Set after set: the first results are of every value.
    lanes: () =>
      sets.flatMap((set) =>
        cells.map((cell, place) => ({ key: keyOf(place, set), spec: specOf(plan, cell, set) })),
      ),
    wishes: WISHES,
    summarise: (done) => {
      const results = cells.map((_, place) => sets.map((set) => done.get(keyOf(place, set))));
      const truth = truthOf(dataset, plan.base.data, results.flat());
      return {
        truth,
        values: cells.map((_, place) => summariseValue(place, results[place] ?? [], truth)),
        trainings: {
          done: results.flat().filter((result) => result !== undefined).length,
          all: cells.length * sets.length,
        },
      };
    },
  };
}

const WISHES: LaneWishes = { curveEvery: null, best: null, validationOutputs: true };

function keyOf(place: number, set: number): BiasVarianceKey {
  return `${place}/${set}`;
}

function datasetOf({ data }: Pick<LaneBase, 'data'>): Dataset {
  const dataset = findDataset(data.dataset);
  if (!dataset) throw new RangeError(`There is no data set "${data.dataset}".`);
  return dataset;
}

function specOf({ seed, redrawn }: BiasVariance, { base }: SweepCell, set: number): LaneSpec {
  const { rows } = datasetOf(base);
  const places = rows.kind === 'generated' ? rows.truth?.gridRows : undefined;
  return {
    ...base,
    data: { ...base.data, validationExamples: places ?? base.data.validationExamples },
    identity: { seed, replicate: redrawn === 'data' ? 0 : set, fold: 0 },
    trainingDraw: redrawn === 'network' ? 0 : set,
  };
}

/** What is known of one network. */
interface Network extends NetworkError {
  readonly answers: Float64Array;
}

/** [training set]; undefined: not trained, null: it diverged. */
function summarise(
  found: readonly (Network | null | undefined)[],
  truth: KnownTruth | null,
): Pick<ValueSummary, 'answers' | 'diverged' | 'parts' | 'test'> {
  const networks = found.filter((one) => one !== null && one !== undefined);
  const answers = networks.map((network) => network.answers);
  return {
    answers,
    diverged: found.flatMap((one, set) => (one === null ? [set] : [])),
    parts: truth && answers.length >= 2 ? errorParts(answers, truth.answers, truth.places) : null,
    test: networks.length > 0 ? freshError(networks) : null,
  };
}

function sameMembers(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((member, i) => member === other[i]);
}
