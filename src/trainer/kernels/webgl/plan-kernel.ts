/** From a kernel call to its draws. */
import { assertNever } from '../../../base/assert-never.ts';
import type { KernelCall } from '../../../engine/step/kernels.ts';
import { planBatchNormBackward } from './batch-norm-backward.ts';
import { planBatchNormForward } from './batch-norm-forward.ts';
import { planDenseBackward } from './dense-backward.ts';
import { planDenseForward } from './dense-forward.ts';
import { planLimitColumns } from './limit-columns.ts';
import { planOutputGradient } from './output-gradient.ts';
import type { PlannedKernel } from './planned-kernel.ts';
import { planReduceFigures } from './reduce-figures.ts';
import { planUpdateParameters } from './update-parameters.ts';
import type { WebglDevice } from './webgl-device.ts';

export function planKernel(call: KernelCall, device: WebglDevice): PlannedKernel {
  switch (call.kernel) {
    case 'denseForward':
      return planDenseForward(call, device);
    case 'batchNormForward':
      return planBatchNormForward(call, device);
    case 'outputGradient':
      return planOutputGradient(call, device);
    case 'denseBackward':
      return planDenseBackward(call, device);
    case 'batchNormBackward':
      return planBatchNormBackward(call, device);
    case 'updateParameters':
      return planUpdateParameters(call, device);
    case 'limitColumns':
      return planLimitColumns(call, device);
    case 'reduceFigures':
      return planReduceFigures(call, device);
    default:
      return assertNever(call);
  }
}
