import { expect, it } from 'vitest';
import { readingNote } from './reading-note.ts';
import type { NumberSetting } from './settings.ts';

const setting = (changes: Partial<NumberSetting>): NumberSetting => ({
  ...{ kind: 'number', label: 'Number', min: 0, max: 1_000_000, initial: 1 },
  ...changes,
});
const DECIMAL = setting({});
const WHOLE = setting({ integer: true });

it.each([
  ['1.000', DECIMAL, 'Read as 1, not as 1,000.'],
  ['1,000', DECIMAL, 'Read as 1,000, not as 1.'],
  ['1.234', DECIMAL, 'Read as 1.234, not as 1,234.'],
  ['1.000', WHOLE, 'Read as 1,000, not as 1.'],
  ['60,000', WHOLE, 'Read as 60,000, not as 60.'],
  ['−1.500', setting({ min: -2000 }), 'Read as -1.5, not as -1,500.'],
  ['1.500 %', setting({ unit: '%' }), 'Read as 1.5\u202f%, not as 1,500\u202f%.'],
])('"%s" could be either: %#', (text, of, note) => {
  expect(readingNote(text, of)).toBe(note);
});

it.each([
  ['a thousand is out of range', '1.000', setting({ max: 10 })],
  ['no whole number but the one', '1.500', WHOLE],
  ['one is out of range', '1.000', setting({ integer: true, min: 16 })],
  ['nothing else it could be', '1000', DECIMAL],
  ['a decimal, whatever the notation', '0.005', DECIMAL],
  ['two digits behind the point', '1.00', DECIMAL],
  ['thousands twice', '1,000,000', DECIMAL],
  ['no number', '1.000x', DECIMAL],
])('says nothing where there is but one reading: %s', (_, text, of) => {
  expect(readingNote(text, of)).toBeNull();
});
