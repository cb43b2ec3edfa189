import { describe, expect, it } from 'vitest';
import { FIGURE_COUNT, FIGURE_INDEX } from '../figures/figures.ts';
import type { Lane, LaneEnd } from '../protocol/messages.ts';
import { LaneHistory } from './run-history.ts';

const FACTS: Lane = {
  ...{ armId: 'A', replicate: 0, fold: 0, parameterCount: 1, stepsPerEpoch: 1 },
  ...{ trainingRows: 8, trainingSampleRows: 4, simplestAnswer: 0.5 },
  ...{ wrongLabels: 0, wrongLabelsWatched: 0, mislabelled: [] },
};

/** Accuracy is best at epoch 3. */
function laneOf(epochs: number, end: LaneEnd | null = null, restoredEpoch: number | null = null) {
  const lane = new LaneHistory(FACTS);
  const rows = new Float64Array((epochs + 1) * FIGURE_COUNT).fill(NaN);
  for (let epoch = 0; epoch <= epochs; epoch++) {
    rows[epoch * FIGURE_COUNT + FIGURE_INDEX.epoch] = epoch;
    rows[epoch * FIGURE_COUNT + FIGURE_INDEX.validationAccuracy] = 1 - Math.abs(epoch - 3) / 10;
  }
  lane.append({
    ...{ lane: 0, rows, current: null, end, restoredEpoch, pictures: [] },
    mislabelledAnswers: Int32Array.from({ length: epochs + 1 }, (_, epoch) => epoch),
    allTrainingRows: { loss: 1, accuracy: 0.5 },
  });
  return lane;
}

const STOPPED: LaneEnd = { kind: 'stoppedEarly', epoch: 6, message: 'Stopped.' };

describe('two lanes', () => {
  it('have the same figures if they have the same epochs, and in each the same', () => {
    const six = laneOf(6);
    expect(six.hasSameFigures(laneOf(6), ['validationAccuracy', 'validationLoss'])).toBe(true);
    expect(six.hasSameFigures(laneOf(5), ['validationAccuracy'])).toBe(false);
    expect(six.hasSameFigures(laneOf(7).upTo(6), ['epoch', 'validationAccuracy'])).toBe(true);
  });

  it('differ if one figure differs in one epoch, and only in figures that are compared', () => {
    const [one, other] = [3, 4].map((best) => {
      const lane = laneOf(2);
      const rows = new Float64Array(FIGURE_COUNT).fill(1);
      rows[FIGURE_INDEX.validationLoss] = best;
      const rest = { mislabelledAnswers: new Int32Array(0), allTrainingRows: null, pictures: [] };
      lane.append({ ...{ lane: 0, rows, current: null, end: null, restoredEpoch: null }, ...rest });
      return lane;
    });
    if (!one || !other) throw new Error('There are two.');
    expect(one.hasSameFigures(other, ['validationAccuracy'])).toBe(true);
    expect(one.hasSameFigures(other, ['validationAccuracy', 'validationLoss'])).toBe(false);
  });
});

describe('a lane as it stood after an epoch', () => {
  it('holds nothing of what came later', () => {
    const then = laneOf(6, STOPPED, 3).upTo(2);
    expect(then.length).toBe(3);
    expect(then.latest?.epoch).toBe(2);
    expect(then.row(3)).toBeNull();
    expect(then.best('validationAccuracy', 'highest')).toBe(2);
    expect(then.end).toBeNull();
    expect(then.restoredEpoch).toBeNull();
    expect(then.allTrainingRows).toBeNull();
    expect([...then.mislabelledAnswersAt(null)]).toEqual([2]);
  });

  it('has ended where it had by then, with what was restored', () => {
    for (const epoch of [6, 9]) {
      const then = laneOf(6, STOPPED, 3).upTo(epoch);
      expect(then.end).toBe(STOPPED);
      expect(then.latest?.epoch).toBe(3);
    }
  });

  it('shows the same figures whichever way one asks', () => {
    const lane = laneOf(6, STOPPED, 3);
    for (const epoch of [0, 2, 5, 6, 9]) {
      expect(lane.at(epoch)).toEqual(lane.upTo(epoch).latest);
      expect(lane.mislabelledAnswersAt(epoch)).toEqual(lane.upTo(epoch).mislabelledAnswersAt(null));
    }
  });

  it('leaves the lane that goes on as it is', () => {
    const lane = laneOf(6);
    const then = lane.upTo(4);
    lane.append({
      ...{ lane: 0, rows: new Float64Array(FIGURE_COUNT), current: null, end: null },
      ...{ restoredEpoch: null, pictures: [], allTrainingRows: null },
      mislabelledAnswers: new Int32Array(1),
    });
    expect([lane.length, then.length]).toEqual([8, 5]);
    expect(then.value('epoch', 4)).toBe(4);
  });
});
