import { expect, it } from 'vitest';
import { planeScale, planeTicks } from './plane-scale.ts';

it('leads from weights into the drawing and back', () => {
  const scale = planeScale({ x: [-1, 3], y: [-1, 2] }, 400);
  expect([scale.width, scale.height, scale.unit]).toEqual([400, 300, 100]);
  expect([scale.x(0), scale.y(0)]).toEqual([100, 200]);
  expect(scale.weightsAt(scale.x(2.5), scale.y(-0.5))).toEqual([2.5, -0.5]);
});

it('marks whole numbers, and halves of a small range, but not 0 and no end', () => {
  expect(planeTicks([-3, 3])).toEqual([-2, -1, 1, 2]);
  expect(planeTicks([-0.2, 1.3])).toEqual([0.5, 1]);
});
