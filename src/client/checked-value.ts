/**
 * Checks values that come from outside. Each function is told where the value is, for its message, and throws a
 * `RecordError` where the value is not what it must be.
 */
import { isRecord } from '../base/is-record.ts';
import { readNumber, writeNumber } from '../base/written-number.ts';
import type { WrittenNumber } from '../base/written-number.ts';

export class RecordError extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

const LONGEST_TEXT = 1_000;

export function writtenAt(path: string, value: unknown): WrittenNumber {
  const number = readNumber(value);
  if (number === undefined) throw new RecordError(path, `${shown(value)} is no figure.`);
  return writeNumber(number);
}

export function countAt(path: string, value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new RecordError(path, `${shown(value)} is no count.`);
}

export function positiveAt(path: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new RecordError(path, `${shown(value)} is no number from 0 on.`);
}

export function textAt(path: string, value: unknown): string {
  if (typeof value === 'string' && value.length <= LONGEST_TEXT) return value;
  throw new RecordError(path, `${shown(value)} is no text of up to ${LONGEST_TEXT} characters.`);
}

export function listAt(path: string, value: unknown, most: number): readonly unknown[] {
  if (Array.isArray(value) && value.length <= most) return Array.from<unknown>(value); // Holes are filled: nothing stands there.
  throw new RecordError(
    path,
    Array.isArray(value)
      ? `There are ${value.length} here; at most ${most} are read.`
      : `${shown(value)} is no list.`,
  );
}

export function objectAt(
  path: string,
  value: unknown,
  message: string,
): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw new RecordError(path, message);
}

/** For a sentence, however large or strange it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string')
    return value.length > 40 ? `“${value.slice(0, 40)}…”` : `“${value}”`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : 'this';
}
