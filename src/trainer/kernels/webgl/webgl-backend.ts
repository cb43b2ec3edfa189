/**
 * The kernel table on tfjs' WebGL backend, as draws of our own on its context: the lanes of a program
 * are stacked, one draw serves them all, and a draw has several render targets. tfjs gives context,
 * registry and books; its own operations cannot read these tensors (they fail, see webgl-device.ts).
 */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type {
  ComputeBackend,
  KernelCall,
  KernelName,
  Program,
  StepInputs,
} from '../../../engine/step/kernels.ts';
import { SLOT_COUNT } from '../../../engine/step/slots.ts';
import { bindKernel, registerKernels, type KernelTable } from '../register-kernels.ts';
import { waitForDevice } from './fence.ts';
import { planKernel } from './plan-kernel.ts';
import type { PlannedKernel } from './planned-kernel.ts';
import { StepTexture } from './step-texture.ts';
import { elementCount } from './tensor-grid.ts';
import { download, Staging, upload } from './transfer.ts';
import { webglDevice, WebglDevice, type DeviceLimits } from './webgl-device.ts';

export interface WebglBackend extends ComputeBackend {
  readonly name: 'webgl';
  /** Draw calls so far. */
  readonly drawCount: number;
  /** Frees shaders and all tensors: before the tfjs backend is removed. */
  dispose(): void;
}

export interface WebglBackendOptions {
  /** How long `read` and `settle` wait for the device. */
  readonly timeLimitMs?: number;
  /** Only tests set it. */
  readonly limits?: DeviceLimits;
}

/** More would save nothing: the draws' own work then outweighs their launch by far. */
const LANES_PER_PROGRAM = 16;

/** Kernels made ready by `prepare`, found by their call when the registered kernel runs. */
const plans = new WeakMap<KernelCall, PlannedKernel>();

registerKernels<MathBackendWebGL>('webgl', kernelTable());

export function createWebglBackend(
  backend: MathBackendWebGL,
  { timeLimitMs = 30_000, limits }: WebglBackendOptions = {},
): WebglBackend {
  const device = limits ? new WebglDevice(backend, limits) : webglDevice(backend);
  const staging = new Staging();
  return {
    name: 'webgl',
    lanesPerProgram: () => LANES_PER_PROGRAM,
    get drawCount() {
      return device.drawCount;
    },
    allocate: (shape, byteScale) => device.allocate(shape, byteScale),
    write(tensor, fill) {
      const texture = device.texture(tensor);
      const elements = staging.elementsFor(elementCount(texture.grid));
      fill(elements);
      upload(device.gl, texture, elements, staging);
    },
    read: (tensor) => download(device.gl, device.texture(tensor), timeLimitMs),
    release: (tensor) => device.release(tensor),
    prepare: (calls, laneCount) => prepareProgram(device, calls, laneCount),
    settle: () => waitForDevice(device.gl, timeLimitMs),
    assertSound: () => device.assertSound(),
    forgetErrors: () => device.forgetErrors(),
    isLost: () => device.gl.isContextLost(),
    dispose: () => device.dispose(),
  };
}

function prepareProgram(
  device: WebglDevice,
  givenCalls: readonly KernelCall[],
  laneCount: number,
): Program {
  // Copies, so that a call given to two programs has a plan in each.
  const calls = givenCalls.map((call) => ({ ...call }));
  const numbers = new StepTexture(device.gl, device.ledger, laneCount, keyCountOf(calls));
  const planned = calls.map((call) => planKernel(call, device));
  calls.forEach((call, index) => {
    const plan = planned[index];
    if (plan) plans.set(call, plan);
  });
  const kernels = calls.map((call) => bindKernel('webgl', device.backend, call));
  const program: Program = {
    run(inputs) {
      device.begin();
      try {
        numbers.update(inputs);
        for (const kernel of kernels) kernel(inputs);
      } finally {
        device.end();
      }
    },
    dispose() {
      for (const call of calls) plans.delete(call);
      for (const plan of planned) plan.dispose();
      numbers.dispose();
    },
  };
  try {
    device.assertSound();
  } catch (error) {
    program.dispose();
    throw error;
  }
  return program;
}

/** Mask keys a lane that the calls use. */
function keyCountOf(calls: readonly KernelCall[]): number {
  const used = calls.map((call) => {
    if (call.kernel === 'denseForward' || call.kernel === 'batchNormForward')
      return (call.dropout?.maskIndex ?? -1) + 1;
    if (call.kernel === 'denseBackward') return (call.inputDropout?.maskIndex ?? -1) + 1;
    return 0;
  });
  return Math.max(0, ...used);
}

/** As registered with tfjs: runs what `prepareProgram` made ready, or a call on its own. */
function kernelTable(): KernelTable<MathBackendWebGL> {
  const run = (call: KernelCall, step: StepInputs, backend: MathBackendWebGL) => {
    const plan = plans.get(call);
    if (plan) plan.run(step);
    else runAlone(webglDevice(backend), call, step);
  };
  const names: Record<KernelName, typeof run> = {
    denseForward: run,
    batchNormForward: run,
    outputGradient: run,
    denseBackward: run,
    batchNormBackward: run,
    updateParameters: run,
    limitColumns: run,
    reduceFigures: run,
  };
  return names;
}

function runAlone(device: WebglDevice, call: KernelCall, step: StepInputs): void {
  const program = prepareProgram(device, [call], step.slots.length / SLOT_COUNT);
  program.run(step);
  program.dispose();
}
