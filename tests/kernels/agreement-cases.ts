/**
 * The cases of agreement.ts: for each kernel many shapes with everything else taken in turn, and one small
 * shape with every combination. What is random is a function of the case's name.
 */
import { elementBits, makeKey, uniform24 } from '../../src/base/random.ts';
import { optimizerRule } from '../../src/engine/optimizer.ts';
import { ACTIVATION_IDS, OPTIMIZER_IDS } from '../../src/engine/kernels.ts';
import type {
  ActivationId,
  DropoutMask,
  KernelCall,
  OptimizerId,
  Parameter,
  Task,
  Tensor,
} from '../../src/engine/kernels.ts';
import type { SlotName } from '../../src/engine/slots.ts';
import type { AgreementCase, CaseRun, TensorContents } from './agreement.ts';

const ROWS = [1, 3, 16, 33] as const;
const WIDTHS = [1, 2, 3, 10, 64, 65, 785] as const;
/** Rows the tensors have beyond those of the batch, and what they hold. */
const PADDING_ROWS = 2;
const PADDING = 1000;
const KEYS_PER_LANE = 2;

type Slots = Partial<Record<SlotName, number>>;
type TensorOf = (name: string) => Tensor;
const MASKS = ['no mask', 'hashed mask', 'given mask'] as const;
type Mask = (typeof MASKS)[number];

/** Every case for programs of so many lanes, one kernel's after the other. */
export function* allCases(laneCount: number): Generator<AgreementCase> {
  yield* denseForwardCases(laneCount);
  yield* denseBackwardCases(laneCount);
  yield* outputGradientCases(laneCount);
  yield* updateCases(laneCount);
  yield* batchNormForwardCases(laneCount);
  yield* batchNormBackwardCases(laneCount);
  yield* matrixCases(laneCount);
  yield* wholeStepCases(laneCount);
  yield* notFiniteCases(laneCount);
}

