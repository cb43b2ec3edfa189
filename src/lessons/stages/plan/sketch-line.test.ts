import { expect, it } from 'vitest';
import type { AskedQuestion, SketchForm } from '../../lesson/question.ts';
import { sketchLine } from './sketch-line.ts';

const FORM: SketchForm = {
  ...{ kind: 'sketch', axis: 'λ', unit: '%', min: 0, max: 100, step: 5 },
  ...{ places: ['none', '0.01', '0.1'], chartPlaces: [0, 2, 3], perFigure: 100 },
};
const asked = (form: AskedQuestion['form']): AskedQuestion => ({ id: 'curve', ask: '', form });

it('lies at the places that were asked for, and on straight lines between them', () => {
  const line = sketchLine({ questions: [asked(FORM)], answers: { curve: [80, 90, 10] } }, 5);
  const [none, between, middle, last, beyond] = line?.values ?? [];
  expect([none, middle, last]).toEqual([0.8, 0.9, 0.1]);
  expect(between).toBeCloseTo(0.85, 12);
  expect(beyond).toBeNaN();
});

it('is not there where nothing was sketched, or nothing that lies on the axis', () => {
  expect(sketchLine({ questions: [asked(FORM)], answers: {} }, 5)).toBeNull();
  const { chartPlaces: _, ...elsewhere } = FORM;
  const answers = { curve: [80, 90, 10] };
  expect(sketchLine({ questions: [asked(elsewhere)], answers }, 5)).toBeNull();
});
