/**
 * Standardisation: features (and targets of regression) minus their mean, divided by their standard
 * deviation. Both are those of the training rows alone; validation and test rows are only transformed
 * by them, or they would tell the network something about themselves.
 */
import type { Dataset, Rows } from '../dataset.ts';

/** value ← (value − mean) · scale. A scale of 0 stands for a constant: it tells nothing, and becomes 0. */
export interface Scaling {
  readonly mean: number;
  /** Takes the place of NaN; absent: there is none. */
  readonly median?: number;
  /** 1 / standard deviation (of the rows themselves: divided by their number). */
  readonly scale: number;
}

export interface Standardization {
  /** By feature; null: features stay as they are. */
  readonly features: readonly Scaling[] | null;
  readonly target: Scaling | null;
}

/** Null where nothing is to be standardised. */
export function fitStandardization(
  { count, features, featureScale, targets }: Rows,
  what: Dataset['standardizes'],
): Standardization | null {
  if (!what.features && !what.target) return null;
  const width = features.length / count;
  const column = (feature: number) =>
    Float64Array.from(
      { length: count },
      (_, row) => (features[row * width + feature] ?? NaN) * featureScale,
    );
  const { numbers } = what;
  const fit = (feature: number) => {
    if (!numbers) return scalingOf(column(feature));
    return numbers[feature] === true ? filledScaling(column(feature)) : AS_IT_IS;
  };
  return {
    features: what.features ? Array.from({ length: width }, (_, f) => fit(f)) : null,
    target: what.target ? targetScaling(Float64Array.from(targets)) : null,
  };
}

const AS_IT_IS: Scaling = { mean: 0, scale: 1 };

/** Mean and deviation are those of the filled values. Without a known value the feature becomes 0. */
function filledScaling(values: Float64Array): Scaling {
  const median = medianOf(values.filter((value) => !Number.isNaN(value)));
  const filled = values.map((value) => (Number.isNaN(value) ? median : value));
  return { ...scalingOf(filled), median };
}

function medianOf(known: Float64Array): number {
  if (known.length === 0) return 0;
  const sorted = known.toSorted();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** A constant target keeps its units: as 0 it would make every other value right. */
function targetScaling(values: Float64Array): Scaling {
  const scaling = scalingOf(values);
  return scaling.scale === 0 ? { ...scaling, scale: 1 } : scaling;
}

function scalingOf(values: Float64Array): Scaling {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  // Decided by the values themselves: the mean of equal values may differ from them by rounding.
  const isConstant = values.every((value) => value === values[0]);
  return { mean, scale: isConstant ? 0 : 1 / Math.sqrt(squares / values.length) };
}

/** New rows; the given ones stay as they are. */
export function standardizeRows(rows: Rows, standardization: Standardization | null): Rows {
  if (!standardization) return rows;
  const { features, target } = standardization;
  return {
    ...rows,
    ...(features && { features: scaledFeatures(rows, features), featureScale: 1 }),
    ...(target && { targets: rows.targets.map((value) => (value - target.mean) * target.scale) }),
  };
}

function scaledFeatures(
  { features, featureScale }: Rows,
  scalings: readonly Scaling[],
): Float32Array {
  const width = scalings.length;
  const scaled = new Float32Array(features.length);
  for (let i = 0; i < features.length; i++) {
    const scaling = scalings[i % width];
    if (!scaling) continue;
    const { mean, scale, median } = scaling;
    const value = (features[i] ?? NaN) * featureScale;
    scaled[i] = ((median !== undefined && Number.isNaN(value) ? median : value) - mean) * scale;
  }
  return scaled;
}
