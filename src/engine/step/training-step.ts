/**
 * One training step, forward and backward, in reading order: the only place where the backward pass
 * is written. It is recorded once as a list of kernel calls and then run for every batch.
 *
 * The moments at which a regularizer can act (slots.ts), in the order of a step:
 *   inputs perturbed (gathering, batches.ts) → activations perturbed → targets smoothed →
 *   added to the gradient → shrunk before the optimiser → thresholded after it → columns limited.
 */
import type { BatchBuffers, DenseLayer, LayerBuffers, NetworkPlan } from './network.ts';
import type { DropoutMask, KernelCall, StepInputs, Tensor } from './kernels.ts';
import { SLOT_COUNT, neutralSlots } from './slots.ts';

/** The calls of a step. `givenMasks`, one per hidden layer, replace the masks drawn by the key. */
export function recordTrainingStep(
  plan: NetworkPlan,
  layers: readonly DenseLayer[],
  batch: BatchBuffers,
  givenMasks: readonly Tensor[] | null = null,
): KernelCall[] {
  const masks = layers
    .slice(0, -1)
    .map((_, i): DropoutMask => ({ maskIndex: i, given: givenMasks?.[i] ?? null }));
  return [
    ...recordForward(plan, layers, batch.input, batch.layers, masks),
    ...recordLoss(plan, batch),
    ...recordBackward(plan, layers, batch, masks),
  ];
}

/** A forward pass without dropout, with running statistics. */
export function recordEvaluation(
  plan: NetworkPlan,
  layers: readonly DenseLayer[],
  input: Tensor,
  buffers: readonly LayerBuffers[],
): KernelCall[] {
  return recordForward(plan, layers, input, buffers, null);
}

/** Inputs of a run with every slot neutral. */
export function neutralInputs(lanes: number, hiddenLayers: number): StepInputs {
  const slots = new Float64Array(lanes * SLOT_COUNT);
  for (let lane = 0; lane < lanes; lane++) slots.set(neutralSlots(), lane * SLOT_COUNT);
  return { rows: 1, slots, maskKeys: new Uint32Array(lanes * hiddenLayers) };
}

function recordForward(
  plan: NetworkPlan,
  layers: readonly DenseLayer[],
  input: Tensor,
  buffers: readonly LayerBuffers[],
  masks: readonly DropoutMask[] | null,
): KernelCall[] {
  const calls: KernelCall[] = [];
  layers.forEach((layer, i) => {
    const hidden = i < layers.length - 1;
    const { output, linear } = at(buffers, i);
    const activation = hidden ? plan.activation : 'linear';
    const dropout = hidden ? (masks?.[i] ?? null) : null;
    const dense = {
      kernel: 'denseForward',
      input: i === 0 ? input : at(buffers, i - 1).output,
      weights: layer.weights.value,
      bias: layer.bias.value,
    } as const;
    if (!layer.batchNorm || !linear || !plan.batchNorm) {
      calls.push({ ...dense, output, activation, dropout });
      return;
    }
    calls.push({ ...dense, output: linear, activation: 'linear', dropout: null });
    calls.push({
      kernel: 'batchNormForward',
      training: masks !== null,
      input: linear,
      gamma: layer.batchNorm.gamma.value,
      beta: layer.batchNorm.beta.value,
      runningMean: layer.batchNorm.runningMean,
      runningVariance: layer.batchNorm.runningVariance,
      batchMean: layer.batchNorm.batchMean,
      batchInverseDeviation: layer.batchNorm.batchInverseDeviation,
      output,
      ...plan.batchNorm,
      activation,
      dropout,
    });
  });
  return calls;
}

function recordLoss(plan: NetworkPlan, batch: BatchBuffers): KernelCall[] {
  const last = batch.layers.length - 1;
  return [
    {
      kernel: 'outputGradient',
      task: plan.task,
      output: at(batch.layers, last).output,
      targets: batch.targets,
      gradient: at(batch.gradients, last).linear,
      rowLoss: batch.rowLoss,
    },
  ];
}

/** From the last layer to the first: the gradient is passed down before the weights move. */
function recordBackward(
  plan: NetworkPlan,
  layers: readonly DenseLayer[],
  batch: BatchBuffers,
  masks: readonly DropoutMask[],
): KernelCall[] {
  const calls: KernelCall[] = [];
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = at(layers, i);
    const gradient = at(batch.gradients, i);
    if (layer.batchNorm && gradient.normalised) {
      calls.push({
        kernel: 'batchNormBackward',
        outputGradient: gradient.normalised,
        input: at(batch.layers, i).linear ?? gradient.normalised,
        inputGradient: gradient.linear,
        batchMean: layer.batchNorm.batchMean,
        batchInverseDeviation: layer.batchNorm.batchInverseDeviation,
        gamma: layer.batchNorm.gamma,
        beta: layer.batchNorm.beta,
        optimizer: plan.optimizer,
      });
    }
    const input = i === 0 ? batch.input : at(batch.layers, i - 1).output;
    if (i > 0) {
      const below = at(batch.gradients, i - 1);
      calls.push({
        kernel: 'denseBackward',
        outputGradient: gradient.linear,
        weights: layer.weights.value,
        input,
        inputActivation: plan.activation,
        inputDropout: masks[i - 1] ?? null,
        inputGradient: below.normalised ?? below.linear,
      });
    }
    calls.push({
      kernel: 'updateParameters',
      input,
      outputGradient: gradient.linear,
      weights: layer.weights,
      bias: layer.batchNorm ? null : layer.bias,
      optimizer: plan.optimizer,
    });
    calls.push({ kernel: 'limitColumns', weights: layer.weights.value });
  }
  return calls;
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`No layer ${index}.`);
  return item;
}
