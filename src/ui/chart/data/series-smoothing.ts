/** Smoothing of lines on screen. Figures, marks and tables stay as they were measured. */

/**
 * Exponential moving average without bias towards 0 at its start: the mean of all values so far, each
 * older one weighted `weight` times less (Kingma & Ba 2015, section 3). Gaps stay gaps and weigh nothing.
 */
export function smooth(values: Float64Array, weight: number): Float64Array {
  if (weight <= 0) return values;
  let sum = 0;
  let weights = 0;
  return values.map((value) => {
    if (Number.isNaN(value)) return NaN;
    sum = weight * sum + (1 - weight) * value;
    weights = weight * weights + (1 - weight);
    return sum / weights;
  });
}
