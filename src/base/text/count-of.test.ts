import { expect, it } from 'vitest';
import { countOf } from './count-of.ts';

it.each([
  [0, '0 images'],
  [1, '1 image'],
  [2, '2 images'],
  [60000, '60,000 images'],
])('%d: %s', (number, text) => expect(countOf(number, 'images')).toBe(text));
