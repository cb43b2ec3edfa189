import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Frame } from '../protocol/messages.ts';
import { FrameGate } from './frame-gate.ts';

const INTERVAL_MS = 220;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const frame = (epoch: number): Frame => ({
  ...{ epoch, stepInEpoch: 0, stepsPerEpoch: 10, stepsPerSecond: 100, lanes: [] },
});

function openGate() {
  const delivered: number[] = [];
  const gate = new FrameGate(({ epoch }) => delivered.push(epoch), INTERVAL_MS);
  return { gate, delivered };
}

describe('the gate of frames', () => {
  it('delivers the first at once, then one in each interval, and the last always', () => {
    const { gate, delivered } = openGate();
    gate.offer(frame(0), false);
    expect(delivered).toEqual([0]);
    // The worker sends the next frame when one was taken.
    for (let ms = 0; ms < 10 * INTERVAL_MS; ms += 10) {
      const next = delivered.length;
      if (ms % INTERVAL_MS === 0) gate.offer(frame(next), false);
      vi.advanceTimersByTime(10);
    }
    expect(delivered.length).toBeLessThanOrEqual(11);
    expect(delivered).toEqual([...delivered.keys()]);
    gate.offer(frame(99), false);
    vi.advanceTimersByTime(INTERVAL_MS);
    expect(delivered.at(-1)).toBe(99);
  });

  it('hurries where nothing trains, and loses no frame that it held', () => {
    const { gate, delivered } = openGate();
    gate.offer(frame(0), false);
    gate.offer(frame(1), false);
    expect(delivered).toEqual([0]);
    gate.offer(frame(2), true);
    expect(delivered).toEqual([0, 1, 2]);
    vi.advanceTimersByTime(INTERVAL_MS);
    expect(delivered).toEqual([0, 1, 2]);
  });

  it('forgets what it held when the run is another', () => {
    const { gate, delivered } = openGate();
    gate.offer(frame(0), false);
    gate.offer(frame(1), false);
    gate.clear();
    vi.advanceTimersByTime(INTERVAL_MS);
    expect(delivered).toEqual([0]);
  });
});
