/**
 * The cases of agreement.ts, kernel by kernel: many shapes with everything else taken in turn, and
 * one small shape with every combination. What is random is a function of the case's name.
 */
import { ACTIVATION_IDS, OPTIMIZER_IDS } from '../../src/engine/step/kernels.ts';
import type { ActivationId, OptimizerId, Task } from '../../src/engine/step/kernels.ts';
import { optimizerRule } from '../../src/engine/step/optimizer.ts';
import type { AgreementCase } from './agreement.ts';
import {
  addBatchNorm,
  batchNormBackward,
  CaseBuilder,
  inTurnOf,
  MASKS,
  maskOf,
  parameterOf,
  setOneHot,
  statisticsOf,
  UPDATE_SLOTS,
} from './case-builder.ts';
import type { Mask, Slots } from './case-builder.ts';
import { wholeStepCases } from './whole-step-cases.ts';

const ROWS = [1, 3, 16, 33] as const;
const WIDTHS = [1, 2, 3, 10, 64, 65, 785] as const;
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

/**
 * (rows, inputs, units): each width on each side with each number of rows, and batches of many
 * rows.
 */
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

/**
 * `input` need not come from the mask: a kept unit's value is divided by 1 / keep whatever it is.
 */
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
  const mixed = OPTIMIZER_IDS.map((optimizer, i) =>
    freeEverySecondLane(updateCase(laneCount, [16, 130, 130], optimizer, UPDATE_SLOTS, i)),
  );
  return [...inTurn, ...combined, ...mixed];
}

/** The same without penalties in every second lane: large weights of such lanes may go another way. */
function freeEverySecondLane(given: AgreementCase): AgreementCase {
  const runs = given.runs.map((run) => ({
    ...run,
    slots: run.slots.map((slots, lane) => {
      const { learningRate = 0, firstCorrection = 1, secondCorrection = 1 } = slots;
      return lane % 2 === 0 ? slots : { learningRate, firstCorrection, secondCorrection };
    }),
  }));
  return { ...given, where: `${given.where}, every second lane free`, runs };
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
        const number = 4 * i + j + Number(training);
        const activation = inTurnOf(ACTIVATION_IDS, number);
        const mask = inTurnOf(MASKS, number);
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
