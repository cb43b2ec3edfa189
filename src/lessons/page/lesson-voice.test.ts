import { expect, it } from 'vitest';
import { LESSONS } from '../course/lessons.ts';
import type { AskedQuestion } from '../lesson/question.ts';
import { openAttemptShelf } from '../session/attempts.ts';
import { createLessonSession } from '../session/lesson-session.ts';
import { openSeatShelf } from '../session/seat.ts';
import { stepText } from './lesson-voice.tsx';

const QUESTIONS: readonly AskedQuestion[] = [
  {
    ...{ id: 'end', ask: 'Up or down?' },
    form: {
      kind: 'choice',
      options: [
        { id: 'up', label: 'rises' },
        { id: 'down', label: 'falls' },
      ],
    },
  },
  {
    ...{ id: 'epoch', ask: 'When?' },
    form: { kind: 'number', unit: 'of 50', min: 1, max: 50, step: 1, close: 3 },
  },
  {
    ...{ id: 'line', ask: 'How?' },
    form: {
      ...{ kind: 'sketch', axis: 'λ', places: ['0', '1'] },
      ...{ min: 0, max: 1, step: 0.1, unit: '' },
    },
  },
];

it('says which step it is, and of every prediction what came of it', () => {
  const [lesson] = LESSONS;
  if (!lesson) throw new Error('There is a lesson.');
  const storage = () => ({
    ...{ getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
  });
  const session = createLessonSession(lesson, openAttemptShelf(storage), openSeatShelf(storage));
  const { ask, answer, lock, finish } = session.getState();
  const said = () => stepText(session.getState(), lesson);
  expect(said()).toBe('');
  ask(QUESTIONS);
  expect(said()).toBe('Part 1 of 2: Some labels are wrong. Step 1 of 3, predict: 3 questions.');
  answer('end', 'up');
  answer('epoch', 12);
  answer('line', [0, 1]);
  lock();
  expect(said()).toBe('Step 2 of 3, run. Your prediction is locked.');
  finish({
    ...{ facts: {}, claims: {}, figures: [] },
    answers: {
      end: { value: 'down', text: '76.2 %' },
      epoch: { value: 14, text: 'epoch 14' },
      line: { value: [0, 0.5], text: '0, 0.5' },
    },
  });
  expect(said()).toBe(
    'Step 3 of 3, explain. ' +
      'Question 1: You predicted something else. What happened: falls, 76.2 %. ' +
      'Question 2: You predicted it. What happened: epoch 14. ' +
      'Question 3: Compare your line with what was measured. Measured, by λ: 0.0 at 0, 0.5 at 1. ' +
      'The explanation comes after chart and figures.',
  );
});

it('names the part, and says that what is no run waits too', () => {
  const lesson = LESSONS.find(({ id }) => id === 'l2-how-strong');
  if (!lesson) throw new Error('There is this lesson.');
  const storage = () => ({
    ...{ getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
  });
  const session = createLessonSession(lesson, openAttemptShelf(storage), openSeatShelf(storage));
  session.getState().goTo(1);
  session.getState().ask(QUESTIONS.slice(0, 1));
  expect(stepText(session.getState(), lesson)).toBe(
    'Part 2 of 2: How strong? Step 1 of 3, predict: 1 question. Everything waits for your prediction.',
  );
});
