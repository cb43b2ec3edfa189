/** What the lines of a class come to: figures by seat, and how often each answer was predicted and happened. */
import type { ClassFigures } from '../../findings/class/describe-class.ts';
import { questionsBefore } from '../lesson/before-training.ts';
import type { LessonPart } from '../lesson/lesson.ts';
import { numberText } from '../lesson/question.ts';
import type { AskedQuestion } from '../lesson/question.ts';
import { SKETCH_SHAPES, shapeOf } from '../lesson/sketch-shape.ts';
import type { LineNote, PastedLine } from './class-lines.ts';
import { sketchValuesOf } from './result-line.ts';

export interface SeatedFigures {
  /** Null: the part has none. */
  readonly figures: ClassFigures | null;
  /** On lines without them. */
  readonly notes: readonly LineNote[];
}

export function figuresOf(part: LessonPart, lines: readonly PastedLine[]): SeatedFigures {
  const names = lines[0]?.result.figures.map(({ name }) => name) ?? [];
  if (!part.result || names.length === 0) return { figures: null, notes: [] };
  const notes: LineNote[] = [];
  const seats = lines.flatMap(({ line, result }) => {
    const { seat, figures } = result;
    const values = names.map((name) => figures.find((one) => one.name === name)?.value ?? NaN);
    if (values.every(Number.isFinite)) return [{ seat, values }];
    const says = `seat ${seat} has no figure to show; its predictions are counted.`;
    notes.push({ line, says });
    return [];
  });
  const { label, unit } = part.result;
  return { figures: { label, unit, names, seats }, notes };
}

export interface AnswerCount {
  readonly id: string;
  readonly label: string;
  readonly predicted: number;
  readonly happened: number;
}

export interface QuestionCounts {
  readonly question: AskedQuestion;
  /** Options in their order; numbers from the smallest; of a sketch the shapes. */
  readonly counts: readonly AnswerCount[];
  /** Seats that answered it. */
  readonly seats: number;
}

export function countAnswers(
  part: LessonPart,
  lines: readonly PastedLine[],
): readonly QuestionCounts[] {
  return questionsBefore(part).map((question, index) => {
    const answers = lines.flatMap(({ result: { predicted, happened } }) => {
      const [own, came] = [predicted, happened].map((row) => countedAs(question, row[index]));
      return own === undefined || came === undefined ? [] : [{ own, came }];
    });
    const counts = optionsOf(question, answers).map(({ id, label }) => ({
      ...{ id, label },
      predicted: answers.filter(({ own }) => own === id).length,
      happened: answers.filter(({ came }) => came === id).length,
    }));
    return { question, counts, seats: answers.length };
  });
}

/** What an answer is counted as; undefined: it is none. */
function countedAs({ form }: AskedQuestion, word: string | undefined): string | undefined {
  if (form.kind !== 'sketch' || word === undefined) return word;
  const values = sketchValuesOf(word, form);
  return values ? shapeOf(values, form) : undefined;
}

function optionsOf(
  { form }: AskedQuestion,
  answers: readonly { readonly own: string; readonly came: string }[],
): readonly { readonly id: string; readonly label: string }[] {
  switch (form.kind) {
    case 'choice':
      return form.options;
    case 'number': {
      const given = new Set(answers.flatMap(({ own, came }) => [own, came]));
      return [...given]
        .sort((a, b) => Number(a) - Number(b))
        .map((id) => ({ id, label: numberText(form, id) }));
    }
    case 'sketch':
      return SKETCH_SHAPES;
  }
}
