/**
 * Turns kernel calls into the words of commands: for each lane one command a call, with the
 * addresses of that lane; lanes one after the other, so that one's numbers stay in the cache. It writes numbers into an array; wasm-backend.ts brings them into the
 * heap and runs them. The order of the words is that of assembly/commands.ts, the codes are those
 * of layout.ts.
 */
import type {
  ActivationId,
  BatchNormBackward,
  BatchNormForward,
  DenseBackward,
  DenseForward,
  DropoutMask,
  KernelCall,
  OptimizerId,
  OptimizerRule,
  OutputGradient,
  Parameter,
  Tensor,
  UpdateParameters,
} from '../../../engine/step/kernels.ts';
import { assertNever } from '../../../base/assert-never.ts';
import { SLOT_COUNT, SLOT_INDEX } from '../../../engine/step/slots.ts';
import type { SlotName } from '../../../engine/step/slots.ts';
import { axis, batchTensors, hashedMask } from './call-tensors.ts';
import * as layout from './layout.ts';

const ACTIVATION_CODE: Readonly<Record<ActivationId, number>> = {
  linear: layout.LINEAR,
  relu: layout.RELU,
  leakyRelu: layout.LEAKY_RELU,
  tanh: layout.TANH,
  sigmoid: layout.SIGMOID,
  elu: layout.ELU,
};

const OPTIMIZER_CODE: Readonly<Record<OptimizerId, number>> = {
  sgd: layout.SGD,
  momentum: layout.MOMENTUM,
  nesterov: layout.NESTEROV,
  rmsprop: layout.RMSPROP,
  adam: layout.ADAM,
};

const SLOT_COLUMN: Readonly<Record<SlotName, number>> = {
  keepHidden: layout.KEEP_HIDDEN,
  labelSmoothing: layout.LABEL_SMOOTHING,
  gradientPerWeight: layout.GRADIENT_PER_WEIGHT,
  gradientPerSign: layout.GRADIENT_PER_SIGN,
  shrinkBefore: layout.SHRINK_BEFORE,
  softThreshold: layout.SOFT_THRESHOLD,
  columnLimit: layout.COLUMN_LIMIT,
  learningRate: layout.LEARNING_RATE,
  firstCorrection: layout.FIRST_CORRECTION,
  secondCorrection: layout.SECOND_CORRECTION,
};

const COMMAND_WORDS = layout.COMMAND_BYTES / 4;
/** Constants of a call, in f64: those of an optimiser's rule or of batch norm. */
const CONSTANTS_PER_CALL = 4;

/** Where the parts of a program's block begin, in bytes from its start. */
export interface BlockLayout {
  /** f64 [lane, SLOT_COUNT], at the start of the block */
  readonly slots: 0;
  /** f64 [call, CONSTANTS_PER_CALL] */
  readonly constants: number;
  /** u32 [lane, keysPerLane] */
  readonly maskKeys: number;
  /** i32 [lane, call, COMMAND_WORDS] */
  readonly commands: number;
  readonly bytes: number;
  readonly keysPerLane: number;
  readonly commandCount: number;
}

export interface EncodedProgram {
  readonly layout: BlockLayout;
  readonly constants: Float64Array;
  readonly commands: Int32Array;
  /** The smallest number of rows that a tensor of the program has room for. */
  readonly capacity: number;
}

export function layOutBlock(calls: readonly KernelCall[], laneCount: number): BlockLayout {
  const keysPerLane = Math.max(0, ...calls.map((call) => (hashedMask(call)?.maskIndex ?? -1) + 1));
  const constants = laneCount * SLOT_COUNT * 8;
  const maskKeys = constants + calls.length * CONSTANTS_PER_CALL * 8;
  const commands = Math.ceil((maskKeys + laneCount * keysPerLane * 4) / 64) * 64;
  const commandCount = calls.length * laneCount;
  const bytes = commands + commandCount * layout.COMMAND_BYTES;
  return { slots: 0, constants, maskKeys, commands, bytes, keysPerLane, commandCount };
}

/**
 * @param base Address of the program's block.
 * @param addressOf Address of a tensor's first element; tensors never move.
 */
