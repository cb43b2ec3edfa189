/**
 * A backend that lets a test look into a step: it remembers which calls the engine recorded and what each
 * run was given, and reads the tensors that calls name. What is computed stays the same.
 */
import type {
  ComputeBackend,
  FloatArray,
  KernelCall,
  KernelName,
  StepInputs,
  Tensor,
} from '../../src/engine/step/kernels.ts';

type CallOf<Name extends KernelName> = Extract<KernelCall, { kernel: Name }>;

export class Watch {
  readonly backend: ComputeBackend;
  /** Copies of what each run of a training step was given, in order. */
  readonly steps: StepInputs[] = [];
  private calls: readonly KernelCall[] = [];

  constructor(inner: ComputeBackend) {
    this.backend = {
      ...inner,
      prepare: (calls, laneCount) => {
        const program = inner.prepare(calls, laneCount);
        if (!calls.some(({ kernel }) => kernel === 'updateParameters')) return program;
        this.calls = calls;
        return {
          run: (inputs) => {
            const { rows, slots, maskKeys } = inputs;
            this.steps.push({ rows, slots: slots.slice(), maskKeys: maskKeys.slice() });
            program.run(inputs);
          },
          dispose: () => program.dispose(),
        };
      },
    };
  }

  /** The training step's call of a kernel: the first, or the one at `index`. Of one lane. */
  call<Name extends KernelName>(name: Name, index = 0): CallOf<Name> {
    const found = this.calls.filter((one): one is CallOf<Name> => one.kernel === name)[index];
    if (!found) throw new Error(`The step has no call ${index} of ${name}.`);
    return found;
  }

  read(tensor: Tensor): Promise<FloatArray> {
    return this.backend.read(tensor);
  }
}
