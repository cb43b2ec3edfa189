// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeAllTurns } from '../../in-turn.ts';
import { createPublisher } from './series-publisher.ts';
import type { RunSource } from './run-source.ts';

beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'requestAnimationFrame',
      'cancelAnimationFrame',
      'performance',
    ],
  });
});
afterEach(() => {
  takeAllTurns();
  vi.useRealTimers();
});

function testSource() {
  let version = 0;
  const listeners = new Set<() => void>();
  const source: RunSource<never> = {
    lanes: [],
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const change = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  return { source, change, listeners };
}

describe('createPublisher', () => {
  it('publishes the first change on the next frame', () => {
    const { source, change } = testSource();
    const publisher = createPublisher(source);
    const heard = vi.fn();
    const before = publisher.latest();
    publisher.subscribe(heard);
    change();
    expect(heard).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(publisher.latest()).not.toBe(before);
  });

  it('tells a listener once an animation frame, however often figures come, and of the last always', () => {
    const { source, change } = testSource();
    const publisher = createPublisher(source);
    const seen = vi.fn(() => publisher.latest());
    publisher.subscribe(seen);
    for (let changes = 0; changes < 5; changes++) change();
    vi.advanceTimersToNextFrame();
    expect(seen).toHaveBeenCalledTimes(1);
    change();
    vi.advanceTimersToNextFrame();
    expect(seen).toHaveBeenCalledTimes(2);
    expect(seen.mock.results.at(-1)?.value).toBe(publisher.latest());
    vi.advanceTimersByTime(5000);
    expect(seen).toHaveBeenCalledTimes(2);
  });

  it('publishes what comes at the rhythm of the page within one animation frame', () => {
    const { source, change } = testSource();
    const publisher = createPublisher(source);
    const heard = vi.fn();
    publisher.subscribe(heard);
    for (let frames = 1; frames <= 9; frames++) {
      change();
      vi.advanceTimersByTime(17);
      expect(heard).toHaveBeenCalledTimes(frames);
      // One that is late by much, and the next in time.
      vi.advanceTimersByTime(frames % 2 === 0 ? 203 : 123);
    }
  });

  it('tells its listeners in turn, one an animation frame', () => {
    const { source, change } = testSource();
    const publisher = createPublisher(source);
    const [first, second] = [vi.fn(), vi.fn()];
    publisher.subscribe(first);
    publisher.subscribe(second);
    change();
    vi.advanceTimersToNextFrame();
    expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
    vi.advanceTimersToNextFrame();
    expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('gives who comes later the same figures, and forgets who leaves before the turn', () => {
    const { source, change } = testSource();
    const publisher = createPublisher(source);
    const [first, second] = [vi.fn(), vi.fn()];
    const leave = publisher.subscribe(first);
    change();
    publisher.subscribe(second);
    expect(publisher.latest()).toBe(publisher.latest());
    leave();
    vi.advanceTimersByTime(50);
    expect(first).not.toHaveBeenCalled();
  });

  it('leaves the source when nobody listens, and catches up when somebody does', () => {
    const { source, change, listeners } = testSource();
    const publisher = createPublisher(source);
    publisher.subscribe(() => undefined)();
    expect(listeners.size).toBe(0);
    const before = publisher.latest();
    change();
    publisher.subscribe(() => undefined);
    expect(publisher.latest()).not.toBe(before);
  });
});
