/** What an object has otherwise than another one, and the object again from that: links tell only differences. */
import { isRecord } from '../base/is-record.ts';
import { sameValue } from '../base/same-value.ts';

/** Names the fields that the base has and the value has not. */
const GONE = '~';

/** Plain data. Lists are told whole; fields that are the same are left out. */
export function differenceFrom(base: unknown, value: unknown): unknown {
  if (!isRecord(base) || !isRecord(value)) return value;
  const changed = Object.entries(value).flatMap(([name, own]) => {
    if (own === undefined || (Object.hasOwn(base, name) && sameValue(base[name], own))) return [];
    return [[name, Object.hasOwn(base, name) ? differenceFrom(base[name], own) : own] as const];
  });
  const gone = Object.keys(base).filter(
    (name) => !Object.hasOwn(value, name) || value[name] === undefined,
  );
  return Object.fromEntries(gone.length > 0 ? [...changed, [GONE, gone] as const] : changed);
}

/** The value of which this is the difference. */
export function withDifference(base: unknown, difference: unknown): unknown {
  if (!isRecord(base) || !isRecord(difference)) return difference;
  const { [GONE]: gone, ...own } = difference;
  const isGone = (name: string) => Array.isArray(gone) && gone.includes(name);
  const kept = Object.entries(base).filter(([name]) => !Object.hasOwn(own, name) && !isGone(name));
  const changed = Object.entries(own).map(
    ([name, field]) =>
      [name, Object.hasOwn(base, name) ? withDifference(base[name], field) : field] as const,
  );
  return Object.fromEntries([...kept, ...changed]);
}
