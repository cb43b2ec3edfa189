/** A weighted sum of columns, added to another: all that large closed forms spend their time on. */

/** target += Σ weights[i] · columns[i], over the entries of the target; four columns at a time, in double precision. */
export function addCombination(
  target: Float64Array,
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
): void {
  const { length } = target;
  const whole = columns.length - (columns.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const [a, b, c, d] = columns.slice(i, i + 4);
    if (!a || !b || !c || !d) return;
    const wa = weights[i] ?? NaN;
    const wb = weights[i + 1] ?? NaN;
    const wc = weights[i + 2] ?? NaN;
    const wd = weights[i + 3] ?? NaN;
    for (let r = 0; r < length; r++)
      target[r] =
        (target[r] ?? NaN) +
        (wa * (a[r] ?? NaN) + wb * (b[r] ?? NaN) + (wc * (c[r] ?? NaN) + wd * (d[r] ?? NaN)));
  }
  for (let i = whole; i < columns.length; i++) {
    const column = columns[i];
    const weight = weights[i] ?? NaN;
    if (!column) return;
    for (let r = 0; r < length; r++) target[r] = (target[r] ?? NaN) + weight * (column[r] ?? NaN);
  }
}
