/** A kernel call made ready: its draws in order, and what happens around them. */
import type { StepInputs } from '../../../engine/step/kernels.ts';
import type { Draw } from './draw.ts';
import type { TensorTexture } from './tensor-texture.ts';
import type { WebglDevice } from './webgl-device.ts';

export interface PlannedKernel {
  run(step: StepInputs): void;
  dispose(): void;
}

export interface KernelPlan {
  readonly draws: readonly Draw[];
  /** Updated in place: drawn into their spare textures, swapped when all draws are done. */
  readonly swapped?: readonly TensorTexture[];
  readonly scratch?: readonly ScratchName[];
  /** Where the step's numbers make the kernel an identity. */
  readonly isNeutral?: (step: StepInputs) => boolean;
}

export interface ScratchName {
  readonly role: string;
  readonly shape: readonly number[];
}

export function plannedKernel(device: WebglDevice, plan: KernelPlan): PlannedKernel {
  const { draws, swapped = [], scratch = [], isNeutral } = plan;
  return {
    run(step) {
      if (isNeutral?.(step) === true) return;
      for (const draw of draws) draw.run(step);
      for (const tensor of swapped) tensor.swap();
    },
    dispose() {
      for (const draw of draws) draw.dispose();
      for (const { role, shape } of scratch) device.returnScratch(role, shape);
    },
  };
}
