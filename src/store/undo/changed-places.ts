/** Where two plain values differ: "training.epochs", "arms.1.regularizers.l2". */
import { sameValue } from '../../base/same-value.ts';

/** In the order of the alphabet; none where they are equal. */
export function changedPlaces(before: unknown, after: unknown): readonly string[] {
  return placesOf(before, after, '').toSorted();
}

function placesOf(before: unknown, after: unknown, place: string): readonly string[] {
  if (sameValue(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [place];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    placesOf(before[key], after[key], place === '' ? key : `${place}.${key}`),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
