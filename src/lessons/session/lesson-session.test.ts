import { describe, expect, it } from 'vitest';
import { LESSONS } from '../course/lessons.ts';
import type { AskedQuestion } from '../lesson/question.ts';
import type { Outcome } from '../lesson/evidence.ts';
import { openAttemptShelf } from './attempts.ts';
import type { AttemptShelf } from './attempts.ts';
import { openSeatShelf, seatIn } from './seat.ts';
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
  ...{ facts: {}, claims: {}, figures: [] },
  answers: { end: { value: 'down', text: '78 %' } },
};

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const open = (shelf: AttemptShelf) => createLessonSession(LESSON, shelf, openSeatShelf(storage));

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

  it('has the seed of its seat, and no run of it that of another seat', () => {
    const place = storage();
    const shelf = openAttemptShelf(() => place);
    const session = createLessonSession(
      LESSON,
      shelf,
      openSeatShelf(() => place),
    );
    session.getState().takeSeat(7);
    expect(session.getState()).toMatchObject({ seat: 7, seed: 7, runs: 1, notice: null });
    session.getState().again(session.getState().nextSeed());
    expect(session.getState().seed).toBe(1007);
    session.getState().goTo(1);
    expect(session.getState().seed).toBe(7);
    const after = createLessonSession(
      LESSON,
      shelf,
      openSeatShelf(() => place),
    );
    expect(after.getState()).toMatchObject({ seat: 7, seed: 7 });
    after.getState().takeSeat(null);
    expect(openSeatShelf(() => place).read()).toBeNull();
    expect(after.getState()).toMatchObject({ seat: null, seed: 1 });
  });

  it('takes no answer of before that the question has not', () => {
    const place = storage();
    const before = open(openAttemptShelf(() => place));
    before.getState().ask([QUESTION]);
    before.getState().answer('end', 'sideways');
    before.getState().lock();
    before.getState().finish(OUTCOME);
    const after = open(openAttemptShelf(() => place));
    after.getState().recall();
    after.getState().ask([QUESTION]);
    expect(after.getState().answers).toEqual({});
    expect(isAnswered(after.getState())).toBe(false);
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

it.each([
  ['#/lessons/x?seat=7', 7],
  ['#/lessons/x?hide=header&seat=999', 999],
  ['#/lessons/x?seat=0', null],
  ['#/lessons/x?seat=1000', null],
  ['#/lessons/x?seat=x', null],
  ['#/lessons/x', null],
])('the address %s gives the seat %s', (hash, seat) => {
  expect(seatIn(hash)).toBe(seat);
});
