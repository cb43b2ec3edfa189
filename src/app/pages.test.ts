// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { strayText } from './pages.ts';

it.each([
  '',
  '#',
  '#/',
  '#/sweep',
  '#/sweep/',
  '#/sweep?s=1.abc.12345',
  '#/bias-variance?hide=header',
  '#/bias-variance/two-weights?lambda=2',
  '#/lessons',
  '#/lessons/foo',
])('%s names a page', (hash) => {
  expect(strayText(hash)).toBeNull();
});

it.each([
  ['#/foo', 'This address names no page here: #/foo. Below is Compare.'],
  ['#/foo/bar?hide=header', 'This address names no page here: #/foo/bar. Below is Compare.'],
  ['#foo', 'This address names no page here: #foo. Below is Compare.'],
  [
    '#/bias-variance/foo?lambda=2',
    'This address names no section of Bias–variance: #/bias-variance/foo. Below is its first one.',
  ],
  ['#/sweep/foo', 'This address names no section of Sweep: #/sweep/foo. Below is its first one.'],
])('of %s it is said that it names none', (hash, text) => {
  expect(strayText(hash)).toBe(text);
});

it('repeats no address without end', () => {
  expect(strayText(`#/${'x'.repeat(5000)}`)?.length).toBeLessThan(150);
});
