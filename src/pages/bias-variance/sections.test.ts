import { expect, it } from 'vitest';
import { SECTIONS } from './sections.ts';

it('has addresses of their own, which lessons link to', () => {
  expect(SECTIONS.map(({ id }) => id)).toEqual([
    ...['double-descent', 'two-weights', 'dropout-scaling', 'adam-and-decay'],
  ]);
});
