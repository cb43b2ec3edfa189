/** What a student predicts before the run goes on: a choice, a number, or a curve of five values. */
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';

export interface Question<Material> {
  readonly id: string;
  /** As it is asked; it may quote what was seen up to the moment of the question. */
  readonly ask: string | ((soFar: Material) => string);
  readonly form: AnswerForm | ((soFar: Material) => AnswerForm);
  /** What one would have had to answer, and the figure that says so. */
  readonly happened: (material: Material) => HappenedAnswer;
}

/** A question as it stands on the page: its words are settled. */
export interface AskedQuestion {
  readonly id: string;
  readonly ask: string;
  readonly form: AnswerForm;
}

export type AnswerForm = ChoiceForm | NumberForm | SketchForm;

export interface ChoiceForm {
  readonly kind: 'choice';
  readonly options: readonly ChoiceOption[];
}

export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
  /** Where the answer can be drawn into the chart: between which figures the line would end. */
  readonly band?: readonly [low: number, high: number];
}

export interface NumberForm {
  readonly kind: 'number';
  /** "%", "points", "of 50 features"; stands after the number. */
  readonly unit: string;
  /** "λ": the number is written "λ = 4". */
  readonly symbol?: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** A prediction no further off than this is called close. */
  readonly close: number;
}

export interface SketchForm {
  readonly kind: 'sketch';
  /** What the places along the axis are called: "0.01". */
  readonly places: readonly string[];
  /** Which values of the chart's axis they are, from 0: the sketch is drawn there too. */
  readonly chartPlaces?: readonly number[];
  /** "L2 strength λ" */
  readonly axis: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
  /** The chart has figures so many times as small: 100 where the sketch is in per cent of a share. */
  readonly perFigure?: number;
}

/** Id of an option, a number, or one number for each place. */
export type AnswerValue = string | number | readonly number[];

export interface HappenedAnswer {
  readonly value: AnswerValue;
  /** "78.0 %" */
  readonly text: string;
}

/** The option that a figure belongs to: each has those below its limit that no option before it has. */
export function optionOf(figure: number, limits: readonly (readonly [string, number])[]): string {
  return limits.find(([, below]) => figure < below)?.[0] ?? '';
}

/** Numbers that were seen are in its words by now. */
export function askedQuestion<Material>(
  { id, ask, form }: Question<Material>,
  soFar: Material,
): AskedQuestion {
  return {
    id,
    ask: withSigns(typeof ask === 'function' ? ask(soFar) : ask),
    form: withLabels(typeof form === 'function' ? form(soFar) : form),
  };
}

function withLabels(form: AnswerForm): AnswerForm {
  if (form.kind !== 'choice') return form;
  const options = form.options.map((one) => ({ ...one, label: withSigns(one.label) }));
  return { ...form, options };
}

/** "80 %" with the space that figures on the page have. */
export function withSigns(words: string): string {
  return words.replaceAll(' %', PERCENT_SIGN);
}

/** "14 of 50", "λ = 4" */
export function numberText({ symbol, unit }: NumberForm, number: string): string {
  return symbol === undefined ? `${number} ${unit}`.trimEnd() : `${symbol} = ${number}`;
}

/** Whether a prediction may be called right, or close; null: that is for the eye to judge (a sketch). */
export function isRight(form: AnswerForm, given: AnswerValue, happened: AnswerValue) {
  switch (form.kind) {
    case 'choice':
      return given === happened;
    case 'number':
      return Math.abs(Number(given) - Number(happened)) <= form.close;
    case 'sketch':
      return null;
  }
}

/** Answers that the questions can have. */
export function fittingAnswers(
  questions: readonly AskedQuestion[],
  answers: Readonly<Record<string, AnswerValue>>,
): Readonly<Record<string, AnswerValue>> {
  const fits = ({ id, form }: AskedQuestion) => {
    const given = answers[id];
    switch (form.kind) {
      case 'choice':
        return form.options.some((option) => option.id === given);
      case 'number':
        return typeof given === 'number' && given >= form.min && given <= form.max;
      case 'sketch':
        return Array.isArray(given) && given.length === form.places.length;
    }
  };
  return Object.fromEntries(
    questions.filter(fits).flatMap(({ id }) => {
      const given = answers[id];
      return given === undefined ? [] : [[id, given] as const];
    }),
  );
}
