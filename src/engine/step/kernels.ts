/**
 * The kernels of a training step as one interface: what the engine asks of a backend. A handful of
 * coarse kernels, not tensor operations; the backward pass is written out once, in
 * training-step.ts, as a sequence of `KernelCall`s. Implementations: src/trainer/kernels/{cpu,wasm,webgl}.
 *
 * A sequence is recorded once and prepared (`ComputeBackend.prepare`), then run for every batch: the
 * CPU walks it, WASM executes all of it in one call, WebGL turns it into draws.
 *
 * All lanes of a program have the same shapes; a tensor's first axis is the lane. All results are
 * written in place, into the tensors named in the call (WebGL swaps textures behind the handle).
 * Rows beyond `StepInputs.rows` of a batch are padding: never read, or treated as zero.
 */

/** A tensor on the backend. A tfjs `TensorInfo` is one. */
export interface Tensor {
  readonly dataId: object;
  readonly shape: number[];
  readonly dtype: 'float32' | 'int32';
}

/** Hidden activations. Leaky ReLU has slope 0.2, ELU α = 1. */
export const ACTIVATION_IDS = ['relu', 'leakyRelu', 'tanh', 'sigmoid', 'elu', 'linear'] as const;
export type ActivationId = (typeof ACTIVATION_IDS)[number];

export const OPTIMIZER_IDS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'] as const;
export type OptimizerId = (typeof OPTIMIZER_IDS)[number];

/** The rule of the step and its constants; the learning rate is a slot. */
export interface OptimizerRule {
  readonly id: OptimizerId;
  /** μ of momentum and Nesterov. */
  readonly momentum: number;
  /** β₁ of Adam. */
  readonly firstDecay: number;
  /** β₂ of Adam; the decay of RMSprop's running mean of squares. */
  readonly secondDecay: number;
  readonly epsilon: number;
}

export type Task = 'classification' | 'regression';

/** A trained array with the optimiser's state, all of one shape. */
export interface Parameter {
  readonly value: Tensor;
  /** v of momentum, m of Adam; null where the rule has none. */
  readonly first: Tensor | null;
  /** s of RMSprop, v of Adam; null where the rule has none. */
  readonly second: Tensor | null;
}

/**
 * Dropout after a layer: unit u of row r is kept when
 * `elementBits(rowKey(maskKeys[lane][maskIndex], r), u) >>> 8 < keepThreshold(keepHidden)` (base/random.ts),
 * and is then divided by keepHidden. With `given` [lane, rows, units] of 0/1 that array decides instead
 * (the oracles give masks); keepHidden still scales. The mask is recomputed, not stored, in the backward pass.
 */
export interface DropoutMask {
  /** Which of the step's keys: the index of the hidden layer, from 0. */
  readonly maskIndex: number;
  readonly given: Tensor | null;
}

/** output = mask ∘ activation(input · weights + bias) */
export interface DenseForward {
  readonly kernel: 'denseForward';
  /** [lane or 1, rows, in]; a first axis of 1 is shared by all lanes. */
  readonly input: Tensor;
  /** [lane, in, out] */
  readonly weights: Tensor;
  /** [lane, out] */
  readonly bias: Tensor;
  /** [lane, rows, out] */
  readonly output: Tensor;
  readonly activation: ActivationId;
  /** null: no dropout here, or evaluation. */
  readonly dropout: DropoutMask | null;
}

/**
 * output = mask ∘ activation(gamma · (input − mean) / √(variance + epsilon) + beta).
 * In training mean and (biased) variance are the batch's, and running ← m·running + (1 − m)·batch;
 * else they are the running ones. Ioffe & Szegedy 2015.
 */
export interface BatchNormForward {
  readonly kernel: 'batchNormForward';
  readonly training: boolean;
  /** [lane, rows, units], the dense layer's linear output */
  readonly input: Tensor;
  /** [lane, units] each */
  readonly gamma: Tensor;
  readonly beta: Tensor;
  readonly runningMean: Tensor;
  readonly runningVariance: Tensor;
  /** [lane, units] each: written in training, for the backward pass. */
  readonly batchMean: Tensor;
  readonly batchInverseDeviation: Tensor;
  /** [lane, rows, units] */
  readonly output: Tensor;
  readonly momentum: number;
  readonly epsilon: number;
  readonly activation: ActivationId;
  readonly dropout: DropoutMask | null;
}

/**
 * Gradient of the mean loss of the batch with respect to the network's outputs, and each row's loss.
 * Classification: softmax cross-entropy against smoothed targets, (softmax(z) − y) / rows;
 * rowLoss = −Σ y log softmax(z), with the smoothed y.
 * Regression: 2(ŷ − y) / (rows · outputs); rowLoss = mean over outputs of (ŷ − y)².
 * Rows beyond the batch get gradient 0 and loss 0. The gradient is the same bits with and without losses.
 */
export interface OutputGradient {
  readonly kernel: 'outputGradient';
  readonly task: Task;
  /** [lane, rows, outputs], linear */
  readonly output: Tensor;
  /** [lane or 1, rows, outputs]: one-hot, or values */
  readonly targets: Tensor;
  /** [lane, rows, outputs] */
  readonly gradient: Tensor;
  /** [lane, rows]; null: the losses are not computed. */
  readonly rowLoss: Tensor | null;
}

/**
 * Gradient one layer down: inputGradient = (outputGradient · weightsᵀ) ∘ activation′ ∘ mask, where
 * activation and mask are those that made `input`, the layer's input. activation′ is computed from the
 * value of `input` before the mask (ReLU′(0) = 0; leaky′(0) = 0.2). With batch norm below, the result is the
 * gradient with respect to that layer's normalised, scaled output.
 */
