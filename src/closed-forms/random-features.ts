/**
 * Random ReLU features: a hidden layer whose weights are drawn once and never trained, so that only the output
 * layer is fitted, in closed form (Rahimi & Recht 2007, NIPS 20; as a model of double descent Belkin et al. 2019,
 * PNAS 116).
 */
import { normalQuantile } from '../base/elementary.ts';
import { elementBits, rowKey, uniform24 } from '../base/random.ts';
import { addCombination } from './add-combination.ts';

/** About what a pixel of a digit is on average: features see both sides of it. */
const CENTRE = 0.3;
/** Half a step of 24 bits: the quantile of 0 is infinite. */
const HALF_STEP = 2.98023223876953125e-8;

/** [pixel][row] of rows [row][pixel], as features are computed from them: (x − 0.3)/√pixels. */
export function centredColumns(pixels: ArrayLike<number>, rows: number): Float64Array[] {
  const width = pixels.length / rows;
  return Array.from({ length: width }, (_, pixel) =>
    Float64Array.from(
      { length: rows },
      (__, row) => ((pixels[row * width + pixel] ?? NaN) - CENTRE) / Math.sqrt(width),
    ),
  );
}

/**
 * Feature number `index` of every row: √2·max(0, Σ (x − 0.3)·w/√pixels) with w ~ N(0, 1). It depends on key and
 * index alone, so that fewer features are the beginning of more; the factor 1/√p of p features is left to whoever
 * knows how many there are.
 */
export function randomFeature(
  columns: readonly Float64Array[],
  key: number,
  index: number,
): Float64Array {
  const ofFeature = rowKey(key, index);
  const weights = Float64Array.from(columns, (_, pixel) =>
    normalQuantile(uniform24(elementBits(ofFeature, pixel)) + HALF_STEP),
  );
  const feature = new Float64Array(columns[0]?.length ?? 0);
  addCombination(feature, columns, weights);
  return feature.map((value) => (value > 0 ? Math.SQRT2 * value : 0));
}
