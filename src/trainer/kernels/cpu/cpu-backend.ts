/**
 * The kernel table in plain TypeScript on tfjs' CPU backend. In float64 it is the reference that the
 * other backends are held against; in float32 it is what trains where neither WASM nor WebGL works.
 */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { ComputeBackend, Tensor } from '../../../engine/step/kernels.ts';
import { bindKernel, registerKernels } from '../register-kernels.ts';
import { batchNormBackward, batchNormForward } from './batch-norm.ts';
import { denseBackward, denseForward } from './dense.ts';
import { elements } from './lanes.ts';
import { outputGradient } from './output-gradient.ts';
import { updateParameters } from './update-parameters.ts';
import { limitColumns, reduceFigures } from './weight-matrices.ts';

registerKernels<MathBackendCPU>('cpu', {
  denseForward,
  denseBackward,
  batchNormForward,
  batchNormBackward,
  outputGradient,
  updateParameters,
  limitColumns,
  reduceFigures,
});

export function createCpuBackend(
  backend: MathBackendCPU,
  precision: 'float32' | 'float64' = 'float32',
): ComputeBackend {
  return {
    name: 'cpu',
    lanesPerProgram: () => 1,
    allocate: (shape) => {
      const size = shape.reduce((product, n) => product * n, 1);
      // tfjs keeps the array it is given, also one its types do not know; only these kernels read it.
      const values = precision === 'float64' ? new Float64Array(size) : new Float32Array(size);
      return backend.makeTensorInfo([...shape], 'float32', values as Float32Array) as Tensor;
    },
    write: (tensor, fill) => {
      fill(elements(backend, tensor));
    },
    read: (tensor) => Promise.resolve(elements(backend, tensor).slice()),
    release: (tensor) => {
      backend.disposeData(tensor.dataId);
    },
    prepare: (calls) => {
      const steps = calls.map((call) => bindKernel('cpu', backend, call));
      return {
        run: (inputs) => {
          for (const step of steps) step(inputs);
        },
        dispose: () => undefined,
      };
    },
    settle: () => Promise.resolve(),
    assertSound: () => undefined,
    forgetErrors: () => undefined,
    isLost: () => false,
  };
}
