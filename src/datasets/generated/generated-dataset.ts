/**
 * A data set that is made when it is needed. Its file says how one row comes from that row's own random
 * numbers; training, validation and test rows are drawn fresh, each from a key of their own.
 */
import { normalQuantile } from '../../base/elementary.ts';
import { elementBits, rowKey, uniform24 } from '../../base/random.ts';
import type { Dataset, Rows, Truth } from '../dataset.ts';

/** The random numbers of one row, by column: the same column always gives the same number. */
export interface RowDraws {
  /** Uniform in [0, 1). */
  readonly uniform: (column: number) => number;
  /** Standard normal. */
  readonly normal: (column: number) => number;
}

export interface GeneratedRow {
  readonly features: readonly number[];
  /** Class, or value in regression. */
  readonly target: number;
}

/** Makes row `index` of a set. It may use the index besides the draws, so that classes are equally frequent. */
export type RowRule = (index: number, noise: number, draws: RowDraws) => GeneratedRow;

type Derived = 'outputs' | 'image' | 'poolRows' | 'rows' | 'source' | 'licence';
type GeneratedFacts<Id extends string> = Omit<Dataset, Derived> & {
  readonly id: Id;
  readonly row: RowRule;
  readonly truth?: Truth;
};

const MOST_ROWS = 10_000;
const TEST_ROWS = 2000;

export function generatedDataset<const Id extends string>({
  row,
  truth,
  ...facts
}: GeneratedFacts<Id>): Dataset & { readonly id: Id } {
  return {
    ...facts,
    outputs: facts.task === 'classification' ? facts.classNames.length : 1,
    image: null,
    poolRows: { training: MOST_ROWS, heldOut: MOST_ROWS },
    rows: {
      kind: 'generated',
      draw: (count, noise, key) => drawRows(row, facts.featureCount, count, noise, key),
      testRows: TEST_ROWS,
      ...(truth && { truth }),
    },
    source: 'Made in the browser from the seed; no file is loaded.',
    licence: 'MIT, as this program',
  };
}

/** Rows 0..count-1 that a rule makes. */
export function drawRows(
  rule: RowRule,
  width: number,
  count: number,
  noise: number,
  key: number,
): Rows {
  const features = new Float32Array(count * width);
  const targets = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const made = rule(index, noise, rowDraws(rowKey(key, index)));
    features.set(made.features, index * width);
    targets[index] = made.target;
  }
  return { count, features, featureScale: 1, targets };
}

function rowDraws(key: number): RowDraws {
  const uniform = (column: number) => uniform24(elementBits(key, column));
  // Half a step up, since the quantile of 0 is infinite.
  const normal = (column: number) => normalQuantile(uniform(column) + 2.98023223876953125e-8);
  return { uniform, normal };
}
