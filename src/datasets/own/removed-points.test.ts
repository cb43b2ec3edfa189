import { describe, expect, it } from 'vitest';
import { circles } from '../sets/circles.ts';
import { DataError } from '../dataset.ts';
import { drawSplit } from '../splitting/split.ts';
import type { SplitRequest } from '../splitting/drawn-rows.ts';
import type { Split } from '../splitting/split.ts';

const REQUEST: SplitRequest = {
  ...{ dataset: circles, trainingExamples: 10, validationExamples: 5, noise: 0.1 },
  ...{ wrongLabelShare: 0.3, seed: 3, replicate: 0, fold: 0 },
};

function draw(changes: Partial<SplitRequest> = {}): Split {
  if (circles.rows.kind !== 'generated') throw new Error('Circles are made.');
  return drawSplit({ ...REQUEST, ...changes }, circles.rows);
}

/** Each training row: place, given and true label, whether it is among the wrong ones. */
function rowsOf({ training }: Split) {
  const { features, targets, trueTargets, wrongRows } = training;
  return Array.from(targets, (target, row) => [
    ...[features[2 * row], features[2 * row + 1], target, trueTargets[row]],
    wrongRows.includes(row),
  ]);
}

describe('removed points', () => {
  const whole = draw();

  it('train no more; all others stay as they were, with their labels, right and wrong', () => {
    const [wrong = NaN] = whole.training.wrongRows;
    const right = wrong === 0 ? 1 : 0;
    const left = draw({ removedPoints: [right, wrong] });
    expect(whole.training.wrongRows).toHaveLength(3);
    expect(left.training.wrongRows).toHaveLength(2);
    expect(left.training.count).toBe(8);
    expect(rowsOf(left)).toEqual(rowsOf(whole).filter((_, row) => row !== right && row !== wrong));
    expect(left.validation).toEqual(whole.validation);
    expect(left.sealedTestRows).toBe(whole.sealedTestRows);
  });

  it('are drawn ones only: a number beyond them names no own point', () => {
    const ownPoints = [
      [0.5, 0.25, 1],
      [-0.5, 0, 0],
    ] as const;
    const left = draw({ ownPoints, removedPoints: [2, 10, 11, 500] });
    expect(left.training.count).toBe(11);
    expect(rowsOf(left).slice(-2)).toEqual([
      [0.5, 0.25, 1, 1, false],
      [-0.5, 0, 0, 0, false],
    ]);
  });

  it('none is the same as no list', () => {
    expect(rowsOf(draw({ removedPoints: [] }))).toEqual(rowsOf(whole));
  });

  it('train in no fold, and validate in theirs as before', () => {
    const removed = whole.training.features.subarray(0, 2);
    const isRemoved = (features: ArrayLike<number>, row: number) =>
      features[2 * row] === removed[0] && features[2 * row + 1] === removed[1];
    const counts = [0, 1, 2].map((fold) => {
      const of = (changes: Partial<SplitRequest>) => draw({ foldCount: 3, fold, ...changes });
      const [before, after] = [of({}), of({ removedPoints: [0] })];
      expect(after.validation).toEqual(before.validation);
      const expected = rowsOf(before).filter((_, row) => !isRemoved(before.training.features, row));
      expect(rowsOf(after)).toEqual(expected);
      return before.training.count - after.training.count;
    });
    expect(counts.toSorted()).toEqual([0, 1, 1]);
  });

  it('are too many where a fold keeps no point to train on', () => {
    const fewest = { trainingExamples: 3, validationExamples: 1, removedPoints: [0, 1] };
    const says = Array.from({ length: 20 }, (_, seed) => {
      try {
        const { training } = draw({ ...fewest, seed, foldCount: 2 });
        expect(training.count).toBeGreaterThan(0);
        return '';
      } catch (error) {
        return error instanceof DataError ? error.message : String(error);
      }
    });
    expect(new Set(says)).toEqual(
      new Set([
        '',
        'Fold 1 is left without a training point: put removed points back, or use more examples.',
      ]),
    );
  });
});
