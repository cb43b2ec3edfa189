/**
 * The loss of a network written with tfjs' operations, so that tfjs' automatic differentiation gives its
 * gradients: nothing of the engine's backward pass is in here. Sizes, masks and penalties as the engine
 * defines them.
 */
import * as tf from '@tensorflow/tfjs';
import type { ActivationId } from '../../src/engine/step/kernels.ts';
import type { LaneState } from '../../src/engine/lanes/lane-state.ts';
import type { NetworkPlan } from '../../src/engine/step/network.ts';

export interface Loss {
  readonly network: NetworkPlan;
  /** [row][feature], as they enter the first layer */
  readonly inputs: readonly (readonly number[])[];
  /** Class or value of each row. */
  readonly targets: readonly number[];
  /** [hidden layer][row][unit]: what activations are multiplied by. */
  readonly masks: readonly (readonly (readonly number[])[])[];
  readonly labelSmoothing: number;
  /** λ of λΣ|w| and of λΣw². */
  readonly l1: number;
  readonly l2: number;
}

export interface LayerGradients {
  readonly weights: readonly number[];
  /** Null where batch norm follows: that bias is not trained. */
  readonly bias: readonly number[] | null;
  readonly gamma: readonly number[] | null;
  readonly beta: readonly number[] | null;
}

interface LayerVariables {
  readonly weights: tf.Variable<tf.Rank.R2>;
  readonly bias: tf.Variable<tf.Rank.R1> | null;
  readonly gamma: tf.Variable<tf.Rank.R1> | null;
  readonly beta: tf.Variable<tf.Rank.R1> | null;
}

/** Gradients of the training loss, penalties included, at the given state. On tfjs' current backend. */
export function differentiate(loss: Loss, state: LaneState): LayerGradients[] {
  const layers = variablesOf(loss.network, state);
  const variables = layers.flatMap(({ weights, bias, gamma, beta }) =>
    [weights, bias, gamma, beta].filter((one) => one !== null),
  );
  const { grads, value } = tf.variableGrads(() => totalLoss(loss, layers), variables);
  const gradient = (of: tf.Variable | null) => of && [...(grads[of.name]?.dataSync() ?? [])];
  const result = layers.map(({ weights, bias, gamma, beta }) => ({
    weights: gradient(weights) ?? [],
    bias: gradient(bias),
    gamma: gradient(gamma),
    beta: gradient(beta),
  }));
  tf.dispose([grads, value, variables]);
  return result;
}

function variablesOf({ sizes }: NetworkPlan, state: LaneState): LayerVariables[] {
  return state.map(({ weights, bias, batchNorm }, i) => {
    const shape: [number, number] = [sizes[i] ?? 0, sizes[i + 1] ?? 0];
    const vector = (values: ArrayLike<number>) => tf.variable(tf.tensor1d(Array.from(values)));
    return {
      weights: tf.variable(tf.tensor2d(Array.from(weights.value), shape)),
      bias: batchNorm ? null : vector(bias.value),
      gamma: batchNorm && vector(batchNorm.gamma.value),
      beta: batchNorm && vector(batchNorm.beta.value),
    };
  });
}

function totalLoss(loss: Loss, layers: readonly LayerVariables[]): tf.Scalar {
  const outputs = forward(loss, layers);
  let total = dataLoss(loss, outputs);
  for (const { weights } of layers) {
    total = total.add(weights.abs().sum().mul(loss.l1));
    total = total.add(weights.square().sum().mul(loss.l2));
  }
  return total.asScalar();
}

function forward({ network, inputs, masks }: Loss, layers: readonly LayerVariables[]): tf.Tensor2D {
  let x = tf.tensor2d(inputs.map((row) => [...row]));
  layers.forEach(({ weights, bias, gamma, beta }, i) => {
    let z = tf.matMul<tf.Tensor2D>(x, weights);
    if (bias) z = z.add<tf.Tensor2D>(bias);
    if (gamma && beta && network.batchNorm) {
      const { mean, variance } = tf.moments(z, 0);
      const deviation = variance.add(network.batchNorm.epsilon).sqrt();
      z = z.sub(mean).div<tf.Tensor2D>(deviation).mul<tf.Tensor2D>(gamma).add<tf.Tensor2D>(beta);
    }
    const mask = masks[i];
    x = mask
      ? activate(network.activation, z).mul<tf.Tensor2D>(tf.tensor2d(mask.map((row) => [...row])))
      : z;
  });
  return x;
}

function activate(id: ActivationId, z: tf.Tensor2D): tf.Tensor2D {
  switch (id) {
    case 'relu':
      return z.relu();
    case 'leakyRelu':
      return z.leakyRelu(0.2);
    case 'tanh':
      return z.tanh();
    case 'sigmoid':
      return z.sigmoid();
    case 'elu':
      return z.elu();
    case 'linear':
      return z;
  }
}

function dataLoss({ network, targets, labelSmoothing }: Loss, outputs: tf.Tensor2D): tf.Tensor {
  if (network.task === 'regression')
    return outputs
      .squeeze([1])
      .sub(tf.tensor1d([...targets]))
      .square()
      .mean();
  const classes = outputs.shape[1];
  const hard = tf.oneHot(tf.tensor1d([...targets], 'int32'), classes);
  const smooth = hard.mul(1 - labelSmoothing).add(labelSmoothing / classes);
  return smooth.mul(outputs.logSoftmax()).sum(1).mean().neg();
}
