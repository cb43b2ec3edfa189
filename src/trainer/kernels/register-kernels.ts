/**
 * Registers an implementation of the kernel table with tfjs, so that tfjs' registry says which backend
 * has which kernel, and a backend that is removed and rebuilt (context loss) finds them again.
 * The calls carry their own tensors, so they travel as an attribute; nothing here records a gradient.
 */
import * as tf from '@tensorflow/tfjs';
import type { KernelCall, KernelName, StepInputs } from '../../engine/step/kernels.ts';

/** One function a kernel: runs one call at once. */
export type KernelTable<Backend> = {
  readonly [Name in KernelName]: (
    call: Extract<KernelCall, { kernel: Name }>,
    step: StepInputs,
    backend: Backend,
  ) => void;
};

export function registerKernels<Backend extends tf.KernelBackend>(
  backendName: string,
  table: KernelTable<Backend>,
): void {
  for (const name of Object.keys(table) as KernelName[]) {
    const run = table[name] as (call: KernelCall, step: StepInputs, backend: Backend) => void;
    tf.registerKernel({
      kernelName: name,
      backendName,
      kernelFunc: ({ attrs, backend }) => {
        const { call, step } = attrs as unknown as { call: KernelCall; step: StepInputs };
        run(call, step, backend as Backend);
        return [];
      },
    });
  }
}

/** The registered kernel of a backend, bound to one call. Throws if the backend has none of that name. */
export function bindKernel(
  backendName: string,
  backend: tf.KernelBackend,
  call: KernelCall,
): (step: StepInputs) => void {
  const known = tf.getKernelsForBackend(backendName);
  const kernel = known.find(({ kernelName }) => kernelName === call.kernel);
  if (!kernel) throw new Error(`The ${backendName} backend has no kernel "${call.kernel}".`);
  return (step) => {
    kernel.kernelFunc({ inputs: {}, attrs: { call, step } as unknown as tf.NamedAttrMap, backend });
  };
}
