/** Tells users of screen readers which step the lesson is at, and what came of the prediction. */
import { countOf } from '../../base/text/count-of.ts';
import { useLesson, useSession } from '../session/session-context.tsx';
import type { LessonSession } from '../session/lesson-session.ts';
import type { Lesson, LessonPart } from '../lesson/lesson.ts';
import { isRight } from '../lesson/question.ts';
import type { AnswerForm, AnswerValue, HappenedAnswer, SketchForm } from '../lesson/question.ts';
import { measuredText, sketchedValues } from './sketch-values.ts';

/** On the page all the time, since what comes with its text is often not read. */
export function LessonVoice() {
  const lesson = useLesson();
  const text = useSession((session) => stepText(session, lesson));
  return (
    // Some screen readers say this name before the text.
    <p role="status" aria-label="Lesson" className="visually-hidden">
      {text}
    </p>
  );
}

/** '' until there is a question. */
export function stepText(
  { part, step, questions, answers, outcome }: LessonSession,
  { parts }: Pick<Lesson, 'parts'>,
): string {
  switch (step) {
    case 'predict':
      if (questions.length === 0) return '';
      return [
        partText(part, parts),
        `Step 1 of 3, predict: ${countOf(questions.length, 'questions')}.`,
        // A run says this itself.
        parts[part]?.kind === 'run' ? '' : 'Everything waits for your prediction.',
      ]
        .filter((sentence) => sentence !== '')
        .join(' ');
    case 'run':
      return 'Step 2 of 3, run. Your prediction is locked.';
    case 'explain':
      return [
        'Step 3 of 3, explain.',
        ...questions.map(({ id, form }, at) => {
          const judged = judgedText(form, answers[id], outcome?.answers[id]);
          return questions.length > 1 ? `Question ${at + 1}: ${judged}` : judged;
        }),
        'The explanation comes after chart and figures.',
      ].join(' ');
  }
}

/** The button that leads to another part stays where it is, and says nothing. */
function partText(at: number, parts: readonly LessonPart[]): string {
  const title = parts[at]?.title ?? '';
  if (parts.length === 1) return '';
  return `Part ${at + 1} of ${parts.length}: ${title}${title.endsWith('?') ? '' : '.'}`;
}

function judgedText(
  form: AnswerForm,
  given: AnswerValue | undefined,
  happened: HappenedAnswer | undefined,
): string {
  if (given === undefined || !happened) return '';
  const judged = judgement(isRight(form, given, happened.value));
  if (form.kind === 'sketch') return `${judged} ${measuredLine(form, happened.value)}`;
  if (form.kind === 'number') return `${judged} What happened: ${happened.text}.`;
  const label = form.options.find(({ id }) => id === happened.value)?.label ?? '';
  const what = label.includes(happened.text) ? label : `${label}, ${happened.text}`;
  return `${judged} What happened: ${what}.`;
}

function measuredLine(form: SketchForm, measured: AnswerValue): string {
  const values = sketchedValues(form, measured);
  const all = form.places.map(
    (place, at) => `${measuredText(values[at] ?? NaN, form)} at ${place}`,
  );
  return `Measured, by ${form.axis}: ${all.join(', ')}.`;
}

/** Of one prediction; null: that is for the reader to judge. */
export function judgement(right: boolean | null): string {
  if (right === null) return 'Compare your line with what was measured.';
  return right ? 'You predicted it.' : 'You predicted something else.';
}
