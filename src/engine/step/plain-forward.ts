/**
 * A forward pass in plain TypeScript and double precision, for what is shown and not measured: what units
 * answer on a few hundred rows, a decision grid, a drawn digit. As at inference: no dropout, running
 * statistics for batch norm. It needs a lane's arrays and no backend; the kernels do the training.
 */
import { activate } from './activation.ts';
import type { FloatArray } from './kernels.ts';
import type { LaneState, LayerState } from '../lanes/lane-state.ts';
import type { NetworkPlan } from './network.ts';

export interface PlainPass {
  /** [row, output], linear (before softmax) */
  readonly outputs: Float64Array;
  /** Of each hidden layer [row, unit]: what it hands to the next one. */
  readonly hidden: readonly Float64Array[];
  /** Of each hidden layer [row, unit]: before batch norm and activation. */
  readonly linear: readonly Float64Array[];
}

/**
 * `inputs` [row, in], scaled. `unitFactors`: what the activations of each hidden layer are multiplied
 * by, [unit] each; 0 removes a unit, null leaves its layer as it is.
 */
export function plainForward(
  { activation, batchNorm }: Pick<NetworkPlan, 'activation' | 'batchNorm'>,
  state: LaneState,
  inputs: FloatArray,
  unitFactors: readonly (FloatArray | null)[] = [],
): PlainPass {
  const hidden: Float64Array[] = [];
  const linear: Float64Array[] = [];
  let values = inputs;
  for (const [index, layer] of state.slice(0, -1).entries()) {
    const before = product(layer, values);
    const output = batchNorm ? normalise(layer, before, batchNorm.epsilon) : before.slice();
    const factors = unitFactors[index];
    const units = layer.bias.value.length;
    for (let i = 0; i < output.length; i++)
      output[i] = activate(activation, output[i] ?? NaN) * (factors?.[i % units] ?? 1);
    linear.push(before);
    hidden.push(output);
    values = output;
  }
  const last = state[state.length - 1];
  if (!last) throw new Error('A network has at least one layer.');
  return { outputs: product(last, values), hidden, linear };
}

/** values · weights + bias, [row, unit] */
function product({ weights, bias }: LayerState, values: FloatArray): Float64Array {
  const units = bias.value.length;
  const width = weights.value.length / units;
  const rows = values.length / width;
  const output = new Float64Array(rows * units);
  for (let row = 0; row < rows; row++) {
    const to = row * units;
    output.set(bias.value, to);
    for (let i = 0; i < width; i++) {
      const value = values[row * width + i] ?? NaN;
      // Much of an image is blank, and many units answer 0.
      if (value === 0) continue;
      const from = i * units;
      for (let u = 0; u < units; u++)
        output[to + u] = (output[to + u] ?? NaN) + value * (weights.value[from + u] ?? NaN);
    }
  }
  return output;
}

function normalise({ batchNorm }: LayerState, linear: Float64Array, epsilon: number): Float64Array {
  if (!batchNorm) return linear.slice();
  const { gamma, beta, runningMean, runningVariance } = batchNorm;
  const units = gamma.value.length;
  const factors = Float64Array.from(
    gamma.value,
    (value, u) => value / Math.sqrt((runningVariance[u] ?? NaN) + epsilon),
  );
  return linear.map((value, i) => {
    const u = i % units;
    return (value - (runningMean[u] ?? NaN)) * (factors[u] ?? NaN) + (beta.value[u] ?? NaN);
  });
}
