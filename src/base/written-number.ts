/** Numbers in a form that JSON can hold: JSON has no NaN, no infinities and no −0. */

/** Null stands for NaN. */
export type WrittenNumber = number | null | 'Infinity' | '-Infinity' | '-0';

export function writeNumber(value: number): WrittenNumber {
  if (Number.isNaN(value)) return null;
  if (value === Infinity) return 'Infinity';
  if (value === -Infinity) return '-Infinity';
  return Object.is(value, -0) ? '-0' : value;
}

/** Undefined where the value is no written number. */
export function readNumber(value: unknown): number | undefined {
  if (value === null) return NaN;
  if (value === 'Infinity') return Infinity;
  if (value === '-Infinity') return -Infinity;
  if (value === '-0') return -0;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
