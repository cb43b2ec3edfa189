/**
 * What each regularizer is known to do on the stage of the opening preset (400 digits, 30 % wrong
 * labels) and its variants, by the safe margins over five seeds.
 */
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/protocol/experiment.ts';
import { ARM_IDS } from '../../src/protocol/experiment.ts';
import { wrongLabels } from '../../src/presets/wrong-labels.ts';
import type { RegularizerSettings } from '../../src/regularizers/registry.ts';
import type { EffectsAnswer } from './effects.ts';
import { SEEDS, arm, meanOf, train, useEffectsWorker } from './train-effects.ts';

useEffectsWorker();

const base: Experiment = wrongLabels.experiment;

interface Changes {
  readonly data?: Partial<Experiment['data']>;
  readonly network?: Partial<Experiment['network']>;
  readonly training?: Partial<Experiment['training']>;
}

function stage(arms: readonly RegularizerSettings[], changes: Changes = {}): Experiment {
  return {
    version: 1,
    data: { ...base.data, ...changes.data },
    network: { ...base.network, ...changes.network },
    training: { ...base.training, ...changes.training },
    arms: arms.map((regularizers, i) => ({
      id: ARM_IDS[i] ?? 'A',
      name: null,
      regularizers,
    })),
  };
}

/** Every arm of an experiment over all seeds. */
async function overSeeds(experiment: Experiment) {
  const answers: EffectsAnswer[] = [];
  for (const seed of SEEDS) answers.push(await train(experiment, seed));
  return experiment.arms.map((_, i) => answers.map((answer) => arm(answer, i)));
}

type Ends = ReturnType<typeof arm>[];
const validation = (ends: Ends | undefined) => meanOf((ends ?? []).map((end) => end.validation));

const stopping = (patience: number) => ({
  earlyStopping: {
    metric: 'validationLoss' as const,
    patience,
    minDelta: 0,
    restoreBest: true,
  },
});

it('P2: early stopping saves what the plain arm loses, with any patience', async () => {
  const arms = [{}, ...[1, 3, 5, 10].map(stopping)];
  const [plain, ...stopped] = await overSeeds(stage(arms));
  for (const ends of stopped)
    expect(validation(ends) - validation(plain)).toBeGreaterThanOrEqual(8);
});

it('P3: the strength of L2 has a best value inside, and too much learns nothing', async () => {
  const arms = [0, 0.001, 0.003, 0.01, 0.03, 0.1].map((lambda) => ({ l2: { lambda } }));
  const ends = await overSeeds(stage(arms, { data: { wrongLabelShare: 0.2 } }));
  const figures = ends.map(validation);
  const best = Math.max(...figures);
  expect(figures.indexOf(best)).toBeGreaterThan(0);
  expect(figures.indexOf(best)).toBeLessThan(4);
  expect(best - (figures[0] ?? NaN)).toBeGreaterThanOrEqual(5);
  expect(figures[5]).toBeLessThanOrEqual(20);
});

it('P3b: the dropout rate has a best value inside', async () => {
  const arms = [0, 0.2, 0.5, 0.8, 0.9, 0.95].map((rate) => ({ dropout: { rate, inputRate: 0 } }));
  const ends = await overSeeds(stage(arms, { data: { wrongLabelShare: 0.2 } }));
  const figures = ends.map(validation);
  const best = Math.max(...figures);
  expect(best - (figures[0] ?? NaN)).toBeGreaterThanOrEqual(5);
  expect(best - (figures[5] ?? NaN)).toBeGreaterThanOrEqual(5);
});

