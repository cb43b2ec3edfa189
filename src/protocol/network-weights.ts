/** The arrays by which a network answers, read out of the worker for whoever takes them away. */
import type { Standardization } from '../datasets/splitting/standardization.ts';
import type { ActivationId } from '../engine/step/kernels.ts';

export interface NetworkWeights {
  readonly lane: number;
  /** Of the hidden layers; the output is linear. */
  readonly activation: ActivationId;
  /** From the inputs on. */
  readonly layers: readonly LayerWeights[];
  /** What was done to features and target before; null: nothing. */
  readonly standardization: Standardization | null;
}

export interface LayerWeights {
  readonly inputs: number;
  readonly units: number;
  /** [input, unit] */
  readonly kernel: Float32Array;
  /** [unit] */
  readonly bias: Float32Array;
  /** Before the activation, [unit] each; null: there is none. */
  readonly batchNorm: {
    readonly gain: Float32Array;
    readonly shift: Float32Array;
    readonly movingMean: Float32Array;
    readonly movingVariance: Float32Array;
    readonly epsilon: number;
  } | null;
}
