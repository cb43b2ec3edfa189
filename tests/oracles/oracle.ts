/**
 * Runs one oracle case: a training trajectory computed in float64 by an independent program (PyTorch's
 * automatic differentiation), through the same recorded step and kernels that the page trains with.
 */
import { optimizerRule } from '../../src/engine/step/optimizer.ts';
import type {
  ActivationId,
  ComputeBackend,
  FloatArray,
  StepInputs,
  Task,
  Tensor,
} from '../../src/engine/step/kernels.ts';
import { readLaneStates, writeLaneStates } from '../../src/engine/lanes/lane-state.ts';
import type { LaneState } from '../../src/engine/lanes/lane-state.ts';
import { initialState } from '../../src/engine/step/initial-state.ts';
import { TensorPool, allocateBatchBuffers, allocateLayers } from '../../src/engine/step/network.ts';
import type { NetworkPlan } from '../../src/engine/step/network.ts';
import { SLOT_INDEX, combineSlots, neutralSlots } from '../../src/engine/step/slots.ts';
import { ANY_REGULARIZERS } from '../../src/regularizers/registry.ts';
import { recordTrainingStep } from '../../src/engine/step/training-step.ts';

type Matrix = readonly (readonly number[])[];

interface OracleRegularizer {
  readonly id: string;
  readonly lambda?: number;
  readonly proximal?: boolean;
  readonly rate?: number;
  readonly limit?: number;
  readonly epsilon?: number;
}

export interface OracleCase {
  readonly name: string;
  readonly network: {
    readonly sizes: readonly number[];
    readonly activation: ActivationId;
    readonly task: Task;
    readonly batchNorm: { readonly momentum: number; readonly epsilon: number } | null;
  };
  readonly optimizer: {
    readonly id: 'sgd' | 'adam';
    readonly learningRate: number;
    readonly momentum?: number;
    readonly beta1?: number;
    readonly beta2?: number;
    readonly epsilon?: number;
  };
  readonly regularizers: readonly OracleRegularizer[];
  readonly initial: { readonly kernels: readonly Matrix[]; readonly biases: Matrix };
  readonly batches: readonly {
    readonly x: Matrix;
    readonly y: Matrix;
    readonly keepMasks?: readonly Matrix[];
  }[];
  readonly expected: {
    readonly dataLoss: readonly number[];
    readonly penalty: readonly number[];
    readonly kernels: readonly Matrix[];
    readonly biases: Matrix;
    readonly gammas?: Matrix;
    readonly betas?: Matrix;
    readonly runningMeans?: Matrix;
    readonly runningVariances?: Matrix;
    readonly exactZeros: number;
  };
  readonly tolerance: number;
}

export interface OracleResult {
  readonly name: string;
  readonly lossError: number;
  readonly parameterError: number;
  readonly zeros: number;
  readonly zerosExpected: number;
}

/** What each backend made of a case. */
export type OracleAnswer = {
  readonly backend: string;
  readonly result: OracleResult | null;
  readonly error: string | null;
}[];

/** Runs a case on the first lane of `lanes` equal ones. */
export async function runOracle(
  backend: ComputeBackend,
  oracle: OracleCase,
  lanes = 1,
): Promise<OracleResult> {
  const plan = planOf(oracle);
  const pool = new TensorPool(backend);
  const rows = Math.max(...oracle.batches.map((batch) => batch.x.length));
  const layers = allocateLayers(pool, plan, lanes);
  const rowLoss = pool.allocate(lanes, rows);
  const buffers = { ...allocateBatchBuffers(pool, plan, lanes, rows), rowLoss };
  const state = stateOf(oracle, plan);
  writeLaneStates(backend, layers, Array<LaneState>(lanes).fill(state));
  const masks = oracle.batches[0]?.keepMasks
    ? plan.sizes.slice(1, -1).map((units) => pool.allocate(lanes, rows, units))
    : null;
  const program = backend.prepare(recordTrainingStep(plan, layers, buffers, masks), lanes);
  const inputs = inputsOf(oracle, lanes, plan.sizes.length - 2);
  let lossError = 0;
  let [firstPower, secondPower] = [1, 1];
  for (const [t, batch] of oracle.batches.entries()) {
    writeRows(backend, buffers.input, batch.x);
    writeRows(backend, buffers.targets, batch.y);
    masks?.forEach((mask, i) => {
      writeRows(backend, mask, batch.keepMasks?.[i] ?? []);
    });
    firstPower *= plan.optimizer.firstDecay;
    secondPower *= plan.optimizer.secondDecay;
    setSlots(inputs, lanes, 'firstCorrection', 1 - firstPower);
    setSlots(inputs, lanes, 'secondCorrection', 1 - secondPower);
    inputs.rows = batch.x.length;
    const penalty = penaltyOf(oracle, (await readLaneStates(backend, layers, lanes))[0] ?? []);
    program.run(inputs);
    const losses = Float64Array.from(await backend.read(rowLoss)).subarray(0, inputs.rows);
    const loss = losses.reduce((sum, value) => sum + value, 0) / inputs.rows;
    lossError = Math.max(
      lossError,
      relative([loss], [oracle.expected.dataLoss[t] ?? NaN]),
      relative([penalty], [oracle.expected.penalty[t] ?? NaN]),
    );
  }
  const final = (await readLaneStates(backend, layers, lanes))[0] ?? [];
  program.dispose();
  pool.release();
  return {
    name: oracle.name,
    lossError,
    parameterError: parameterError(oracle, final),
    zeros: final.reduce((n, layer) => n + layer.weights.value.filter((w) => w === 0).length, 0),
    zerosExpected: oracle.expected.exactZeros,
  };
}

