/** The features of a first layer as rows, the largest first, and the scale that arms share. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { FirstLayerView } from '../../../../protocol/views.ts';
import { featureName } from '../shared/feature-name.ts';

export interface FeatureRow {
  readonly feature: number;
  readonly name: string;
  /** Its weight, or the norm of its weights. */
  readonly value: number;
  /** All its weights are exactly 0. */
  readonly isZero: boolean;
  /** Null where it is not known. */
  readonly trueWeight: number | null;
}

/** Those that are exactly 0 are last, in the order of the set. */
export function featureRows(view: FirstLayerView, dataset: Dataset): FeatureRow[] {
  const rows = Array.from(view.norms, (norm, feature): FeatureRow => ({
    feature,
    name: featureName(dataset, feature),
    value: view.weights?.[feature] ?? norm,
    isZero: norm === 0,
    trueWeight: dataset.trueWeights?.[feature] ?? null,
  }));
  const rank = ({ value, isZero }: FeatureRow) => (isZero ? -1 : Math.abs(value));
  return rows.sort((a, b) => rank(b) - rank(a) || a.feature - b.feature);
}

/** What the ends of the bars' axis stand for; below 0 nothing where there are only norms. */
export interface BarScale {
  readonly from: number;
  readonly to: number;
}

export function barScale(all: readonly FirstLayerView[], { trueWeights = [] }: Dataset): BarScale {
  const values = all.flatMap(({ weights, norms }) => [...(weights ?? norms)]);
  const isSigned = all.some(({ weights }) => weights !== null);
  const marks = isSigned ? trueWeights : [];
  const largest = Math.max(1e-12, ...[...values, ...marks].map(Math.abs));
  return { from: isSigned ? -largest : 0, to: largest };
}
