/** What the encoder asks about a call: its mask, its tensors of a batch, their sizes. */
import { assertNever } from '../../../base/assert-never.ts';
import type { DropoutMask, KernelCall, Tensor } from '../../../engine/step/kernels.ts';

/** The mask of a call if it comes from a key. */
export function hashedMask(call: KernelCall): DropoutMask | null {
  const mask =
    call.kernel === 'denseForward' || call.kernel === 'batchNormForward'
      ? call.dropout
      : call.kernel === 'denseBackward'
        ? call.inputDropout
        : null;
  return mask && !mask.given ? mask : null;
}

/** Those tensors of a call whose second axis is the batch. */
export function batchTensors(call: KernelCall): Tensor[] {
  switch (call.kernel) {
    case 'denseForward':
      return [call.input, call.output, ...givenMask(call.dropout)];
    case 'denseBackward':
      return [call.outputGradient, call.input, call.inputGradient, ...givenMask(call.inputDropout)];
    case 'outputGradient':
      return [call.output, call.targets, call.gradient, ...(call.rowLoss ? [call.rowLoss] : [])];
    case 'updateParameters':
      return [call.input, call.outputGradient];
    case 'batchNormForward':
      return [call.input, call.output, ...givenMask(call.dropout)];
    case 'batchNormBackward':
      return [call.outputGradient, call.input, call.inputGradient];
    case 'limitColumns':
    case 'reduceFigures':
      return [];
    default:
      return assertNever(call);
  }
}

function givenMask(dropout: DropoutMask | null): Tensor[] {
  return dropout?.given ? [dropout.given] : [];
}

export function axis(tensor: Tensor, index: number): number {
  const size = tensor.shape[index];
  if (size === undefined)
    throw new Error(`A tensor of shape [${tensor.shape.join()}] has no axis ${index}.`);
  return size;
}
