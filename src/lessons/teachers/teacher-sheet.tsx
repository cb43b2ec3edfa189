/** Half a page for the teacher: what to know before the class does. */
import { questionsBefore } from '../lesson/before-training.ts';
import type { LessonClaim } from '../lesson/evidence.ts';
import type { Lesson, LessonPart } from '../lesson/lesson.ts';
import { withSigns } from '../lesson/question.ts';
import type { AnswerForm } from '../lesson/question.ts';
import { Sheet } from './sheet.tsx';
import styles from './teachers.module.css';

export function TeacherSheet({ lesson }: { readonly lesson: Lesson }) {
  const { title, question, minutes, parts, teacher } = lesson;
  return (
    <Sheet lesson={lesson} title={`For the teacher: ${title}`}>
      <p>{`${question} About ${minutes} minutes${parts.length === 1 ? '' : `, ${parts.length} parts`}.`}</p>
      <dl className={styles.notes}>
        <dt>What to ask</dt>
        <dd>{withSigns(teacher.ask)}</dd>
        <dt>What a class usually gets wrong</dt>
        <dd>{withSigns(teacher.misconception)}</dd>
        <dt>The answer</dt>
        <dd>{withSigns(teacher.answer)}</dd>
        <dt>If it comes out otherwise</dt>
        <dd>{withSigns(teacher.otherwise)}</dd>
      </dl>
      {parts.map((part) => (
        <PartNote key={part.id} part={part} isOnly={parts.length === 1} />
      ))}
    </Sheet>
  );
}

/** Whatever its part trains. */
type CountedClaim = Pick<LessonClaim<never>, 'says' | 'heldIn' | 'of'>;

function PartNote({ part, isOnly }: { readonly part: LessonPart; readonly isOnly: boolean }) {
  const claims: Readonly<Record<string, CountedClaim>> = part.claims;
  return (
    <section className={styles.part}>
      {!isOnly && <h2>{part.title}</h2>}
      {questionsBefore(part).map(({ id, ask, form }) => (
        <p key={id}>
          <strong>{ask}</strong> <span>{optionsText(form)}</span>
        </p>
      ))}
      <ul className={styles.claims}>
        {Object.values(claims).map((claim) => (
          <li key={claim.says}>
            <span>{withSigns(claim.says)}</span>{' '}
            <span className={styles.held}>{heldText(part.kind, claim)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Without a seed there is nothing to count. */
function heldText(kind: LessonPart['kind'], { heldIn, of }: CountedClaim): string {
  if (kind === 'twoWeights') return '(This follows from a formula.)';
  if (kind === 'decayPaths') return '(Nothing is random here: it holds in every class.)';
  if (kind === 'recorded') return '(Held in the recorded run.)';
  return `(Held in ${heldIn} of ${of} seeds.)`;
}

function optionsText(form: AnswerForm): string {
  switch (form.kind) {
    case 'choice':
      return form.options.map(({ label }) => label).join(' / ');
    case 'number':
      return `A number from ${form.min} to ${form.max}.`;
    case 'sketch':
      return `A sketch against ${form.axis}, from ${form.places[0] ?? ''} to ${form.places.at(-1) ?? ''}.`;
  }
}
