import { describe, expect, it } from 'vitest';
import {
  epochAt,
  firstPosition,
  lastPosition,
  nearestPosition,
  nextPosition,
} from './series-position.ts';

const line = (pace: number, last: number, isReference = false) => ({ pace, last, isReference });
const WHOLE = { from: 0, to: 50, end: 50 };
const EPOCHS = [line(1, 20), line(1, 18)];
/** Ten steps in an epoch of one arm, twenty in one of the other. */
const STEPS = [line(10, 5), line(20, 2)];

describe('places to read', () => {
  it('are the epochs that are there, whatever the pointer is at', () => {
    expect(nearestPosition(EPOCHS, WHOLE, 17.3)).toBe(17);
    expect(nearestPosition(EPOCHS, WHOLE, -4)).toBe(0);
    expect(nearestPosition(EPOCHS, WHOLE, 44)).toBe(20);
    expect(nearestPosition([], WHOLE, 3)).toBeNull();
    expect(nearestPosition([line(1, 40, true)], WHOLE, 3)).toBeNull();
  });

  it('lie within the part that is shown', () => {
    const part = { from: 5, to: 15, end: 50 };
    expect([firstPosition(EPOCHS, part), lastPosition(EPOCHS, part)]).toEqual([5, 15]);
    expect(nearestPosition(EPOCHS, part, 2)).toBe(5);
    expect(nextPosition(EPOCHS, part, [15, 1])).toBe(15);
    expect(lastPosition(EPOCHS, { from: 30, to: 40, end: 50 })).toBe(-1);
  });

  it('are the ends of the epochs of all arms in steps', () => {
    const walk = [0];
    for (let at = 0; walk.length < 9; walk.push(at)) at = nextPosition(STEPS, WHOLE, [at, 1]);
    expect(walk).toEqual([0, 10, 20, 30, 40, 50, 50, 50, 50]);
    expect(nextPosition(STEPS, WHOLE, [40, -1])).toBe(30);
    expect(nearestPosition([line(20, 2)], WHOLE, 29)).toBe(20);
  });

  it('belong to the newest epoch of a line that was over, and to none beyond its end', () => {
    expect([0, 19, 20, 39, 40].map((at) => epochAt({ pace: 20, last: 2 }, at))).toEqual([
      ...[0, 0, 1, 1, 2],
    ]);
    expect(epochAt({ pace: 20, last: 2 }, 60)).toBeNaN();
    expect(epochAt({ pace: 0.1, last: 9 }, 3 * 0.1)).toBe(3);
  });
});
