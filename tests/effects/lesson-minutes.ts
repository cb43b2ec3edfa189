/** How long a lesson takes: its words, its questions, its runs, and what is tried afterwards. */
import { questionsBefore } from '../../src/lessons/lesson/before-training.ts';
import type { Lesson, LessonPart } from '../../src/lessons/lesson/lesson.ts';
import type { AskedQuestion } from '../../src/lessons/lesson/question.ts';
import { countWords, textParts } from './lesson-text.ts';

const WORDS_A_MINUTE = 200;
const SECONDS_A_QUESTION = 20;
/** To look at what one tried, besides the run. */
const SECONDS_TO_LOOK = 20;
/** Of what has no pace; measured on two cores it takes from 1 to 10. */
const SECONDS_WITHOUT_PACE = 8;

export function minutesOf(lesson: Lesson): number {
  const texts = textParts(lesson.id);
  const seconds = lesson.parts.map((part, place) => {
    const { words = 0, hasTryIt = false } = texts[place] ?? {};
    const questions = questionsBefore(part);
    const asked = questions.reduce((sum, question) => sum + wordsOf(question), 0);
    const reading = (60 * (words + asked)) / WORDS_A_MINUTE;
    const trying = hasTryIt ? runSeconds(part) + SECONDS_TO_LOOK : 0;
    return reading + SECONDS_A_QUESTION * questions.length + runSeconds(part) + trying;
  });
  return seconds.reduce((sum, one) => sum + one, 0) / 60;
}

function wordsOf({ ask, form }: AskedQuestion): number {
  const options = form.kind === 'choice' ? form.options.map(({ label }) => label) : [];
  return countWords([ask, ...options].join(' '));
}

/** At its own pace. */
function runSeconds(part: LessonPart): number {
  if (part.kind === 'twoWeights' || part.kind === 'recorded') return 0;
  if (part.kind !== 'run' || part.pace === null) return SECONDS_WITHOUT_PACE;
  return part.experiment.training.epochs / part.pace;
}
