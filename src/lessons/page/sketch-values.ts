/** The values of a sketch. */
import type { AnswerValue, SketchForm } from '../lesson/question.ts';

/** One for each place; before anything is drawn all in the middle. */
export function sketchedValues(
  form: SketchForm,
  given: AnswerValue | undefined,
): readonly number[] {
  if (Array.isArray(given)) return given as readonly number[];
  return form.places.map(() => middleOf(form));
}

export function middleOf({ min, max, step }: SketchForm): number {
  return roundTo((min + max) / 2, step);
}

export function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6));
}

/** One place finer than what could be drawn. */
export function measuredText(
  value: number,
  { step, unit }: Pick<SketchForm, 'step' | 'unit'>,
): string {
  return Number.isFinite(value) ? `${value.toFixed(step < 0.1 ? 2 : 1)} ${unit}`.trimEnd() : '–';
}