export interface DenseBackward {
  readonly kernel: 'denseBackward';
  /** [lane, rows, out]: with respect to this layer's linear output */
  readonly outputGradient: Tensor;
  /** [lane, in, out], not yet updated in this step */
  readonly weights: Tensor;
  /** [lane, rows, in] */
  readonly input: Tensor;
  /** Of the layer that made `input`. */
  readonly inputActivation: ActivationId;
  readonly inputDropout: DropoutMask | null;
  /** [lane, rows, in] */
  readonly inputGradient: Tensor;
}

/**
 * Through batch norm: from the gradient with respect to its output (before the activation) to that with
 * respect to its input; gamma and beta take the optimiser's step, without penalties or decay, after
 * they were used.
 */
export interface BatchNormBackward {
  readonly kernel: 'batchNormBackward';
  /** [lane, rows, units] each; `inputGradient` is another tensor than `outputGradient`. */
  readonly outputGradient: Tensor;
  readonly input: Tensor;
  readonly inputGradient: Tensor;
  /** [lane, units] each */
  readonly batchMean: Tensor;
  readonly batchInverseDeviation: Tensor;
  readonly gamma: Parameter;
  readonly beta: Parameter;
  readonly optimizer: OptimizerRule;
}

/**
 * One optimiser step of a layer. For weights, in this order:
 *   g = inputᵀ · outputGradient + gradientPerWeight·w + gradientPerSign·sign(w)
 *   w ← w − learningRate·shrinkBefore·w
 *   the rule of the optimiser (written out in kernels/cpu/update-parameters.ts), with w and g
 *   w ← sign(w)·max(|w| − s·softThreshold, 0), if softThreshold > 0
 * The bias takes g = column sums of outputGradient and the optimiser's rule alone; null with batch norm.
 * s: η (SGD), η/(1 − μ) (momentum, Nesterov), η/(√v̂ + ε) per weight (Adam, RMSprop), after the update of v̂.
 */
export interface UpdateParameters {
  readonly kernel: 'updateParameters';
  /** [lane or 1, rows, in] */
  readonly input: Tensor;
  /** [lane, rows, out] */
  readonly outputGradient: Tensor;
  /** [lane, in, out] */
  readonly weights: Parameter;
  /** [lane, out] */
  readonly bias: Parameter | null;
  readonly optimizer: OptimizerRule;
}

/** Max-norm: every column w of the kernel ← w · min(1, columnLimit / ‖w‖). Skipped where the limit is Infinity. */
export interface LimitColumns {
  readonly kernel: 'limitColumns';
  /** [lane, in, out] */
  readonly weights: Tensor;
}

/** Per lane: figures = [Σ|w|, Σw², number of weights equal to 0, number not finite] of one kernel matrix. */
export interface ReduceFigures {
  readonly kernel: 'reduceFigures';
  /** [lane, in, out] */
  readonly weights: Tensor;
  /** [lane, 4] */
  readonly figures: Tensor;
}

export type KernelCall =
  | DenseForward
  | BatchNormForward
  | OutputGradient
  | DenseBackward
  | BatchNormBackward
  | UpdateParameters
  | LimitColumns
  | ReduceFigures;

export type KernelName = KernelCall['kernel'];

/** What changes from one run of a program to the next. */
export interface StepInputs {
  /** Rows of this batch, at most the capacity of the tensors. */
  rows: number;
  /** [lane × SLOT_COUNT], columns by SLOT_INDEX */
  readonly slots: Float64Array;
  /** [lane × hidden layer] unsigned keys of this step's dropout masks */
  readonly maskKeys: Uint32Array;
}

/** A recorded sequence of calls, ready to run many times. */
export interface Program {
  run(inputs: StepInputs): void;
  /** Frees what the program itself holds (command lists, vertex arrays), not the tensors it names. */
  dispose(): void;
}

export type FloatArray = Float32Array | Float64Array;

export interface ComputeBackend {
  readonly name: 'cpu' | 'wasm' | 'webgl';
  /**
   * How many lanes of networks of these sizes [in, hidden…, out] should share a program: more where that
   * saves launches (WebGL) or calls (WASM, small networks). Results of a lane never depend on it.
   */
  readonly lanesPerProgram: (sizes: readonly number[]) => number;
  /**
   * A new tensor of zeros. With a byte scale its elements are whole numbers from 0 to 255 times that
   * scale, as pixels are: a backend may keep them as bytes. It can then be the input of denseForward and
   * updateParameters, with the same results, but not be read.
   */
  allocate(shape: readonly number[], byteScale?: number): Tensor;
  /**
   * Fills a tensor: `fill` gets a view of all its elements, valid only during the call, holding
   * unspecified values, and must set every one that matters.
   */
  write(tensor: Tensor, fill: (elements: FloatArray) => void): void;
  /** A copy of a tensor's elements. Rejects when the device was lost or does not answer in time. */
  read(tensor: Tensor): Promise<FloatArray>;
  release(tensor: Tensor): void;
  prepare(calls: readonly KernelCall[], laneCount: number): Program;
  /** Sends queued work to the device (WebGL); resolves when earlier programs have run. */
  settle(): Promise<void>;
  /**
   * Throws if the device has met an error since this was last asked, such as no memory left: what was
   * computed and read since is worth nothing. Asks the device, so once an epoch, not once a step.
   */
  assertSound(): void;
  /**
   * Before the first tensor of a run: an error that the device has met until now, such as by a run that was
   * replaced in mid-epoch and never asked, is not told to this one.
   */
  forgetErrors(): void;
  /** The device is gone, with all tensors on it; nothing will work on this backend again. */
  isLost(): boolean;
}
