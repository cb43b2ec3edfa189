/**
 * Holds one ComputeBackend against another: every kernel on seeded random inputs over many shapes,
 * and sequences of calls as in training. Plain TypeScript without a test framework, for Node and
 * for a page.
 *
 * const worst = await checkAgreement(cpuInFloat64, candidate, { laneCounts: [1, 3] });
 *
 * Inputs are single-precision numbers, so both sides start from the same. The error of a tensor is
 * max|a − b| / max|b|, absolute where max|b| < 1e-6; it is Infinity where one side is finite and
 * the other is not. Rows beyond the batch are filled with 1000, which must not be seen.
 */
import type {
  ComputeBackend,
  FloatArray,
  KernelCall,
  StepInputs,
  Tensor,
} from '../../src/engine/step/kernels.ts';
import type { SlotName } from '../../src/engine/step/slots.ts';
import { SLOT_COUNT, SLOT_INDEX } from '../../src/engine/step/slots.ts';
import { allCases } from './agreement-cases.ts';

/** What a case's tensors start with; the last element of a name's shape varies fastest. */
export interface TensorContents {
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** Whole numbers from 0 to 255 times this, to be kept as bytes. */
  readonly byteScale?: number;
}

export interface AgreementCase {
  /** A kernel's name; "…, not finite" for inputs with NaN or infinity; "whole steps". */
  readonly kernel: string;
  /** Shape, activation, slots, …: enough to find it again. */
  readonly where: string;
  readonly laneCount: number;
  readonly tensors: ReadonlyMap<string, TensorContents>;
  calls(tensor: (name: string) => Tensor): KernelCall[];
  /** One entry a run, in order. */
  readonly runs: readonly CaseRun[];
  /** Names of the tensors that are compared, and over which rows. */
  readonly compared: ReadonlyMap<string, 'rows of the batch' | 'all'>;
}

export interface CaseRun {
  readonly rows: number;
  /** One for each lane; what is missing is neutral. */
  readonly slots: readonly Partial<Record<SlotName, number>>[];
  /** [lane, hidden layer] */
  readonly maskKeys: Uint32Array;
}

export interface KernelAgreement {
  readonly kernel: string;
  /** The largest error of any tensor of any case; Infinity also if the candidate threw. */
  readonly worstError: number;
  readonly where: string;
}

/** @returns one entry a kernel, each with its worst case. */
export async function checkAgreement(
  reference: ComputeBackend,
  candidate: ComputeBackend,
  { laneCounts = [1, 3] }: { laneCounts?: readonly number[] } = {},
): Promise<KernelAgreement[]> {
  const worst = new Map<string, KernelAgreement>();
  for (const laneCount of laneCounts) {
    for (const testCase of allCases(laneCount)) {
      const found = await agreementOf(testCase, reference, candidate);
      const before = worst.get(found.kernel);
      if (!before || found.worstError > before.worstError) worst.set(found.kernel, found);
    }
  }
  return [...worst.values()];
}

/** Runs one case on both sides. */
async function agreementOf(
  testCase: AgreementCase,
  reference: ComputeBackend,
  candidate: ComputeBackend,
): Promise<KernelAgreement> {
  const { kernel } = testCase;
  const where = `${testCase.laneCount} lanes, ${testCase.where}`;
  const expected = await runCase(testCase, reference);
  let actual: ReadonlyMap<string, FloatArray>;
  try {
    actual = await runCase(testCase, candidate);
  } catch (error) {
    return { kernel, worstError: Infinity, where: `${where}: ${String(error)}` };
  }
  let worst: KernelAgreement = { kernel, worstError: 0, where };
  for (const [name, extent] of testCase.compared) {
    const worstError = tensorError(testCase, name, extent, actual, expected);
    if (worstError > worst.worstError) worst = { kernel, worstError, where: `${name}; ${where}` };
  }
  return worst;
}

/** What the compared tensors hold after the runs. */
export async function runCase(
  testCase: AgreementCase,
  backend: ComputeBackend,
): Promise<ReadonlyMap<string, FloatArray>> {
  const tensors = new Map<string, Tensor>();
  for (const [name, { shape, values, byteScale }] of testCase.tensors) {
    const tensor = backend.allocate(shape, byteScale);
    backend.write(tensor, (elements) => elements.set(values));
    tensors.set(name, tensor);
  }
  const program = backend.prepare(
    testCase.calls((name) => named(tensors, name)),
    testCase.laneCount,
  );
  for (const run of testCase.runs) program.run(stepInputs(run));
  const results = new Map<string, FloatArray>();
  for (const name of testCase.compared.keys())
    results.set(name, await backend.read(named(tensors, name)));
  program.dispose();
  for (const tensor of tensors.values()) backend.release(tensor);
  return results;
}

function stepInputs({ rows, slots, maskKeys }: CaseRun): StepInputs {
  const all = new Float64Array(slots.length * SLOT_COUNT);
  slots.forEach((lane, index) => {
    const complete = { ...NEUTRAL, ...lane };
    for (const name of Object.keys(SLOT_INDEX) as SlotName[])
      all[index * SLOT_COUNT + SLOT_INDEX[name]] = complete[name];
  });
  return { rows, slots: all, maskKeys };
}

/** Written out, so that a wrong neutral value in slots.ts shows. */
const NEUTRAL: Readonly<Record<SlotName, number>> = {
  keepHidden: 1,
  labelSmoothing: 0,
  gradientPerWeight: 0,
  gradientPerSign: 0,
  shrinkBefore: 0,
  softThreshold: 0,
  columnLimit: Infinity,
  learningRate: 0,
  firstCorrection: 1,
  secondCorrection: 1,
};

function tensorError(
  testCase: AgreementCase,
  name: string,
  extent: 'rows of the batch' | 'all',
  actual: ReadonlyMap<string, FloatArray>,
  expected: ReadonlyMap<string, FloatArray>,
): number {
  const { shape } = named(testCase.tensors, name);
  const [a, b] = [named(actual, name), named(expected, name)];
  if (a.length !== b.length) return Infinity;
  const capacity = shape[1] ?? 1;
  const rows = extent === 'all' ? capacity : Math.max(...testCase.runs.map((run) => run.rows));
  const rowSize = shape.slice(2).reduce((product, n) => product * n, 1);
  const counts = (index: number) => Math.floor(index / rowSize) % capacity < rows;
  return relativeError(
    a.filter((_, i) => counts(i)),
    b.filter((_, i) => counts(i)),
  );
}

/**
 * max|a − b| / max|b|, absolute where max|b| < 1e-6. What is not finite must be the same on both
 * sides.
 */
function relativeError(a: FloatArray, b: FloatArray): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < b.length; i++) {
    const [x = NaN, y = NaN] = [a[i], b[i]];
    if (Object.is(x, y)) continue;
    if (!Number.isFinite(x) || !Number.isFinite(y)) return Infinity;
    difference = Math.max(difference, Math.abs(x - y));
  }
  for (const y of b) if (Number.isFinite(y)) size = Math.max(size, Math.abs(y));
  return size < 1e-6 ? difference : difference / size;
}

function named<Value>(all: ReadonlyMap<string, Value>, name: string): Value {
  const value = all.get(name);
  if (value === undefined) throw new Error(`The case has no tensor "${name}".`);
  return value;
}
