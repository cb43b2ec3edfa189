/**
 * The words of each command, in the order in which encode-program.ts writes them. All are 4 bytes;
 * a `usize` is an address in the shared memory, already that of the command's lane. Address 0:
 * absent.
 */

/** What every command begins with. */
@unmanaged
export class Command {
  /** A kernel's code (layout.ts). */
  kernel: i32;
  /** f64[SLOT_COUNT] of the lane. */
  slots: usize;
}

@unmanaged
export class DenseForward extends Command {
  input: usize; // [rows, inputs]
  weights: usize; // [inputs, units]
  bias: usize; // [units]
  output: usize; // [rows, units]
  inputs: i32;
  units: i32;
  activation: i32;
  maskKey: usize; // u32
  givenMask: usize; // [rows, units]
}

@unmanaged
export class DenseBackward extends Command {
  outputGradient: usize; // [rows, units]
  weights: usize; // [inputs, units]
  input: usize; // [rows, inputs]
  inputGradient: usize; // [rows, inputs]
  inputs: i32;
  units: i32;
  activation: i32;
  maskKey: usize; // u32
  givenMask: usize; // [rows, inputs]
}

@unmanaged
export class OutputGradient extends Command {
  output: usize; // [rows, outputs]
  targets: usize; // [rows, outputs]
  gradient: usize; // [rows, outputs]
  rowLoss: usize; // [rows], or 0
  outputs: i32;
  /** Rows the tensors hold: those beyond the batch are set to 0. */
  capacity: i32;
  task: i32;
}

@unmanaged
export class UpdateParameters extends Command {
  input: usize; // [rows, inputs]
  outputGradient: usize; // [rows, units]
  weights: usize; // [inputs, units], like its state
  first: usize;
  second: usize;
  bias: usize; // [units], like its state
  biasFirst: usize;
  biasSecond: usize;
  inputs: i32;
  units: i32;
  rule: i32;
  constants: usize; // RuleConstants
}

/** The constants of an optimiser's rule. */
@unmanaged
export class RuleConstants {
  momentum: f64;
  firstDecay: f64;
  secondDecay: f64;
  epsilon: f64;
}

@unmanaged
export class BatchNormForward extends Command {
  input: usize; // [rows, units]
  gamma: usize; // [units], like all up to batchInverseDeviation
  beta: usize;
  runningMean: usize;
  runningVariance: usize;
  batchMean: usize;
  batchInverseDeviation: usize;
  output: usize; // [rows, units]
  units: i32;
  training: i32;
  activation: i32;
  maskKey: usize; // u32
  givenMask: usize; // [rows, units]
  constants: usize; // BatchNormConstants
}

@unmanaged
export class BatchNormConstants {
  momentum: f64;
  epsilon: f64;
}

@unmanaged
export class BatchNormBackward extends Command {
  outputGradient: usize; // [rows, units]
  input: usize; // [rows, units]
  inputGradient: usize; // [rows, units]
  batchMean: usize; // [units], like all that follow
  batchInverseDeviation: usize;
  gamma: usize;
  gammaFirst: usize;
  gammaSecond: usize;
  beta: usize;
  betaFirst: usize;
  betaSecond: usize;
  units: i32;
  rule: i32;
  constants: usize; // RuleConstants
}

@unmanaged
export class LimitColumns extends Command {
  weights: usize; // [inputs, units]
  inputs: i32;
  units: i32;
}

@unmanaged
export class ReduceFigures extends Command {
  weights: usize; // [count]
  figures: usize; // [4]
  count: i32;
}
