import { expect, it } from 'vitest';
import { markerPath } from './series-marker.ts';

it('draws six different closed shapes', () => {
  const shapes = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'] as const;
  const paths = shapes.map((shape) => markerPath(shape, 4));
  expect(new Set(paths).size).toBe(6);
  for (const path of paths) expect(path).toMatch(/^M[-\d.,AHLVMZ]+Z$/);
});