function planOf({ network, optimizer }: OracleCase): NetworkPlan {
  const momentum = optimizer.momentum ?? 0;
  const id = optimizer.id === 'sgd' && momentum > 0 ? 'momentum' : optimizer.id;
  return {
    ...network,
    optimizer: {
      ...optimizerRule(id, momentum),
      ...(optimizer.beta1 === undefined ? {} : { firstDecay: optimizer.beta1 }),
      ...(optimizer.beta2 === undefined ? {} : { secondDecay: optimizer.beta2 }),
      ...(optimizer.epsilon === undefined ? {} : { epsilon: optimizer.epsilon }),
    },
  };
}

function stateOf({ initial }: OracleCase, plan: NetworkPlan): LaneState {
  const blank = initialState(plan, 'glorot', { seed: 0, replicate: 0, fold: 0 });
  return blank.map((layer, i) => ({
    ...layer,
    weights: { ...layer.weights, value: Float64Array.from((initial.kernels[i] ?? []).flat()) },
    bias: { ...layer.bias, value: Float64Array.from(initial.biases[i] ?? []) },
  }));
}

/** The case's regularizers as the page knows them, with the settings that an arm would have. */
function regularizersOf({ regularizers }: OracleCase) {
  return regularizers.map((given) => {
    const regularizer = ANY_REGULARIZERS.find(({ id }) => id === given.id);
    if (!regularizer) throw new Error(`Unknown regularizer "${given.id}" in an oracle case.`);
    const missing = given.id === 'l1' ? { proximal: false } : {};
    const settings = { ...regularizer.neutral, ...missing, ...given };
    return { regularizer, settings };
  });
}

function inputsOf(oracle: OracleCase, lanes: number, hidden: number): StepInputs {
  const row = neutralSlots();
  const active = regularizersOf(oracle);
  const slots = combineSlots(
    active.map(({ regularizer, settings }) => regularizer.slots(settings)),
  );
  for (const [name, value] of Object.entries(slots))
    row[SLOT_INDEX[name as keyof typeof SLOT_INDEX]] = value;
  row[SLOT_INDEX.learningRate] = oracle.optimizer.learningRate;
  const all = new Float64Array(lanes * row.length);
  for (let lane = 0; lane < lanes; lane++) all.set(row, lane * row.length);
  return { rows: 0, slots: all, maskKeys: new Uint32Array(lanes * hidden) };
}

function setSlots(
  inputs: StepInputs,
  lanes: number,
  name: keyof typeof SLOT_INDEX,
  value: number,
): void {
  const width = inputs.slots.length / lanes;
  for (let lane = 0; lane < lanes; lane++) inputs.slots[lane * width + SLOT_INDEX[name]] = value;
}

/** The same rows for all lanes. */
function writeRows(backend: ComputeBackend, tensor: Tensor, rows: Matrix): void {
  const flat = rows.flat();
  const lanes = tensor.shape[0] ?? 1;
  backend.write(tensor, (all: FloatArray) => {
    for (let lane = 0; lane < lanes; lane++) all.set(flat, lane * (all.length / lanes));
  });
}

function penaltyOf(oracle: OracleCase, state: LaneState): number {
  let [absolute, squares] = [0, 0];
  for (const { weights } of state)
    for (const w of weights.value) {
      absolute += Math.abs(w);
      squares += w * w;
    }
  return regularizersOf(oracle).reduce(
    (sum, { regularizer, settings }) =>
      sum + (regularizer.penalty?.(settings, { absolute, squares }) ?? 0),
    0,
  );
}

function parameterError({ expected, network }: OracleCase, state: LaneState): number {
  let error = 0;
  const compare = (own: FloatArray | undefined, reference: readonly number[] | undefined) => {
    if (reference) error = Math.max(error, relative([...(own ?? [])], reference));
  };
  state.forEach((layer, i) => {
    compare(layer.weights.value, expected.kernels[i]?.flat());
    // A bias before batch norm is not trained; there is nothing to compare.
    const trainsBias = !network.batchNorm || i === state.length - 1;
    if (trainsBias) compare(layer.bias.value, expected.biases[i]);
    if (!layer.batchNorm) return;
    compare(layer.batchNorm.gamma.value, expected.gammas?.[i]);
    compare(layer.batchNorm.beta.value, expected.betas?.[i]);
    compare(layer.batchNorm.runningMean, expected.runningMeans?.[i]);
    compare(layer.batchNorm.runningVariance, expected.runningVariances?.[i]);
  });
  return error;
}

/** max|a − b| / max|b|, absolute where max|b| < 1e-6; NaN counts as infinite. */
function relative(own: readonly number[], reference: readonly number[]): number {
  if (own.length !== reference.length) return Infinity;
  let difference = 0;
  let size = 0;
  reference.forEach((b, i) => {
    const d = Math.abs((own[i] ?? NaN) - b);
    difference = d <= difference ? difference : d === d ? d : Infinity;
    size = Math.max(size, Math.abs(b));
  });
  return size < 1e-6 ? difference : difference / size;
}
