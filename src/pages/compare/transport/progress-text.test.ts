import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../../../protocol/messages.ts';
import { loadedText, withinEpochText, timeLeftText } from './progress-text.ts';

const progress = (change: Partial<RunProgress>): RunProgress => ({
  ...{ measured: null, epochSeconds: 20, secondsLeft: 41 },
  ...change,
});

describe('the within within an epoch', () => {
  const within = (change: Partial<RunProgress> | null, more = {}) =>
    withinEpochText({
      ...{ status: 'training', stepInEpoch: 312, stepsPerEpoch: 1875, ...more },
      progress: change && progress(change),
    });

  it('is told while an epoch takes long', () => {
    expect(within({})).toBe('batch 312 of 1,875');
    expect(within({ measured: 0.4 })).toBe('measuring, 40\u202f%');
    expect(within({}, { stepInEpoch: 0 })).toBe('');
    expect(within({ epochSeconds: 0.5 })).toBe('');
    expect(within({ epochSeconds: NaN })).toBe('');
    expect(within(null)).toBe('');
  });

  it('is told wherever a run rests in mid-epoch', () => {
    const paused = { status: 'paused', stepInEpoch: 5 };
    expect(within(null, paused)).toBe('batch 5 of 1,875');
    expect(within(null, { ...paused, stepInEpoch: 0 })).toBe('');
    expect(within({}, { status: 'finished' })).toBe('');
  });
});

it.each([
  [NaN, ''],
  [19.9, ''],
  [20, 'about 20 s left'],
  [41, 'about 40 s left'],
  [87, 'about 85 s left'],
  [95, 'about 2 min left'],
  [1500, 'about 25 min left'],
  [3600, 'about 1 h left'],
  [8200, 'about 2 h 20 min left'],
])('%s seconds are "%s"', (secondsLeft, words) => {
  expect(timeLeftText(progress({ secondsLeft }))).toBe(words);
});

it('tells the most where early stopping may end it sooner', () => {
  expect(timeLeftText(progress({}), true)).toBe('at most about 40 s left');
  expect(timeLeftText(null)).toBe('');
});

describe('what is loaded', () => {
  const loaded = (loadedBytes: number, totalBytes: number) =>
    loadedText({ loadedBytes, totalBytes });

  it('is told of what takes a while', () => {
    expect(loaded(2_430_000, 11_100_000)).toBe(': 2.4 of 11.1 MB');
    expect(loaded(0, 11_100_000)).toBe(': 0.0 of 11.1 MB');
  });

  it('is not told before the size is known, nor of next to nothing', () => {
    expect(loaded(0, 0)).toBe('');
    expect(loaded(4000, 9000)).toBe('');
  });
});