export function encodeProgram(
  calls: readonly KernelCall[],
  laneCount: number,
  base: number,
  addressOf: (tensor: Tensor) => number,
): EncodedProgram {
  checkSlots();
  const block = layOutBlock(calls, laneCount);
  const constants = new Float64Array(calls.length * CONSTANTS_PER_CALL);
  const commands = new Int32Array(block.commandCount * COMMAND_WORDS);
  calls.forEach((call, index) => {
    const first = index * CONSTANTS_PER_CALL;
    constants.set(constantsOf(call), first);
    for (let lane = 0; lane < laneCount; lane++) {
      const context: LaneContext = {
        lane,
        laneCount,
        addressOf,
        slots: base + lane * SLOT_COUNT * 8,
        maskKeys: base + block.maskKeys + lane * block.keysPerLane * 4,
        constants: base + block.constants + first * 8,
      };
      commands.set(encodeCall(call, context), (lane * calls.length + index) * COMMAND_WORDS);
    }
  });
  const capacity = Math.min(...calls.flatMap(batchTensors).map((tensor) => axis(tensor, 1)));
  return { layout: block, constants, commands, capacity };
}

/** The WASM code has the columns of the slots written in. */
function checkSlots(): void {
  for (const name of Object.keys(SLOT_COLUMN) as SlotName[])
    if (SLOT_COLUMN[name] !== SLOT_INDEX[name] || Object.keys(SLOT_COLUMN).length !== SLOT_COUNT)
      throw new Error(`Slot ${name} stands elsewhere in layout.ts than in engine/step/slots.ts.`);
}

/** Addresses that belong to one lane. */
interface LaneContext {
  readonly lane: number;
  readonly laneCount: number;
  readonly addressOf: (tensor: Tensor) => number;
  readonly slots: number;
  readonly maskKeys: number;
  readonly constants: number;
}

function encodeCall(call: KernelCall, context: LaneContext): number[] {
  const { slots } = context;
  const at = (tensor: Tensor) => laneAddress(tensor, context);
  switch (call.kernel) {
    case 'denseForward':
      return [layout.DENSE_FORWARD, slots, ...denseForwardWords(call, context)];
    case 'denseBackward':
      return [layout.DENSE_BACKWARD, slots, ...denseBackwardWords(call, context)];
    case 'outputGradient':
      return [layout.OUTPUT_GRADIENT, slots, ...outputGradientWords(call, at)];
    case 'updateParameters':
      return [layout.UPDATE_PARAMETERS, slots, ...updateWords(call, context)];
    case 'batchNormForward':
      return [layout.BATCH_NORM_FORWARD, slots, ...batchNormForwardWords(call, context)];
    case 'batchNormBackward':
      return [layout.BATCH_NORM_BACKWARD, slots, ...batchNormBackwardWords(call, context)];
    case 'limitColumns':
      return [layout.LIMIT_COLUMNS, slots, at(call.weights), ...sizes(call.weights)];
    case 'reduceFigures': {
      const [inputs, units] = sizes(call.weights);
      return [layout.REDUCE_FIGURES, slots, at(call.weights), at(call.figures), inputs * units];
    }
    default:
      return assertNever(call);
  }
}

function denseForwardWords(call: DenseForward, context: LaneContext): number[] {
  const tensors = [call.input, call.weights, call.bias, call.output];
  return [
    ...tensors.map((tensor) => laneAddress(tensor, context)),
    ...sizes(call.weights),
    ACTIVATION_CODE[call.activation],
    ...maskWords(call.dropout, context),
  ];
}

function denseBackwardWords(call: DenseBackward, context: LaneContext): number[] {
  const tensors = [call.outputGradient, call.weights, call.input, call.inputGradient];
  return [
    ...tensors.map((tensor) => laneAddress(tensor, context)),
    ...sizes(call.weights),
    ACTIVATION_CODE[call.inputActivation],
    ...maskWords(call.inputDropout, context),
  ];
}

function outputGradientWords(call: OutputGradient, at: (tensor: Tensor) => number): number[] {
  return [
    ...[call.output, call.targets, call.gradient].map(at),
    call.rowLoss ? at(call.rowLoss) : 0,
    axis(call.output, 2),
    axis(call.output, 1),
    call.task === 'classification' ? layout.CLASSIFICATION : layout.REGRESSION,
  ];
}

