import { describe, expect, it } from 'vitest';
import { LESSONS } from '../course/lessons.ts';
import type { AskedQuestion } from '../lesson/question.ts';
import type { Outcome } from '../lesson/evidence.ts';
import { openAttemptShelf } from './attempts.ts';
import type { AttemptShelf } from './attempts.ts';
import { createLessonSession, isAnswered } from './lesson-session.ts';

const [LESSON] = LESSONS;
if (!LESSON) throw new Error('There is a lesson.');
const [first] = LESSON.parts;
const QUESTION: AskedQuestion = {
  ...{ id: 'end', ask: 'Up or down?' },
  form: {
    kind: 'choice',
    options: [
      { id: 'up', label: 'up' },
      { id: 'down', label: 'down' },
    ],
  },
};
const OUTCOME: Outcome = {
  ...{ facts: {}, claims: {} },
  answers: { end: { value: 'down', text: '78 %' } },
};

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

const open = (shelf: AttemptShelf) => createLessonSession(LESSON, shelf, 1);

describe('a lesson', () => {
  it('is locked only when every question has an answer, and then nothing can be changed', () => {
    const session = open(openAttemptShelf(storage));
    session.getState().lock();
    expect(session.getState().step).toBe('predict');
    session.getState().ask([QUESTION, { ...QUESTION, id: 'other' }]);
    session.getState().answer('end', 'up');
    expect(isAnswered(session.getState())).toBe(false);
    session.getState().lock();
    expect(session.getState().step).toBe('predict');
    session.getState().answer('other', 'up');
    session.getState().lock();
    expect(session.getState().step).toBe('run');
    session.getState().answer('end', 'down');
    expect(session.getState().answers['end']).toBe('up');
  });

  it('explains once: what is trained afterwards changes nothing of it', () => {
    const session = open(openAttemptShelf(storage));
    session.getState().ask([QUESTION]);
    session.getState().answer('end', 'up');
    session.getState().finish(OUTCOME);
    expect(session.getState().outcome).toBeNull();
    session.getState().lock();
    session.getState().finish(OUTCOME);
    session.getState().finish({ ...OUTCOME, facts: { later: '1' } });
    expect(session.getState()).toMatchObject({ step: 'explain', outcome: OUTCOME });
    expect(session.getState().explained).toEqual([first?.id]);
  });

  it('begins anew with another seed or another part', () => {
    const session = open(openAttemptShelf(storage));
    session.getState().ask([QUESTION]);
    session.getState().answer('end', 'up');
    session.getState().again(2);
    expect(session.getState()).toMatchObject({ step: 'predict', seed: 2, answers: {}, runs: 1 });
    session.getState().goTo(1);
    expect(session.getState()).toMatchObject({ part: 1, runs: 2, questions: [] });
    session.getState().goTo(99);
    expect(session.getState().part).toBe(1);
  });

  it('opens as it is, with the attempt of before kept beside it', () => {
    const place = storage();
    const before = open(openAttemptShelf(() => place));
    before.getState().again(7);
    before.getState().ask([QUESTION]);
    before.getState().answer('end', 'up');
    before.getState().lock();
    before.getState().finish(OUTCOME);

    const after = open(openAttemptShelf(() => place));
    expect(after.getState()).toMatchObject({ step: 'predict', answers: {}, seed: 1 });
    expect(after.getState().explained).toEqual([first?.id]);
    after.getState().recall();
    expect(after.getState()).toMatchObject({ seed: 7, answers: { end: 'up' }, step: 'predict' });
  });

  it('goes on where storage throws, and says so', () => {
    const session = open(
      openAttemptShelf(() => {
        throw new Error('denied');
      }),
    );
    session.getState().ask([QUESTION]);
    session.getState().answer('end', 'up');
    session.getState().lock();
    session.getState().finish(OUTCOME);
    expect(session.getState().step).toBe('explain');
    expect(session.getState().notice).toMatch(/keeps nothing/);
  });
});

it.each([
  ['no JSON', '{'],
  ['another version', '{"version":2,"lessons":{}}'],
  ['no lessons', '{"version":1}'],
  ['a list', '[]'],
  [
    'a seed that is none',
    '{"version":1,"lessons":{"x":{"parts":{"a":{"seed":"1","answers":{}}}}}}',
  ],
  [
    'answers that are none',
    '{"version":1,"lessons":{"x":{"parts":{"a":{"seed":1,"answers":{"q":{}}}}}}}',
  ],
])('what was kept and is %s is no attempt', (_, text) => {
  const place = { ...storage(), getItem: () => text };
  expect(openAttemptShelf(() => place).read('x')).toBeNull();
});
