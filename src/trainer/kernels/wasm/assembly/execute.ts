/**
 * Entry of the WASM module: executes a list of commands on the memory of tfjs' WASM backend. The
 * module owns no memory: no data segment, no allocator, nothing but the addresses it is given.
 */
import {
  BATCH_NORM_BACKWARD,
  BATCH_NORM_FORWARD,
  COMMAND_BYTES,
  DENSE_BACKWARD,
  DENSE_FORWARD,
  LIMIT_COLUMNS,
  OUTPUT_GRADIENT,
  REDUCE_FIGURES,
  UPDATE_PARAMETERS,
} from '../layout';
import { batchNormBackward, batchNormForward, batchNormScratch } from './batch-norm';
import {
  BatchNormBackward,
  BatchNormForward,
  Command,
  DenseBackward,
  DenseForward,
  LimitColumns,
  OutputGradient,
  ReduceFigures,
  UpdateParameters,
} from './commands';
import { denseBackward, denseForward, denseScratch } from './dense';
import { outputGradient, outputGradientScratch } from './output-gradient';
import { updateParameters, updateScratch } from './update-parameters';
import { limitColumns, limitScratch, reduceFigures } from './weight-matrices';

/**
 * Executes `count` commands for a batch of `rows` rows; `scratch` is as large as scratchBytes says.
 */
export function execute(commands: usize, count: i32, rows: i32, scratch: usize): void {
  const end = commands + count * COMMAND_BYTES;
  for (let at = commands; at < end; at += COMMAND_BYTES) {
    switch (changetype<Command>(at).kernel) {
      case DENSE_FORWARD:
        denseForward(changetype<DenseForward>(at), rows, scratch);
        break;
      case DENSE_BACKWARD:
        denseBackward(changetype<DenseBackward>(at), rows, scratch);
        break;
      case OUTPUT_GRADIENT:
        outputGradient(changetype<OutputGradient>(at), rows, scratch);
        break;
      case UPDATE_PARAMETERS:
        updateParameters(changetype<UpdateParameters>(at), rows, scratch);
        break;
      case BATCH_NORM_FORWARD:
        batchNormForward(changetype<BatchNormForward>(at), rows, scratch);
        break;
      case BATCH_NORM_BACKWARD:
        batchNormBackward(changetype<BatchNormBackward>(at), rows, scratch);
        break;
      case LIMIT_COLUMNS:
        limitColumns(changetype<LimitColumns>(at), scratch);
        break;
      case REDUCE_FIGURES:
        reduceFigures(changetype<ReduceFigures>(at));
        break;
      default:
        unreachable();
    }
  }
}

/** Bytes of scratch memory that the list needs for batches of at most `rows` rows. */
export function scratchBytes(commands: usize, count: i32, rows: i32): i32 {
  let most = 0;
  for (let i = 0; i < count; i++) most = max(most, scratchOf(commands + i * COMMAND_BYTES, rows));
  return most;
}

function scratchOf(at: usize, rows: i32): i32 {
  switch (changetype<Command>(at).kernel) {
    case DENSE_FORWARD:
      return denseScratch(changetype<DenseForward>(at).inputs);
    case DENSE_BACKWARD:
      return denseScratch(changetype<DenseBackward>(at).units);
    case OUTPUT_GRADIENT:
      return outputGradientScratch(changetype<OutputGradient>(at).outputs, rows);
    case UPDATE_PARAMETERS:
      return updateScratch(changetype<UpdateParameters>(at), rows);
    case BATCH_NORM_FORWARD:
      return batchNormScratch(changetype<BatchNormForward>(at).units);
    case BATCH_NORM_BACKWARD:
      return batchNormScratch(changetype<BatchNormBackward>(at).units);
    case LIMIT_COLUMNS:
      return limitScratch(changetype<LimitColumns>(at).units);
    default:
      return 0;
  }
}