function updateWords(call: UpdateParameters, context: LaneContext): number[] {
  return [
    ...[call.input, call.outputGradient].map((tensor) => laneAddress(tensor, context)),
    ...parameterWords(call.weights, call.optimizer, context),
    ...(call.bias ? parameterWords(call.bias, call.optimizer, context) : [0, 0, 0]),
    ...sizes(call.weights.value),
    OPTIMIZER_CODE[call.optimizer.id],
    context.constants,
  ];
}

function batchNormForwardWords(call: BatchNormForward, context: LaneContext): number[] {
  const { input, gamma, beta, runningMean, runningVariance, batchMean } = call;
  const tensors = [input, gamma, beta, runningMean, runningVariance, batchMean];
  return [
    ...[...tensors, call.batchInverseDeviation, call.output].map((tensor) =>
      laneAddress(tensor, context),
    ),
    axis(call.gamma, 1),
    call.training ? 1 : 0,
    ACTIVATION_CODE[call.activation],
    ...maskWords(call.dropout, context),
    context.constants,
  ];
}

function batchNormBackwardWords(call: BatchNormBackward, context: LaneContext): number[] {
  const { outputGradient, input, inputGradient, batchMean, batchInverseDeviation } = call;
  return [
    ...[outputGradient, input, inputGradient, batchMean, batchInverseDeviation].map((tensor) =>
      laneAddress(tensor, context),
    ),
    ...parameterWords(call.gamma, call.optimizer, context),
    ...parameterWords(call.beta, call.optimizer, context),
    axis(call.gamma.value, 1),
    OPTIMIZER_CODE[call.optimizer.id],
    context.constants,
  ];
}

/** Addresses of a parameter and of the state that its rule uses. */
function parameterWords(
  parameter: Parameter,
  rule: OptimizerRule,
  context: LaneContext,
): [number, number, number] {
  const addressOrNone = (tensor: Tensor | null, needed: boolean) => {
    if (needed && !tensor) throw new Error(`${rule.id} needs state that the parameter lacks.`);
    return tensor && needed ? laneAddress(tensor, context) : 0;
  };
  const usesFirst = rule.id !== 'sgd' && rule.id !== 'rmsprop';
  const usesSecond = rule.id === 'adam' || rule.id === 'rmsprop';
  return [
    laneAddress(parameter.value, context),
    addressOrNone(parameter.first, usesFirst),
    addressOrNone(parameter.second, usesSecond),
  ];
}

/** Addresses of the mask's key and of the given mask; one of them, or none, is not 0. */
function maskWords(dropout: DropoutMask | null, context: LaneContext): [number, number] {
  if (!dropout) return [0, 0];
  if (dropout.given) return [0, laneAddress(dropout.given, context)];
  return [context.maskKeys + dropout.maskIndex * 4, 0];
}

function constantsOf(call: KernelCall): number[] {
  if (call.kernel === 'batchNormForward') return [call.momentum, call.epsilon];
  if (call.kernel !== 'updateParameters' && call.kernel !== 'batchNormBackward') return [];
  const { momentum, firstDecay, secondDecay, epsilon } = call.optimizer;
  return [momentum, firstDecay, secondDecay, epsilon];
}

/** Address of a lane's part; a first axis of 1 is shared by all lanes. */
function laneAddress(tensor: Tensor, { lane, laneCount, addressOf }: LaneContext): number {
  const lanes = axis(tensor, 0);
  if (lanes !== 1 && lanes !== laneCount)
    throw new Error(`A tensor of ${lanes} lanes in a program of ${laneCount}.`);
  if (lanes === 1) return addressOf(tensor);
  const bytesPerLane = tensor.shape.slice(1).reduce((product, n) => product * n, 4);
  return addressOf(tensor) + lane * bytesPerLane;
}

/** Inputs and units of a weight matrix [lane, inputs, units]. */
function sizes(weights: Tensor): [number, number] {
  return [axis(weights, 1), axis(weights, 2)];
}
