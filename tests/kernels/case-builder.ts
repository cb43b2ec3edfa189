/** How a case of agreement.ts is put together: seeded tensors, slots of each lane, calls. */
import { elementBits, makeKey, uniform24 } from '../../src/base/random.ts';
import { optimizerRule } from '../../src/engine/step/optimizer.ts';
import type {
  DropoutMask,
  KernelCall,
  OptimizerId,
  Parameter,
  Tensor,
} from '../../src/engine/step/kernels.ts';
import type { SlotName } from '../../src/engine/step/slots.ts';
import type { AgreementCase, CaseRun, TensorContents } from './agreement.ts';

/** Rows the tensors have beyond those of the batch, and what they hold. */
const PADDING_ROWS = 2;
const PADDING = 1000;
const KEYS_PER_LANE = 2;

export type Slots = Partial<Record<SlotName, number>>;
export type TensorOf = (name: string) => Tensor;
export const MASKS = ['no mask', 'hashed mask', 'given mask'] as const;
export type Mask = (typeof MASKS)[number];

export const UPDATE_SLOTS: Slots = {
  learningRate: 0.01,
  gradientPerWeight: 0.2,
  gradientPerSign: 0.1,
  shrinkBefore: 0.5,
  softThreshold: 0.3,
};

/** Collects the tensors of a case; contents follow from the case's and the tensor's name. */
export class CaseBuilder {
  readonly tensors = new Map<string, TensorContents>();
  readonly compared = new Map<string, 'rows of the batch' | 'all'>();
  private readonly key: number;

  constructor(
    readonly laneCount: number,
    readonly rows: number,
    readonly where: string,
  ) {
    this.key = keyOf(`${laneCount} ${where}`);
  }

  /** A tensor without rows: weights, state. `value` maps a number uniform in [-1, 1). */
  add(name: string, shape: readonly number[], value: (u: number) => number = (u) => u): this {
    const full = [this.laneCount, ...shape];
    const values = new Float32Array(full.reduce((product, n) => product * n, 1));
    const key = makeKey(this.key, keyOf(name));
    for (let i = 0; i < values.length; i++)
      values[i] = value(2 * uniform24(elementBits(key, i)) - 1);
    this.tensors.set(name, { shape: full, values });
    return this;
  }

  /** A tensor [lane, rows, …] with padding. */
  addBatch(name: string, shape: readonly number[], value?: (u: number) => number): this {
    const capacity = this.rows + PADDING_ROWS;
    this.add(name, [capacity, ...shape], value);
    const { values } = this.contents(name);
    const rowSize = shape.reduce((product, n) => product * n, 1);
    values.forEach((_, i) => {
      if (Math.floor(i / rowSize) % capacity >= this.rows) values[i] = PADDING;
    });
    return this;
  }

  /** Makes all lanes use the first lane's part. */
  share(name: string): this {
    const { shape, values } = this.contents(name);
    const shared = values.slice(0, values.length / this.laneCount);
    this.tensors.set(name, { shape: [1, ...shape.slice(1)], values: shared });
    return this;
  }

  /** A parameter with the state of any rule. */
  addParameter(name: string, shape: readonly number[]): this {
    this.add(name, shape, (u) => (u > 0.9 ? 0 : u));
    this.add(`${name} first`, shape, (u) => 0.1 * u);
    return this.add(`${name} second`, shape, (u) => 0.01 * u * u);
  }

  compareParameter(name: string, optimizer: OptimizerId): this {
    this.compared.set(name, 'all');
    if (usesFirst(optimizer)) this.compared.set(`${name} first`, 'all');
    if (usesSecond(optimizer)) this.compared.set(`${name} second`, 'all');
    return this;
  }

  compareRows(...names: string[]): this {
    for (const name of names) this.compared.set(name, 'rows of the batch');
    return this;
  }

  compareAll(...names: string[]): this {
    for (const name of names) this.compared.set(name, 'all');
    return this;
  }

  contents(name: string): TensorContents {
    const contents = this.tensors.get(name);
    if (!contents) throw new Error(`No tensor "${name}".`);
    return contents;
  }

