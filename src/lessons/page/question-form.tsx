/** One question: to be answered, then locked, and at last beside what happened. */
import { useId } from 'react';
import type { NumberSetting } from '../../settings/settings.ts';
import { NumberControl } from '../../ui/controls/number-control.tsx';
import { isRight } from '../lesson/question.ts';
import type {
  AnswerValue,
  AskedQuestion,
  ChoiceForm,
  ChoiceOption,
  HappenedAnswer,
  NumberForm,
} from '../lesson/question.ts';
import { useSession } from '../session/session-context.tsx';
import { judgement } from './lesson-voice.tsx';
import { SketchField } from './sketch-field.tsx';
import styles from './question-form.module.css';

export function QuestionForm({ question }: { readonly question: AskedQuestion }) {
  const { id, ask, form } = question;
  const given = useSession((state) => state.answers[id]);
  const isLocked = useSession((state) => state.step !== 'predict');
  const happened = useSession((state) => state.outcome?.answers[id] ?? null);
  const answer = useSession((state) => state.answer);
  const take = (value: AnswerValue) => answer(id, value);
  return (
    <fieldset className={styles.question} data-question={id}>
      <legend>{ask}</legend>
      {form.kind === 'choice' && <ChoiceAnswer {...{ form, given, isLocked, happened, take }} />}
      {form.kind === 'number' && <NumberAnswer {...{ form, given, isLocked, happened, take }} />}
      {form.kind === 'sketch' && <SketchField {...{ form, given, isLocked, happened, take }} />}
      {happened && given !== undefined && (
        <p className={styles.judged}>{judgement(isRight(form, given, happened.value))}</p>
      )}
    </fieldset>
  );
}

interface FieldProps<Form> {
  readonly form: Form;
  readonly given: AnswerValue | undefined;
  readonly isLocked: boolean;
  readonly happened: HappenedAnswer | null;
  readonly take: (value: AnswerValue) => void;
}

function ChoiceAnswer({ form, given, isLocked, happened, take }: FieldProps<ChoiceForm>) {
  const name = useId();
  return form.options.map((option) => (
    <label
      key={option.id}
      className={styles.option}
      data-given={option.id === given}
      data-happened={option.id === happened?.value}
    >
      <input
        type="radio"
        name={name}
        checked={option.id === given}
        disabled={isLocked && option.id !== given}
        onChange={() => take(option.id)}
      />
      <span className={styles.label}>{option.label}</span>
      <span className={styles.note}>{noteOn(option, given, happened)}</span>
    </label>
  ));
}

function noteOn(
  { id }: ChoiceOption,
  given: AnswerValue | undefined,
  happened: HappenedAnswer | null,
): string {
  const isGiven = id === given;
  if (happened?.value === id)
    return `${isGiven ? 'your answer, and ' : ''}what happened: ${happened.text}`;
  return isGiven ? 'your answer' : '';
}

function NumberAnswer({ form, given, isLocked, happened, take }: FieldProps<NumberForm>) {
  const { min, max, step, unit, symbol } = form;
  const middle = Math.round((min + max) / 2 / step) * step;
  const setting: NumberSetting = {
    ...{ kind: 'number', label: `Your prediction, ${symbol ?? unit}`, scale: 'linear' },
    ...{ min, max, step, initial: middle },
  };
  if (isLocked)
    return (
      <p className={styles.numbers}>
        <span>
          your prediction: {symbol !== undefined && `${symbol} = `}
          <strong>{String(given)}</strong> {unit}
        </span>
        {happened && <span>what happened: {happened.text}</span>}
      </p>
    );
  return (
    <>
      <NumberControl
        setting={setting}
        value={typeof given === 'number' ? given : middle}
        onChange={take}
      />
      {given === undefined && (
        <p className={styles.hint}>Move the slider, or type a number and press Enter.</p>
      )}
    </>
  );
}
