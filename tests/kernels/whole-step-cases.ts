/** Sequences of kernel calls as in training, for agreement.ts: five steps of a small network. */
import { ACTIVATION_IDS, OPTIMIZER_IDS } from '../../src/engine/step/kernels.ts';
import type { ActivationId, KernelCall, OptimizerId } from '../../src/engine/step/kernels.ts';
import { optimizerRule } from '../../src/engine/step/optimizer.ts';
import type { AgreementCase } from './agreement.ts';
import {
  addBatchNorm,
  batchNormBackward,
  CaseBuilder,
  inTurnOf,
  parameterOf,
  setOneHot,
  statisticsOf,
  UPDATE_SLOTS,
} from './case-builder.ts';
import type { TensorOf } from './case-builder.ts';

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
