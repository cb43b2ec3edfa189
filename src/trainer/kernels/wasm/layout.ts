/**
 * The numbers that the encoder (encode-program.ts) and the WASM code (assembly/) must agree on:
 * codes, columns of the slots, and the size of a command. Read by both compilers, so it holds only
 * literals. The order of a command's words is in assembly/commands.ts.
 */

/** A command: 32 words of 4 bytes, of which the last ones may be unused. */
export const COMMAND_BYTES = 128;

export const DENSE_FORWARD = 0;
export const BATCH_NORM_FORWARD = 1;
export const OUTPUT_GRADIENT = 2;
export const DENSE_BACKWARD = 3;
export const BATCH_NORM_BACKWARD = 4;
export const UPDATE_PARAMETERS = 5;
export const LIMIT_COLUMNS = 6;
export const REDUCE_FIGURES = 7;

export const LINEAR = 0;
export const RELU = 1;
export const LEAKY_RELU = 2;
export const TANH = 3;
export const SIGMOID = 4;
export const ELU = 5;

export const SGD = 0;
export const MOMENTUM = 1;
export const NESTEROV = 2;
export const RMSPROP = 3;
export const ADAM = 4;

export const REGRESSION = 0;
export const CLASSIFICATION = 1;

/** Columns of a lane's slots, in f64 (engine/step/slots.ts; the encoder checks that they agree). */
export const KEEP_HIDDEN = 0;
export const LABEL_SMOOTHING = 1;
export const GRADIENT_PER_WEIGHT = 2;
export const GRADIENT_PER_SIGN = 3;
export const SHRINK_BEFORE = 4;
export const SOFT_THRESHOLD = 5;
export const COLUMN_LIMIT = 6;
export const LEARNING_RATE = 7;
export const FIRST_CORRECTION = 8;
export const SECOND_CORRECTION = 9;
