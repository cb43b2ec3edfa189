import { expect, it } from 'vitest';
import { areLong, classNameInSentence } from './class-name.ts';

it('quotes words in a sentence, not digits', () => {
  const classNames = ['no spam', '7'];
  expect([0, 1, 2].map((label) => classNameInSentence({ classNames }, label))).toEqual([
    '“no spam”',
    '7',
    '2',
  ]);
});

it('tells names that need wide columns', () => {
  expect(areLong(['0', '10', '100'])).toBe(false);
  expect(areLong(['bag', 'ankle boot'])).toBe(true);
});
