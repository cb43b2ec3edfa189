/** What the CPU kernels share: a tensor's numbers and shape, lane by lane, and the lane's slots. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { DropoutMask, FloatArray, StepInputs, Tensor } from '../../../engine/step/kernels.ts';
import { SLOT_COUNT, SLOT_INDEX } from '../../../engine/step/slots.ts';
import type { SlotName } from '../../../engine/step/slots.ts';
import { isKept, keepThreshold, rowKey } from '../../../base/random.ts';

/** The numbers of a tensor in place. float64 tensors are tfjs CPU tensors that hold a Float64Array. */
export function elements(backend: MathBackendCPU, tensor: Tensor): FloatArray {
  const values = backend.data.get(tensor.dataId).values;
  if (values instanceof Float32Array || values instanceof Float64Array) return values;
  throw new Error('A kernel was given a tensor without numbers.');
}

/** The part of one lane; a first axis of 1 is shared by all lanes. */
export function laneElements(backend: MathBackendCPU, tensor: Tensor, lane: number): FloatArray {
  const all = elements(backend, tensor);
  const lanes = tensor.shape[0] ?? 1;
  const size = all.length / lanes;
  const start = (lanes === 1 ? 0 : lane) * size;
  return all.subarray(start, start + size);
}

export function axis(tensor: Tensor, index: number): number {
  const size = tensor.shape[index];
  if (size === undefined)
    throw new Error(`A tensor of shape [${tensor.shape.join()}] has no axis ${index}.`);
  return size;
}

export function slot(step: StepInputs, lane: number, name: SlotName): number {
  return step.slots[lane * SLOT_COUNT + SLOT_INDEX[name]] ?? NaN;
}

/** Hidden layers that have a key, from the length of the key list. */
function maskKey(step: StepInputs, lane: number, maskIndex: number): number {
  const lanes = step.slots.length / SLOT_COUNT;
  return step.maskKeys[lane * (step.maskKeys.length / lanes) + maskIndex] ?? 0;
}

/** For one lane and layer: what unit `column` of row `row` is multiplied by; null where nothing is dropped. */
export function maskScale(
  backend: MathBackendCPU,
  dropout: DropoutMask | null,
  step: StepInputs,
  lane: number,
  units: number,
): ((row: number, column: number) => number) | null {
  const keep = slot(step, lane, 'keepHidden');
  if (!dropout || keep === 1) return null;
  if (dropout.given) {
    const given = laneElements(backend, dropout.given, lane);
    return (row, column) => (given[row * units + column] === 0 ? 0 : 1 / keep);
  }
  const key = maskKey(step, lane, dropout.maskIndex);
  const threshold = keepThreshold(keep);
  return (row, column) => (isKept(rowKey(key, row), column, threshold) ? 1 / keep : 0);
}
