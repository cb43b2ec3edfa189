/** What kind of value from anywhere this is. */

/** An object with keys: not null, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return hasKeys(value) && !Array.isArray(value);
}

/** An object or a list: not null. */
export function hasKeys(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
