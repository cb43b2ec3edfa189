/** Tells users of screen readers which step the lesson is at, and what came of the prediction. */
import { countOf } from '../../base/text/count-of.ts';
import { useSession } from '../session/session-context.tsx';
import type { LessonSession } from '../session/lesson-session.ts';
import { isRight } from '../lesson/question.ts';
import type { AnswerForm, AnswerValue, HappenedAnswer } from '../lesson/question.ts';

/** On the page all the time, since what comes with its text is often not read. */
export function LessonVoice() {
  const text = useSession(stepText);
  return (
    <p role="status" aria-label="Step" className="visually-hidden">
      {text}
    </p>
  );
}

/** '' until there is a question. */
export function stepText({ step, questions, answers, outcome }: LessonSession): string {
  switch (step) {
    case 'predict':
      if (questions.length === 0) return '';
      return `Step 1 of 3, predict: ${countOf(questions.length, 'questions')}.`;
    case 'run':
      return 'Step 2 of 3, run.';
    case 'explain':
      return [
        'Step 3 of 3, explain.',
        ...questions.map(({ id, form }) => judgedText(form, answers[id], outcome?.answers[id])),
        'The explanation comes after chart and figures.',
      ].join(' ');
  }
}

function judgedText(
  form: AnswerForm,
  given: AnswerValue | undefined,
  happened: HappenedAnswer | undefined,
): string {
  if (given === undefined || !happened) return '';
  const judged = judgement(isRight(form, given, happened.value));
  if (form.kind === 'sketch') return judged;
  if (form.kind === 'number') return `${judged} What happened: ${happened.text}.`;
  const label = form.options.find(({ id }) => id === happened.value)?.label ?? '';
  const what = label.includes(happened.text) ? label : `${label}, ${happened.text}`;
  return `${judged} What happened: ${what}.`;
}

/** Of one prediction; null: that is for the reader to judge. */
export function judgement(right: boolean | null): string {
  if (right === null) return 'Compare your line with what was measured.';
  return right ? 'You predicted it.' : 'It came out otherwise than you predicted.';
}
