/** Numbers as JSON can hold all of them: it has no NaN, no infinities and no −0 of its own. */

/** Null: NaN. */
export type WrittenNumber = number | null | 'Infinity' | '-Infinity' | '-0';

export function writeNumber(value: number): WrittenNumber {
  if (Number.isNaN(value)) return null;
  if (value === Infinity) return 'Infinity';
  if (value === -Infinity) return '-Infinity';
  return Object.is(value, -0) ? '-0' : value;
}

/** Undefined: it is none. */
export function readNumber(value: unknown): number | undefined {
  if (value === null) return NaN;
  if (value === 'Infinity') return Infinity;
  if (value === '-Infinity') return -Infinity;
  if (value === '-0') return -0;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
