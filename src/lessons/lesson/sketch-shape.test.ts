import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SKETCH_SHAPES, shapeOf } from './sketch-shape.ts';

const FORM = { step: 5 };

it.each([
  ['rises', [20, 40, 60, 80, 90]],
  ['falls', [90, 80, 60, 40, 20]],
  ['hill', [82, 89, 93, 79, 11]],
  ['valley', [90, 60, 20, 60, 85]],
  ['level', [50, 50, 50, 50, 50]],
  ['bends', [50, 80, 50, 20, 50]],
  // Less than half a step off is no hill, and no slope.
  ['level', [80, 82.4, 81, 80.5, 82]],
  ['falls', [82, 84, 84.5, 60, 10]],
  ['hill', [81.6, 84.9, 85.2, 75, 11]],
])('%s: %j', (shape, values) => {
  expect(shapeOf(values, FORM)).toBe(shape);
});

it('a curve that is drawn upside down has the opposite shape, and one that is moved the same', () => {
  const opposite = { rises: 'falls', falls: 'rises', hill: 'valley', valley: 'hill' } as const;
  const sketched = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(sketched, (steps) => {
      const shape = shapeOf(
        steps.map((one) => 5 * one),
        FORM,
      );
      expect(SKETCH_SHAPES.map(({ id }) => id)).toContain(shape);
      const upsideDown = shapeOf(
        steps.map((one) => 100 - 5 * one),
        FORM,
      );
      expect(upsideDown).toBe(shape in opposite ? opposite[shape as 'hill'] : shape);
      const moved = steps.map((one) => 5 * one + 30);
      expect(shapeOf(moved, FORM)).toBe(shape);
    }),
  );
});
