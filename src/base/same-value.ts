import { hasKeys } from './is-record.ts';

/** Whether two plain values (settings, arms, experiments) are equal; the order of keys does not matter. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!hasKeys(one) || !hasKeys(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  // A key without a value is no key: a regularizer set to undefined is off.
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameValue(one[key], other[key]));
}