describe('P4: all on the stage', () => {
  it('L2, weight decay, max-norm, input noise and L1 each gain much', async () => {
    const arms: RegularizerSettings[] = [
      {},
      { l2: { lambda: 0.01 } },
      { weightDecay: { lambda: 1 } },
      { maxNorm: { limit: 1 } },
      { inputNoise: { deviation: 0.3 } },
      { l1: { lambda: 0.002, proximal: true } },
    ];
    const [plain, ...others] = await overSeeds(stage(arms));
    for (const ends of others)
      expect(validation(ends) - validation(plain)).toBeGreaterThanOrEqual(8);
    // 88 % of the weights are exactly 0 in the reference run.
    for (const { zeros } of others[4] ?? []) expect(zeros / 18944).toBeGreaterThanOrEqual(0.5);
  });

  it('elastic net and dropout alone gain, label smoothing hardly', async () => {
    const arms: RegularizerSettings[] = [
      {},
      { l1: { lambda: 0.001, proximal: true }, l2: { lambda: 0.003 } },
      { dropout: { rate: 0.5, inputRate: 0 } },
      { labelSmoothing: { epsilon: 0.1 } },
    ];
    const [plain, elastic, dropout, smoothing] = await overSeeds(stage(arms));
    expect(validation(elastic) - validation(plain)).toBeGreaterThanOrEqual(8);
    expect(validation(dropout) - validation(plain)).toBeGreaterThanOrEqual(5);
    expect(Math.abs(validation(smoothing) - validation(plain))).toBeLessThanOrEqual(6);
  });
});

it('P10: batch norm trains what cannot be trained without', async () => {
  const experiment = stage([{}, { batchNorm: { momentum: 0.9 } }], {
    data: { trainingExamples: 800, wrongLabelShare: 0 },
    network: { hiddenLayers: [48, 48, 48, 48, 48], activation: 'sigmoid' },
    training: { optimizer: 'sgd', learningRate: 0.1, epochs: 15 },
  });
  const [without, with_] = await overSeeds(experiment);
  without?.forEach((end, i) => {
    expect((with_?.[i]?.validation ?? NaN) - end.validation).toBeGreaterThanOrEqual(50);
  });
});

it('P10b: batch norm widens the usable learning rates', async () => {
  const at = async (learningRate: number) => {
    const experiment = stage([{}, { batchNorm: { momentum: 0.9 } }], {
      data: { trainingExamples: 800, wrongLabelShare: 0 },
      network: { hiddenLayers: [64, 64, 64] },
      training: { optimizer: 'sgd', learningRate, epochs: 10 },
    });
    return (await overSeeds(experiment)).map(validation);
  };
  const [slow, slowNormalised] = await at(0.003);
  expect((slowNormalised ?? NaN) - (slow ?? NaN)).toBeGreaterThanOrEqual(20);
  const [wild, wildNormalised] = await at(1);
  expect((wildNormalised ?? NaN) - (wild ?? NaN)).toBeGreaterThanOrEqual(50);
});

it('P11: the L1 penalty as a gradient makes no zeros, the proximal step many', async () => {
  const arms = [false, true].map((proximal) => ({ l1: { lambda: 0.001, proximal } }));
  const [gradient, proximal] = await overSeeds(stage(arms));
  for (const { zeros } of gradient ?? []) expect(zeros).toBeLessThan(0.01 * 18944);
  for (const { zeros } of proximal ?? []) expect(zeros).toBeGreaterThanOrEqual(0.5 * 18944);
});

it('P16: label smoothing raises the loss while accuracy does not fall', async () => {
  const arms = [0, 0.1, 0.2].map((epsilon) => ({ labelSmoothing: { epsilon } }));
  const [none, , much] = await overSeeds(stage(arms, { data: { wrongLabelShare: 0 } }));
  const loss = (ends: Ends | undefined) => meanOf((ends ?? []).map((end) => end.loss));
  expect(loss(much)).toBeGreaterThan(1.2 * loss(none));
  expect(validation(much)).toBeGreaterThanOrEqual(validation(none) - 0.5);
});

it('P17: a plain network learns pure nonsense by heart', async () => {
  const experiment = stage([{}], { data: { wrongLabelShare: 1 }, training: { epochs: 100 } });
  const [plain] = await overSeeds(experiment);
  for (const end of plain ?? []) {
    expect(end.training).toBeGreaterThanOrEqual(95);
    expect(end.validation).toBeLessThanOrEqual(15);
  }
});
