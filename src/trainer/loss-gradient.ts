/**
 * The gradient of the data loss on some rows, in double precision. It is taken by the recorded training
 * step itself (engine/step/training-step.ts), run on the CPU with nothing that regularizes it; with batch norm the
 * rows are normalised by their own statistics, as a batch is in a step.
 */
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { gatherTargets } from '../engine/batches/batches.ts';
import type { Examples } from '../engine/batches/examples.ts';
import type { FloatArray } from '../engine/step/kernels.ts';
import { writeLaneStates } from '../engine/lanes/lane-state.ts';
import type { LaneState, LayerState, ParameterState } from '../engine/lanes/lane-state.ts';
import { TensorPool, allocateBatchBuffers, allocateLayers } from '../engine/step/network.ts';
import type { NetworkPlan } from '../engine/step/network.ts';
import { optimizerRule } from '../engine/step/optimizer.ts';
import { scaledRows } from '../engine/step/scaled-rows.ts';
import { SLOT_INDEX } from '../engine/step/slots.ts';
import { neutralInputs, recordTrainingStep } from '../engine/step/training-step.ts';
import { createCpuBackend } from './kernels/cpu/cpu-backend.ts';
import { elements } from './kernels/cpu/lanes.ts';

let math: MathBackendCPU | null = null;

/** [in, out] of each weight matrix. */
export function lossGradient(
  network: NetworkPlan,
  state: LaneState,
  examples: Examples,
  rows: Int32Array,
): FloatArray[] {
  math ??= new MathBackendCPU();
  const cpu = math;
  const backend = createCpuBackend(cpu, 'float64');
  const pool = new TensorPool(backend);
  try {
    // The velocity of a first step with momentum is the gradient, times minus the rate.
    const plan = { ...network, optimizer: optimizerRule('momentum') };
    const layers = allocateLayers(pool, plan, 1);
    const batch = allocateBatchBuffers(pool, plan, 1, rows.length);
    writeLaneStates(backend, layers, [state.map(withoutMoments)]);
    backend.write(batch.input, (all) => all.set(scaledRows(examples, rows)));
    backend.write(batch.targets, (all) => {
      gatherTargets(all, 0, examples, rows, 0, rows.length, all.length / rows.length, plan.task);
    });
    const inputs = neutralInputs(1, layers.length - 1);
    inputs.rows = rows.length;
    inputs.slots[SLOT_INDEX.learningRate] = -1;
    backend.prepare(recordTrainingStep(plan, layers, batch), 1).run(inputs);
    return layers.flatMap(({ weights }) => (weights.first ? [elements(cpu, weights.first)] : []));
  } finally {
    pool.release();
  }
}

/** The moments of the lane's own optimiser are none of this step's. */
function withoutMoments({ weights, bias, batchNorm }: LayerState): LayerState {
  return {
    weights: valueOf(weights),
    bias: valueOf(bias),
    batchNorm: batchNorm && {
      ...batchNorm,
      gamma: valueOf(batchNorm.gamma),
      beta: valueOf(batchNorm.beta),
    },
  };
}

function valueOf({ value }: ParameterState): ParameterState {
  return { value, first: null, second: null };
}
