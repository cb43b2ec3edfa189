/**
 * A network's arrays on a backend, for all lanes of a group: parameters with their optimiser state,
 * and the buffers of a step. What is computed with them stands in training-step.ts.
 */
import { hasFirstMoment, hasSecondMoment } from './optimizer.ts';
import type {
  ActivationId,
  ComputeBackend,
  OptimizerId,
  OptimizerRule,
  Parameter,
  Task,
  Tensor,
} from './kernels.ts';

export interface BatchNormRule {
  /** m of the running statistics: running ← m·running + (1 − m)·batch. */
  readonly momentum: number;
  readonly epsilon: number;
}

/** All that lanes must share to be one program (with their data and batch size). */
export interface NetworkPlan {
  /** [in, hidden…, out] */
  readonly sizes: readonly number[];
  /** Of the hidden layers; the output is linear. */
  readonly activation: ActivationId;
  readonly task: Task;
  /** On every hidden layer, before the activation. */
  readonly batchNorm: BatchNormRule | null;
  readonly optimizer: OptimizerRule;
}

export interface BatchNormArrays {
  readonly gamma: Parameter;
  readonly beta: Parameter;
  readonly runningMean: Tensor;
  readonly runningVariance: Tensor;
  readonly batchMean: Tensor;
  readonly batchInverseDeviation: Tensor;
}

export interface DenseLayer {
  /** [lane, in, out] */
  readonly weights: Parameter;
  /** [lane, out]; not trained where batch norm follows (its gradient is zero). */
  readonly bias: Parameter;
  readonly batchNorm: BatchNormArrays | null;
}

/** Outputs of a layer for the rows of a batch, [lane, rows, out] each. */
export interface LayerBuffers {
  /** Before batch norm; null without. */
  readonly linear: Tensor | null;
  readonly output: Tensor;
}

/** Gradients with respect to a layer's linear output and, with batch norm, to its normalised one. */
export interface GradientBuffers {
  readonly linear: Tensor;
  readonly normalised: Tensor | null;
}

export interface BatchBuffers {
  /** [lane or 1, rows, in] */
  readonly input: Tensor;
  /** [1, rows, out]: all lanes learn from the same rows. */
  readonly targets: Tensor;
  readonly layers: readonly LayerBuffers[];
  readonly gradients: readonly GradientBuffers[];
  /** [lane, rows]; null where nobody asks for the step's own losses. */
  readonly rowLoss: Tensor | null;
}

/** Every tensor that was allocated through it can be released at once. */
export class TensorPool {
  private readonly held = new Set<Tensor>();
  private readonly backend: ComputeBackend;

  constructor(backend: ComputeBackend) {
    this.backend = backend;
  }

  allocate(...shape: readonly number[]): Tensor {
    return this.hold(this.backend.allocate(shape));
  }

  /** Inputs [1, rows, width] of all lanes, as bytes where they have a scale. */
  sharedInputs(rows: number, width: number, byteScale: number | undefined): Tensor {
    return this.hold(this.backend.allocate([1, rows, width], byteScale));
  }

  parameter(optimizer: OptimizerId, ...shape: readonly number[]): Parameter {
    return {
      value: this.allocate(...shape),
      first: hasFirstMoment(optimizer) ? this.allocate(...shape) : null,
      second: hasSecondMoment(optimizer) ? this.allocate(...shape) : null,
    };
  }

  releaseOne(tensor: Tensor): void {
    if (this.held.delete(tensor)) this.backend.release(tensor);
  }

  release(): void {
    for (const tensor of this.held) this.backend.release(tensor);
    this.held.clear();
  }

  private hold(tensor: Tensor): Tensor {
    this.held.add(tensor);
    return tensor;
  }
}

export function allocateLayers(
  pool: TensorPool,
  plan: NetworkPlan,
  lanes: number,
): readonly DenseLayer[] {
  const optimizer = plan.optimizer.id;
  return layerShapes(plan).map(({ inputs, units, hidden }) => ({
    weights: pool.parameter(optimizer, lanes, inputs, units),
    bias: pool.parameter(optimizer, lanes, units),
    batchNorm:
      hidden && plan.batchNorm
        ? {
            gamma: pool.parameter(optimizer, lanes, units),
            beta: pool.parameter(optimizer, lanes, units),
            runningMean: pool.allocate(lanes, units),
            runningVariance: pool.allocate(lanes, units),
            batchMean: pool.allocate(lanes, units),
            batchInverseDeviation: pool.allocate(lanes, units),
          }
        : null,
  }));
}

/** Buffers for forward passes of at most `rows` rows; the last layer's output may be given. */
export function allocateForwardBuffers(
  pool: TensorPool,
  plan: NetworkPlan,
  lanes: number,
  rows: number,
): readonly LayerBuffers[] {
  return layerShapes(plan).map(({ units, hidden }) => ({
    linear: hidden && plan.batchNorm ? pool.allocate(lanes, rows, units) : null,
    output: pool.allocate(lanes, rows, units),
  }));
}

/** Inputs are shared by all lanes, as bytes where they have a scale; there is no `rowLoss`. */
export function allocateBatchBuffers(
  pool: TensorPool,
  plan: NetworkPlan,
  lanes: number,
  rows: number,
  byteScale?: number,
): BatchBuffers {
  const shapes = layerShapes(plan);
  const outputs = plan.sizes[plan.sizes.length - 1] ?? 0;
  return {
    input: pool.sharedInputs(rows, plan.sizes[0] ?? 0, byteScale),
    targets: pool.allocate(1, rows, outputs),
    layers: allocateForwardBuffers(pool, plan, lanes, rows),
    gradients: shapes.map(({ units, hidden }) => ({
      linear: pool.allocate(lanes, rows, units),
      normalised: hidden && plan.batchNorm ? pool.allocate(lanes, rows, units) : null,
    })),
    rowLoss: null,
  };
}

export interface LayerShape {
  readonly inputs: number;
  readonly units: number;
  readonly hidden: boolean;
}

export function layerShapes(plan: Pick<NetworkPlan, 'sizes'>): readonly LayerShape[] {
  return plan.sizes.slice(1).map((units, i) => ({
    inputs: plan.sizes[i] ?? 0,
    units,
    hidden: i < plan.sizes.length - 2,
  }));
}
