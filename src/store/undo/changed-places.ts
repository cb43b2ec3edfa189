/** Where two plain values differ: "training.epochs", "arms.1.regularizers.l2". */
import { hasKeys } from '../../base/is-record.ts';
import { sameValue } from '../../base/same-value.ts';

/** In the order of the alphabet; none where they are equal. */
export function changedPlaces(before: unknown, after: unknown): readonly string[] {
  return placesOf(before, after, '').toSorted();
}

function placesOf(before: unknown, after: unknown, place: string): readonly string[] {
  if (sameValue(before, after)) return [];
  if (!hasKeys(before) || !hasKeys(after)) return [place];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    placesOf(before[key], after[key], place === '' ? key : `${place}.${key}`),
  );
}
