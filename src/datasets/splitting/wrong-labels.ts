/** Wrong labels: exactly so many training labels replaced by a different class. */
import { elementBits, extendKey, randomIndex } from '../../base/random.ts';

export interface GivenLabels {
  /** [row]: the labels as given, wrong ones included. */
  readonly targets: Float32Array;
  /** Indices of the rows with a wrong label, ascending: round(share · rows) of them. */
  readonly wrongRows: Int32Array;
}

/**
 * Every row has a place in a queue and a wrong class waiting, both drawn for that row alone. So as
 * the share grows, wrong labels stay wrong, and with the same class.
 */
export function plantWrongLabels(
  trueTargets: Float32Array,
  classes: number,
  share: number,
  key: number,
): GivenLabels {
  const targets = trueTargets.slice();
  const wrongCount = classes < 2 ? 0 : Math.round(share * targets.length);
  const wrongRows = rowsByDraw(targets.length, extendKey(key, 0)).subarray(0, wrongCount).sort();
  const classKey = extendKey(key, 1);
  for (const row of wrongRows) {
    const distance = 1 + randomIndex(elementBits(classKey, row), classes - 1);
    targets[row] = ((targets[row] ?? 0) + distance) % classes;
  }
  return { targets, wrongRows };
}

/** Row numbers in the order of one random number each, equal ones by row. */
function rowsByDraw(count: number, key: number): Int32Array {
  // Number and row as one: below 2^53 up to 2 million rows.
  const draws = Float64Array.from(
    { length: count },
    (_, row) => elementBits(key, row) * count + row,
  );
  return Int32Array.from(draws.sort(), (draw) => draw % count);
}