  /** Each lane gets slots of its own: lane 0 those given, the next ones variations. */
  build(
    kernel: string,
    slots: Slots,
    calls: (tensor: TensorOf) => KernelCall[],
    runCount = 1,
  ): AgreementCase {
    const { laneCount, where, tensors, compared, rows } = this;
    const runs: CaseRun[] = Array.from({ length: runCount }, (_, run) => ({
      rows,
      slots: Array.from({ length: laneCount }, (__, lane) => slotsOfLane(slots, lane, run)),
      maskKeys: Uint32Array.from({ length: laneCount * KEYS_PER_LANE }, (__, i) =>
        elementBits(makeKey(this.key, run), i),
      ),
    }));
    return { kernel, where, laneCount, tensors, calls, runs, compared };
  }
}

/** In other lanes and runs the given slots have other values, the corrections those of the run. */
function slotsOfLane(slots: Slots, lane: number, run: number): Slots {
  const varied = Object.fromEntries(
    Object.entries(slots).map(([name, value]) => [
      name,
      name === 'keepHidden' ? value + 0.05 * lane : value * (1 + 0.3 * lane),
    ]),
  );
  const [first, second] = [0.9 ** (run + 3), 0.999 ** (run + 3)];
  return { ...varied, firstCorrection: 1 - first, secondCorrection: 1 - second };
}

export function setOneHot({ shape, values }: TensorContents, rows: number, classes: number): void {
  const capacity = shape[1] ?? 0;
  for (let row = 0; row * classes < values.length; row++)
    if (row % capacity < rows) values[row * classes + ((row * 7) % classes)] = 1;
}

export function addBatchNorm(builder: CaseBuilder, units: number): CaseBuilder {
  return builder
    .addBatch('input', [units], (u) => 3 * u + 1)
    .addParameter('gamma', [units])
    .addParameter('beta', [units])
    .add('running mean', [units])
    .add('running variance', [units], (u) => u * u)
    .add('batch mean', [units])
    .add('batch inverse deviation', [units], (u) => 1 + u * u);
}

export function statisticsOf(tensor: TensorOf) {
  return {
    runningMean: tensor('running mean'),
    runningVariance: tensor('running variance'),
    batchMean: tensor('batch mean'),
    batchInverseDeviation: tensor('batch inverse deviation'),
  };
}

export function batchNormBackward(tensor: TensorOf, optimizer: OptimizerId): KernelCall {
  return {
    kernel: 'batchNormBackward',
    outputGradient: tensor('outputGradient'),
    input: tensor('input'),
    inputGradient: tensor('inputGradient'),
    batchMean: tensor('batch mean'),
    batchInverseDeviation: tensor('batch inverse deviation'),
    gamma: parameterOf(tensor, 'gamma', optimizer),
    beta: parameterOf(tensor, 'beta', optimizer),
    optimizer: optimizerRule(optimizer),
  };
}

export function maskOf(mask: Mask, tensor: TensorOf, maskIndex: number): DropoutMask | null {
  if (mask === 'no mask') return null;
  return { maskIndex, given: mask === 'given mask' ? tensor('mask') : null };
}

export function parameterOf(tensor: TensorOf, name: string, optimizer: OptimizerId): Parameter {
  return {
    value: tensor(name),
    first: usesFirst(optimizer) ? tensor(`${name} first`) : null,
    second: usesSecond(optimizer) ? tensor(`${name} second`) : null,
  };
}

const usesFirst = (id: OptimizerId) => id === 'momentum' || id === 'nesterov' || id === 'adam';
const usesSecond = (id: OptimizerId) => id === 'rmsprop' || id === 'adam';

export function inTurnOf<Item>(items: readonly [Item, ...Item[]], index: number): Item {
  return items[index % items.length] ?? items[0];
}

/** A key from a text. */
function keyOf(text: string): number {
  return makeKey(text.length, 0, ...Array.from(text, (letter) => letter.charCodeAt(0)));
}
