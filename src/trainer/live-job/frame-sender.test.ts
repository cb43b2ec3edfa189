import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FIGURES, FIGURE_COUNT, FIGURE_INDEX } from '../../figures/figures.ts';
import type { Frame } from '../../protocol/messages.ts';
import { FrameSender } from './frame-sender.ts';

const moment = { epoch: 0, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: NaN };
const row = (epoch: number) => FIGURES.map((name) => (name === 'epoch' ? epoch : 0));
const answers = Int32Array.of(3);
const none = new Int32Array(0);

/** Epochs of a lane in a frame. */
const epochs = (frame: Frame | undefined, lane = 0) =>
  [...(frame?.lanes[lane]?.rows ?? [])].filter((_, i) => i % FIGURE_COUNT === FIGURE_INDEX.epoch);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('frames', () => {
  const start = (lanes = 1) => {
    const frames: Frame[] = [];
    const sender = new FrameSender(lanes, (frame) => frames.push(frame));
    return { frames, sender };
  };

  it('wait until the last was taken, then bring everything at once, and lose nothing', () => {
    const { frames, sender } = start(2);
    for (let epoch = 0; epoch < 5; epoch++) {
      sender.addRow(0, row(epoch), answers);
      if (epoch > 2) sender.addRow(1, row(epoch), answers);
      sender.flush({ ...moment, epoch });
    }
    expect(frames).toHaveLength(1);
    sender.taken();
    vi.advanceTimersByTime(20);
    expect(frames).toHaveLength(2);
    expect(epochs(frames[0])).toEqual([0]);
    expect(epochs(frames[1])).toEqual([1, 2, 3, 4]);
    expect(epochs(frames[1], 1)).toEqual([3, 4]);
    expect(frames[1]?.epoch).toBe(4);
  });

  it('follow each other at most 60 times a second', async () => {
    const frames: Frame[] = [];
    // A page that takes every frame at once.
    const sender = new FrameSender(1, (frame) => {
      frames.push(frame);
      queueMicrotask(() => sender.taken());
    });
    for (let ms = 0; ms < 1000; ms++) {
      sender.flush(moment);
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(frames.length).toBeLessThanOrEqual(61);
    expect(frames.length).toBeGreaterThan(40);
  });

  it('keep what was measured in mid-epoch until training goes on', () => {
    const { frames, sender } = start();
    const next = () => {
      sender.flush(moment);
      sender.taken();
      vi.advanceTimersByTime(20);
      return frames[frames.length - 1]?.lanes[0];
    };
    sender.setCurrent(0, row(0.5), none);
    expect(next()?.current?.[FIGURE_INDEX.epoch]).toBe(0.5);
    expect(next()?.current?.[FIGURE_INDEX.epoch]).toBe(0.5);
    sender.clearCurrent();
    expect(next()?.current).toBeNull();
  });

  it('tell when all was sent, and after the end send nothing', async () => {
    const { frames, sender } = start();
    sender.flush(moment);
    sender.addRow(0, row(1), answers);
    sender.flush(moment);
    let isSent = false;
    const sent = sender.sent().then(() => {
      isSent = true;
    });
    await Promise.resolve();
    expect(isSent).toBe(false);
    sender.close();
    await sent;
    sender.flush(moment);
    sender.taken();
    vi.advanceTimersByTime(50);
    expect(frames).toHaveLength(1);
  });

  it('refuse rows of another width, and lanes that are not there', () => {
    const { sender } = start();
    expect(() => sender.addRow(0, [1, 2], none)).toThrow(/numbers/);
    expect(() => sender.addRow(1, row(0), none)).toThrow('no lane 1');
  });
});
