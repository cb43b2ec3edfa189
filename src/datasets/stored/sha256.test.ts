import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from './sha256.ts';

const reference = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('equals the published values', () => {
  const text = (s: string) => new TextEncoder().encode(s);
  expect(sha256(text(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256(text('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('equals Node for any bytes and around every block border', () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 255);
    expect(sha256(bytes)).toBe(reference(bytes));
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (b) => sha256(b) === reference(b)));
});

test('reads only the part that a view shows', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => i & 255);
  const part = bytes.subarray(7, 207);
  expect(sha256(part)).toBe(reference(part));
});
