// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { freeArea } from './free-area.ts';

it.each([
  ['below what is watched', 400, 400],
  ['all of the window once that is scrolled away', -20, 0],
  ['all of it where next to nothing is left below', 600, 0],
])('leaves free %s', (_, bottom, y) => {
  const watched = document.createElement('div');
  watched.dataset['watched'] = '';
  watched.getBoundingClientRect = () => new DOMRect(0, bottom - 100, 300, 100);
  document.body.append(watched);
  // The window of jsdom is 768 high.
  expect([freeArea.y, freeArea.height]).toEqual([y, 768 - y]);
  watched.remove();
});
