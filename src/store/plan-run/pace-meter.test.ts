import { describe, expect, it } from 'vitest';
import { PaceMeter } from './pace-meter.ts';

/** Told four times a second. */
function train(meter: PaceMeter, from: number, to: number, trainedAt: (second: number) => number) {
  for (let second = from; second <= to; second += 0.25) meter.note(second, trainedAt(second));
}

describe('the pace of a run', () => {
  it('is known soon, from parts of trainings', () => {
    const meter = new PaceMeter();
    expect(meter.secondsFor(10)).toBeNull();
    meter.note(0.1, 0.2);
    expect(meter.secondsFor(10)).toBeNull();
    meter.note(0.5, 1);
    expect(meter.secondsFor(10)).toBeCloseTo(5);
  });

  it('is that of the last seconds', () => {
    const meter = new PaceMeter();
    // Ten a second, and then two.
    train(meter, 0.25, 10, (second) => 10 * second);
    expect(meter.secondsFor(20)).toBeCloseTo(2);
    train(meter, 10.25, 20, (second) => 100 + 2 * (second - 10));
    expect(meter.secondsFor(20)).toBeCloseTo(10);
  });

  it('is none while nothing is trained', () => {
    const meter = new PaceMeter();
    train(meter, 0.25, 3, () => 0);
    expect(meter.secondsFor(5)).toBeNull();
  });
});
