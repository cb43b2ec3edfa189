// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetTurn, inTurn, takeAllTurns } from './in-turn.ts';

const done: string[] = [];
const works = Object.fromEntries(
  ['a', 'a2', 'b', 'c'].map((name) => [name, () => void done.push(name)]),
) as Record<'a' | 'a2' | 'b' | 'c', () => void>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] });
  done.length = 0;
});
afterEach(() => {
  takeAllTurns();
  vi.useRealTimers();
});

/** What is done in the next animation frame. */
function nextFrame(): string[] {
  done.length = 0;
  vi.advanceTimersToNextFrame();
  return [...done];
}

it('does one turn a frame, in the order of asking, and nothing before', () => {
  inTurn('A', works.a);
  inTurn('B', works.b);
  inTurn('A', works.a2);
  expect(done).toEqual([]);
  expect(nextFrame()).toEqual(['a', 'a2']);
  expect(nextFrame()).toEqual(['b']);
  expect(nextFrame()).toEqual([]);
});

it('does nothing twice, however often it is asked for', () => {
  inTurn('A', works.a);
  inTurn('A', works.a);
  expect(nextFrame()).toEqual(['a']);
  expect(nextFrame()).toEqual([]);
});

it('keeps the place of who asks anew in every frame, so that nobody waits for ever', () => {
  const askAll = () => {
    for (const [whose, work] of [
      ['A', works.a],
      ['B', works.b],
      ['C', works.c],
    ] as const) {
      forgetTurn(whose, work);
      inTurn(whose, work);
    }
  };
  const seen = Array.from({ length: 6 }, () => {
    askAll();
    return nextFrame();
  });
  expect(seen.flat()).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
});

it('spends no frame on what was forgotten', () => {
  inTurn('A', works.a);
  inTurn('B', works.b);
  forgetTurn('A', works.a);
  expect(nextFrame()).toEqual(['b']);
});

it('lets the others have their turns where one fails', () => {
  inTurn('A', () => {
    throw new Error('cannot');
  });
  inTurn('B', works.b);
  expect(nextFrame).toThrow('cannot');
  expect(nextFrame()).toEqual(['b']);
});
