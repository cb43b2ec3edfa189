import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slug } from './slug.ts';

it.each([
  ['Training and validation loss', 'training-and-validation-loss'],
  ['Bias² + variance', 'bias-variance'],
  ['Données (2).CSV', 'données-2-csv'],
  ['../../etc', 'etc'],
  ['?', ''],
])('%s becomes %s', (text, wanted) => {
  expect(slug(text)).toBe(wanted);
});

it('has nothing that a file system refuses, and is of itself what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const made = slug(text);
      expect(made).not.toMatch(/[\s/\\:*?"<>|.\p{Cc}]|^-|-$/u);
      expect(slug(made)).toBe(made);
    }),
  );
});
