/**
 * What a training step drops, worked out anew from its number: masks are not stored anywhere. By the same
 * functions as batches are gathered and as the kernels drop.
 */
import { STREAM, extendKey, isKept, keepThreshold, rowKey } from '../../base/random.ts';
import { epochOrder, planBatches } from '../batches/batches.ts';
import type { LaneIdentity } from './initial-state.ts';
import { laneKey } from '../lanes/lane-key.ts';

/** The training rows of a lane's step, in the order of its batch; steps count from 0. */
export function rowsOfStep(
  identity: LaneIdentity,
  trainingRows: number,
  batchSize: number,
  step: number,
): Int32Array {
  const { starts, count } = planBatches(trainingRows, batchSize);
  const [epoch, stepInEpoch] = [Math.floor(step / count), step % count];
  const key = extendKey(laneKey(identity, STREAM.batchOrder), epoch);
  return epochOrder(trainingRows, key).slice(starts[stepInEpoch], starts[stepInEpoch + 1]);
}

/** [row of the batch, input]: 1 where it is dropped. `keep`: the probability of staying. */
export function droppedInputs(
  identity: LaneIdentity,
  step: number,
  keep: number,
  [rows, inputs]: readonly [rows: number, inputs: number],
): Uint8Array {
  return dropped(extendKey(laneKey(identity, STREAM.inputDropout), step), keep, rows, inputs);
}

/** [row of the batch, unit] of a hidden layer, from 0: 1 where it is dropped. */
export function droppedUnits(
  identity: LaneIdentity,
  step: number,
  keep: number,
  layer: number,
  [rows, units]: readonly [rows: number, units: number],
): Uint8Array {
  const key = extendKey(laneKey(identity, STREAM.hiddenDropout), step);
  return dropped(extendKey(key, layer), keep, rows, units);
}

function dropped(key: number, keep: number, rows: number, columns: number): Uint8Array {
  const mask = new Uint8Array(rows * columns);
  const threshold = keepThreshold(keep);
  for (let row = 0; row < rows; row++) {
    const keyOfRow = rowKey(key, row);
    for (let column = 0; column < columns; column++)
      mask[row * columns + column] = isKept(keyOfRow, column, threshold) ? 0 : 1;
  }
  return mask;
}
