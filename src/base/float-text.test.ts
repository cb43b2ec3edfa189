import fc from 'fast-check';
import { expect, it } from 'vitest';
import { floatText, floatsIn } from './float-text.ts';

it('gives every number back, bit for bit', () => {
  fc.assert(
    fc.property(fc.float32Array(), (values) => {
      expect(floatsIn(JSON.parse(JSON.stringify(floatText(values))))).toEqual(values);
    }),
  );
});

it('is as NumPy reads it: np.frombuffer(base64.b64decode(text), "<f4")', () => {
  expect(floatText(Float32Array.of(1, -2))).toBe('AACAPwAAAMA=');
});

it('refuses what is no such text', () => {
  for (const text of [null, 7, '?', 'AAA=', 'AACAPwA=']) expect(floatsIn(text)).toBeUndefined();
});
