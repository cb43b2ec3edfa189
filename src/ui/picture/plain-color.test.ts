import { expect, it } from 'vitest';
import { plainColor } from './plain-color.ts';

it.each([
  // CSS Color 4, example of lime; black and white; a mix as browsers compute it.
  ['oklab(0.86644 -0.233888 0.179498)', 'rgb(0, 255, 0)'],
  ['oklab(0 0 0)', 'rgb(0, 0, 0)'],
  ['oklab(1 0 0 / 0.5)', 'rgba(255, 255, 255, 0.5)'],
  ['oklab(0.627955 0.224863 0.125846)', 'rgb(255, 0, 0)'],
  ['color(srgb 1 0.5 0)', 'rgb(255, 128, 0)'],
  ['color(srgb 0 0 1e-7 / 0.25)', 'rgba(0, 0, 0, 0.25)'],
  ['rgb(1, 2, 3)', 'rgb(1, 2, 3)'],
  ['none', 'none'],
])('%s is %s', (text, wanted) => {
  expect(plainColor(text)).toBe(wanted);
});
