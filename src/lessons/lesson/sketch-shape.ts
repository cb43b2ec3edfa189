/** The shape of a sketched or measured curve, so that a class can count its sketches as it counts other answers. */
import type { SketchForm } from './question.ts';

export const SKETCH_SHAPES = [
  { id: 'rises', label: 'it rises' },
  { id: 'falls', label: 'it falls' },
  { id: 'hill', label: 'a hill: up, then down' },
  { id: 'valley', label: 'a valley: down, then up' },
  { id: 'level', label: 'about level' },
  { id: 'bends', label: 'a hill and a valley' },
] as const;

export type SketchShape = (typeof SKETCH_SHAPES)[number]['id'];

/** Half a step of the axis: a sketch cannot tell less, and what is measured need not. */
export function shapeTolerance({ step }: Pick<SketchForm, 'step'>): number {
  return step / 2;
}

/** A hill stands out above both ends, a valley lies below both; where neither does, the ends tell. */
export function shapeOf(values: readonly number[], form: Pick<SketchForm, 'step'>): SketchShape {
  const tolerance = shapeTolerance(form);
  const [first = NaN, last = NaN] = [values[0], values.at(-1)];
  const inner = values.slice(1, -1);
  const hasHill = Math.max(...inner) - Math.max(first, last) > tolerance;
  const hasValley = Math.min(first, last) - Math.min(...inner) > tolerance;
  if (hasHill) return hasValley ? 'bends' : 'hill';
  if (hasValley) return 'valley';
  if (last - first > tolerance) return 'rises';
  return first - last > tolerance ? 'falls' : 'level';
}