/** Collects the tensors of a case; contents follow from the case's and the tensor's name. */
class CaseBuilder {
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

/** (rows, inputs, units): each width on each side with each number of rows, and batches of many rows. */
function denseShapes(): [number, number, number][] {
  return [...widthsInTurn(), [130, 65, 40], [67, 10, 3]];
}

function widthsInTurn(): [number, number, number][] {
  return WIDTHS.flatMap((width, i) =>
    ROWS.map((rows, j): [number, number, number] => [
      rows,
      width,
      WIDTHS[(3 * i + 2 * j + 1) % WIDTHS.length] ?? 1,
    ]),
  );
}

function denseForwardCases(laneCount: number): AgreementCase[] {
  const inTurn = denseShapes().map((shape, i) =>
    denseForwardCase(laneCount, shape, inTurnOf(ACTIVATION_IDS, i), inTurnOf(MASKS, i), i),
  );
  const combined = ACTIVATION_IDS.flatMap((activation) =>
    MASKS.map((mask, i) => denseForwardCase(laneCount, [5, 10, 65], activation, mask, i)),
  );
  return [...inTurn, ...combined];
}

/** Every third input is shared by the lanes; every second is mostly 0. */
function denseForwardCase(
  laneCount: number,
  [rows, inputs, units]: readonly [number, number, number],
  activation: ActivationId,
  mask: Mask,
  index: number,
): AgreementCase {
  const where = `${rows} rows, ${inputs} -> ${units}, ${activation}, ${mask}, input ${index}`;
  const builder = new CaseBuilder(laneCount, rows, where)
    .addBatch('input', [inputs], index % 2 ? (u) => (u < 0.4 ? 0 : u) : undefined)
    .add('weights', [inputs, units], (u) => (2 * u) / Math.sqrt(inputs))
    .add('bias', [units])
    .addBatch('output', [units])
    .addBatch('mask', [units], (u) => (u < 0.5 ? 1 : 0))
    .compareRows('output');
  if (index % 3 === 0) builder.share('input');
  return builder.build('denseForward', { keepHidden: 0.75 }, (tensor) => [
    {
      kernel: 'denseForward',
      input: tensor('input'),
      weights: tensor('weights'),
      bias: tensor('bias'),
      output: tensor('output'),
      activation,
      dropout: maskOf(mask, tensor, 1),
    },
  ]);
}

function denseBackwardCases(laneCount: number): AgreementCase[] {
  const inTurn = denseShapes().map((shape, i) =>
    denseBackwardCase(laneCount, shape, inTurnOf(ACTIVATION_IDS, i), inTurnOf(MASKS, i)),
  );
  const combined = ACTIVATION_IDS.flatMap((activation) =>
    MASKS.map((mask) => denseBackwardCase(laneCount, [5, 65, 10], activation, mask)),
  );
  return [...inTurn, ...combined];
}

/** `input` need not come from the mask: a kept unit's value is divided by 1 / keep whatever it is. */
function denseBackwardCase(
  laneCount: number,
  [rows, inputs, units]: readonly [number, number, number],
  activation: ActivationId,
  mask: Mask,
): AgreementCase {
  const where = `${rows} rows, ${inputs} <- ${units}, ${activation}, ${mask}`;
  return new CaseBuilder(laneCount, rows, where)
    .addBatch('outputGradient', [units])
    .add('weights', [inputs, units], (u) => (2 * u) / Math.sqrt(units))
    .addBatch('input', [inputs], (u) => activationValue(activation, u))
    .addBatch('inputGradient', [inputs])
    .addBatch('mask', [inputs], (u) => (u < 0.5 ? 1 : 0))
    .compareRows('inputGradient')
    .build('denseBackward', { keepHidden: 0.75 }, (tensor) => [
      {
        kernel: 'denseBackward',
        outputGradient: tensor('outputGradient'),
        weights: tensor('weights'),
        input: tensor('input'),
        inputActivation: activation,
        inputDropout: maskOf(mask, tensor, 0),
        inputGradient: tensor('inputGradient'),
      },
    ]);
}

/** A value that the activation can have, some of them at its kink. */
function activationValue(activation: ActivationId, u: number): number {
  if (activation === 'sigmoid') return (u + 1) / 2;
  if (activation === 'relu') return Math.max(u, 0);
  return u > 0.9 ? 0 : u;
}

function outputGradientCases(laneCount: number): AgreementCase[] {
  const tasks: Task[] = ['classification', 'regression'];
  return tasks.flatMap((task) =>
    WIDTHS.flatMap((outputs, i) =>
      [0, 0.1].map((labelSmoothing) =>
        outputGradientCase(laneCount, task, inTurnOf(ROWS, i), outputs, labelSmoothing),
      ),
    ),
  );
}

function outputGradientCase(
  laneCount: number,
  task: Task,
  rows: number,
  outputs: number,
  labelSmoothing: number,
): AgreementCase {
  const where = `${rows} rows of ${outputs} outputs, ${task}, smoothing ${labelSmoothing}`;
  const builder = new CaseBuilder(laneCount, rows, where)
    .addBatch('output', [outputs], (u) => 6 * u)
    .addBatch('targets', [outputs], task === 'regression' ? undefined : () => 0)
    .addBatch('gradient', [outputs])
    .addBatch('rowLoss', [])
    .compareAll('gradient', 'rowLoss');
  if (task === 'classification') setOneHot(builder.contents('targets'), rows, outputs);
  return builder.build('outputGradient', { labelSmoothing }, (tensor) => [
    {
      kernel: 'outputGradient',
      task,
      output: tensor('output'),
      targets: tensor('targets'),
      gradient: tensor('gradient'),
      rowLoss: tensor('rowLoss'),
    },
  ]);
}

function setOneHot({ shape, values }: TensorContents, rows: number, classes: number): void {
  const capacity = shape[1] ?? 0;
  for (let row = 0; row * classes < values.length; row++)
    if (row % capacity < rows) values[row * classes + ((row * 7) % classes)] = 1;
}

const UPDATE_SLOTS: Slots = {
  learningRate: 0.01,
  gradientPerWeight: 0.2,
  gradientPerSign: 0.1,
  shrinkBefore: 0.5,
  softThreshold: 0.3,
};

function updateCases(laneCount: number): AgreementCase[] {
  const inTurn = denseShapes().map((shape, i) =>
    updateCase(laneCount, shape, inTurnOf(OPTIMIZER_IDS, i), UPDATE_SLOTS, i),
  );
  const one = Object.keys(UPDATE_SLOTS).map((name): Slots => {
    const only = name as keyof typeof UPDATE_SLOTS;
    return { learningRate: 0.01, [only]: UPDATE_SLOTS[only] };
  });
  const combined = OPTIMIZER_IDS.flatMap((optimizer) =>
    [...one, {}, UPDATE_SLOTS].map((slots, i) =>
      updateCase(laneCount, [16, 65, 10], optimizer, slots, i),
    ),
  );
  return [...inTurn, ...combined];
}

/** Every second input is mostly 0, every third is shared, every fifth layer has no bias. */
function updateCase(
  laneCount: number,
  [rows, inputs, units]: readonly [number, number, number],
  optimizer: OptimizerId,
  slots: Slots,
  index: number,
): AgreementCase {
  const names = Object.keys(slots).join(' and ') || 'no slots';
  const hasBias = index % 5 !== 4;
  const where = `${rows} rows, ${inputs} x ${units}, ${optimizer}, ${names}, bias ${hasBias}`;
  const builder = new CaseBuilder(laneCount, rows, where)
    .addBatch('input', [inputs], index % 2 ? (u) => (u < 0.6 ? 0 : u) : undefined)
    .addBatch('outputGradient', [units])
    .addParameter('weights', [inputs, units])
    .addParameter('bias', [units])
    .compareParameter('weights', optimizer);
  if (hasBias) builder.compareParameter('bias', optimizer);
  if (index % 3 === 0) builder.share('input');
  return builder.build('updateParameters', slots, (tensor) => [
    {
      kernel: 'updateParameters',
      input: tensor('input'),
      outputGradient: tensor('outputGradient'),
      weights: parameterOf(tensor, 'weights', optimizer),
      bias: hasBias ? parameterOf(tensor, 'bias', optimizer) : null,
      optimizer: optimizerRule(optimizer),
    },
  ]);
}

function batchNormForwardCases(laneCount: number): AgreementCase[] {
  return WIDTHS.flatMap((units, i) =>
    ROWS.flatMap((rows, j) =>
      [true, false].map((training) => {
        const turn = 4 * i + j + Number(training);
        const activation = inTurnOf(ACTIVATION_IDS, turn);
        const mask = inTurnOf(MASKS, turn);
        return batchNormForwardCase(laneCount, rows, units, training, activation, mask);
      }),
    ),
  );
}

function batchNormForwardCase(
  laneCount: number,
  rows: number,
  units: number,
  training: boolean,
  activation: ActivationId,
  mask: Mask,
): AgreementCase {
  const where = `${rows} rows of ${units}, training ${training}, ${activation}, ${mask}`;
  const builder = addBatchNorm(new CaseBuilder(laneCount, rows, where), units)
    .addBatch('output', [units])
    .addBatch('mask', [units], (u) => (u < 0.5 ? 1 : 0))
    .compareRows('output')
    .compareAll('running mean', 'running variance');
  if (training) builder.compareAll('batch mean', 'batch inverse deviation');
  return builder.build('batchNormForward', { keepHidden: 0.75 }, (tensor) => [
    {
      kernel: 'batchNormForward',
      training,
      input: tensor('input'),
      gamma: tensor('gamma'),
      beta: tensor('beta'),
      ...statisticsOf(tensor),
      output: tensor('output'),
      momentum: 0.9,
      epsilon: 1e-3,
      activation,
      dropout: maskOf(mask, tensor, 1),
    },
  ]);
}

function addBatchNorm(builder: CaseBuilder, units: number): CaseBuilder {
  return builder
    .addBatch('input', [units], (u) => 3 * u + 1)
    .addParameter('gamma', [units])
    .addParameter('beta', [units])
    .add('running mean', [units])
    .add('running variance', [units], (u) => u * u)
    .add('batch mean', [units])
    .add('batch inverse deviation', [units], (u) => 1 + u * u);
}

function statisticsOf(tensor: TensorOf) {
  return {
    runningMean: tensor('running mean'),
    runningVariance: tensor('running variance'),
    batchMean: tensor('batch mean'),
    batchInverseDeviation: tensor('batch inverse deviation'),
  };
}

function batchNormBackwardCases(laneCount: number): AgreementCase[] {
  return WIDTHS.flatMap((units, i) =>
    ROWS.map((rows, j) => {
      const optimizer = inTurnOf(OPTIMIZER_IDS, 4 * i + j);
      const where = `${rows} rows of ${units}, ${optimizer}`;
      return addBatchNorm(new CaseBuilder(laneCount, rows, where), units)
        .addBatch('outputGradient', [units])
        .addBatch('inputGradient', [units])
        .compareRows('inputGradient')
        .compareParameter('gamma', optimizer)
        .compareParameter('beta', optimizer)
        .build('batchNormBackward', UPDATE_SLOTS, (tensor) => [
          batchNormBackward(tensor, optimizer),
        ]);
    }),
  );
}

function batchNormBackward(tensor: TensorOf, optimizer: OptimizerId): KernelCall {
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

/** limitColumns and reduceFigures. */
function matrixCases(laneCount: number): AgreementCase[] {
  return WIDTHS.flatMap((inputs, i) =>
    WIDTHS.filter((units, j) => (i + j) % 2 === 0 && inputs * units < 100_000).flatMap((units) => {
      const where = `${inputs} x ${units}`;
      const builder = () =>
        new CaseBuilder(laneCount, 1, where)
          .add('weights', [inputs, units], (u) => (Math.abs(u) < 0.2 ? 0 : u))
          .add('figures', [4]);
      const limit = (columnLimit: number) =>
        builder()
          .compareAll('weights')
          .build('limitColumns', { columnLimit }, (tensor) => [
            { kernel: 'limitColumns', weights: tensor('weights') },
          ]);
      const reduce = builder()
        .compareAll('figures')
        .build('reduceFigures', {}, (tensor) => [
          { kernel: 'reduceFigures', weights: tensor('weights'), figures: tensor('figures') },
        ]);
      return [limit(0.5 * Math.sqrt(inputs)), limit(Infinity), limit(0), reduce];
    }),
  );
}

/** Sequences of calls as in training. */
export function wholeStepCases(laneCount: number): AgreementCase[] {
  return OPTIMIZER_IDS.flatMap((optimizer, i) => [
    wholeStepCase(laneCount, 10, [2, 8, 3], inTurnOf(ACTIVATION_IDS, i), optimizer),
    wholeStepCase(laneCount, 33, [65, 40, 10], inTurnOf(ACTIVATION_IDS, i + 2), optimizer),
  ]);
}

/** Five steps of a network with one hidden layer, batch norm and dropout, and every slot in use. */
function wholeStepCase(
  laneCount: number,
  rows: number,
  [inputs, hidden, outputs]: readonly [number, number, number],
  activation: ActivationId,
  optimizer: OptimizerId,
): AgreementCase {
  const where = `${rows} rows, ${inputs}-${hidden}-${outputs}, ${activation}, ${optimizer}`;
  const builder = new CaseBuilder(laneCount, rows, where)
    .addBatch('x', [inputs])
    .share('x')
    .addParameter('w1', [inputs, hidden])
    .add('b1', [hidden])
    .addBatch('z1', [hidden]);
  addBatchNorm(builder, hidden)
    .addBatch('a1', [hidden])
    .addParameter('w2', [hidden, outputs])
    .addParameter('b2', [outputs])
    .addBatch('z2', [outputs])
    .addBatch('targets', [outputs], () => 0)
    .addBatch('dz2', [outputs])
    .addBatch('rowLoss', [])
    .addBatch('da1', [hidden])
    .addBatch('dz1', [hidden])
    .add('figures', [4])
    .compareAll('rowLoss', 'figures', 'running mean', 'running variance')
    .compareParameter('gamma', optimizer)
    .compareParameter('beta', optimizer)
    .compareParameter('w1', optimizer)
    .compareParameter('w2', optimizer)
    .compareParameter('b2', optimizer);
  setOneHot(builder.contents('targets'), rows, outputs);
  const slots = {
    ...UPDATE_SLOTS,
    softThreshold: 0.02,
    learningRate: 0.005,
    keepHidden: 0.8,
    labelSmoothing: 0.1,
    columnLimit: 0.4 * Math.sqrt(inputs),
  };
  return builder.build(
    'whole steps',
    slots,
    (tensor) => wholeStep(tensor, activation, optimizer),
    5,
  );
}

function wholeStep(
  tensor: TensorOf,
  activation: ActivationId,
  optimizer: OptimizerId,
): KernelCall[] {
  const rule = optimizerRule(optimizer);
  const dropout = { maskIndex: 0, given: null };
  const w1 = parameterOf(tensor, 'w1', optimizer);
  const w2 = parameterOf(tensor, 'w2', optimizer);
  return [
    {
      kernel: 'denseForward',
      ...{ input: tensor('x'), weights: w1.value, bias: tensor('b1'), output: tensor('z1') },
      ...{ activation: 'linear', dropout: null },
    },
    {
      kernel: 'batchNormForward',
      ...{ training: true, input: tensor('z1'), gamma: tensor('gamma'), beta: tensor('beta') },
      ...{ ...statisticsOf(tensor), output: tensor('a1') },
      ...{ momentum: 0.9, epsilon: 1e-3, activation, dropout },
    },
    {
      kernel: 'denseForward',
      ...{ input: tensor('a1'), weights: w2.value, bias: tensor('b2'), output: tensor('z2') },
      ...{ activation: 'linear', dropout: null },
    },
    {
      kernel: 'outputGradient',
      ...{ task: 'classification', output: tensor('z2'), targets: tensor('targets') },
      ...{ gradient: tensor('dz2'), rowLoss: tensor('rowLoss') },
    },
    {
      kernel: 'denseBackward',
      ...{ outputGradient: tensor('dz2'), weights: w2.value, input: tensor('a1') },
      ...{ inputActivation: activation, inputDropout: dropout, inputGradient: tensor('da1') },
    },
    {
      kernel: 'updateParameters',
      ...{ input: tensor('a1'), outputGradient: tensor('dz2'), weights: w2 },
      ...{ bias: parameterOf(tensor, 'b2', optimizer), optimizer: rule },
    },
    {
      ...batchNormBackward(
        (name) =>
          tensor({ outputGradient: 'da1', input: 'z1', inputGradient: 'dz1' }[name] ?? name),
        optimizer,
      ),
    },
    {
      kernel: 'updateParameters',
      ...{ input: tensor('x'), outputGradient: tensor('dz1'), weights: w1 },
      ...{ bias: null, optimizer: rule },
    },
    { kernel: 'limitColumns', weights: w1.value },
    { kernel: 'limitColumns', weights: w2.value },
    { kernel: 'reduceFigures', weights: w1.value, figures: tensor('figures') },
  ];
}

/** One element NaN or infinite in one input: it must come out where the reference has it. */
function notFiniteCases(laneCount: number): AgreementCase[] {
  const shapes = [
    [5, 10, 6],
    [5, 65, 40],
  ] as const;
  return [NaN, Infinity]
    .flatMap((value) =>
      shapes.flatMap((shape) => [
        ...(['relu', 'tanh', 'elu', 'sigmoid'] as const).flatMap((activation) => [
          spoilt(denseForwardCase(laneCount, shape, activation, 'hashed mask', 1), 'input', value),
          spoilt(denseForwardCase(laneCount, shape, activation, 'no mask', 1), 'weights', value),
          spoilt(
            denseBackwardCase(laneCount, shape, activation, 'no mask'),
            'outputGradient',
            value,
          ),
          spoilt(denseBackwardCase(laneCount, shape, activation, 'no mask'), 'weights', value),
        ]),
        ...OPTIMIZER_IDS.flatMap((optimizer) =>
          ['input', 'outputGradient', 'weights'].map((name) =>
            spoilt(updateCase(laneCount, shape, optimizer, UPDATE_SLOTS, 1), name, value),
          ),
        ),
      ]),
    )
    .concat(
      spoilt(outputGradientCase(laneCount, 'classification', 3, 10, 0.1), 'output', NaN),
      spoilt(outputGradientCase(laneCount, 'regression', 3, 10, 0), 'output', NaN),
      spoilt(batchNormForwardCase(laneCount, 3, 10, true, 'relu', 'no mask'), 'input', NaN),
      ...matrixCases(laneCount)
        .filter((_, i) => i % 16 < 4)
        .map((testCase) => spoilt(testCase, 'weights', NaN)),
    );
}

/** Sets one element of the last lane; the rest of the tensor stays. */
function spoilt(testCase: AgreementCase, name: string, value: number): AgreementCase {
  const tensors = new Map(testCase.tensors);
  const contents = tensors.get(name);
  if (!contents) throw new Error(`No tensor "${name}".`);
  const { shape } = contents;
  const values = contents.values.slice();
  const laneSize = values.length / (shape[0] ?? 1);
  values[values.length - laneSize + Math.floor((shape[shape.length - 1] ?? 1) / 2)] = value;
  tensors.set(name, { shape, values });
  const kernel = `${testCase.kernel}, not finite`;
  return { ...testCase, kernel, where: `${value} in ${name}, ${testCase.where}`, tensors };
}

function maskOf(mask: Mask, tensor: TensorOf, maskIndex: number): DropoutMask | null {
  if (mask === 'no mask') return null;
  return { maskIndex, given: mask === 'given mask' ? tensor('mask') : null };
}

function parameterOf(tensor: TensorOf, name: string, optimizer: OptimizerId): Parameter {
  return {
    value: tensor(name),
    first: usesFirst(optimizer) ? tensor(`${name} first`) : null,
    second: usesSecond(optimizer) ? tensor(`${name} second`) : null,
  };
}

const usesFirst = (id: OptimizerId) => id === 'momentum' || id === 'nesterov' || id === 'adam';
const usesSecond = (id: OptimizerId) => id === 'rmsprop' || id === 'adam';

function inTurnOf<Item>(items: readonly [Item, ...Item[]], index: number): Item {
  return items[index % items.length] ?? items[0];
}

/** A key from a text. */
function keyOf(text: string): number {
  return makeKey(text.length, 0, ...Array.from(text, (letter) => letter.charCodeAt(0)));
}
