/**
 * Where training must end when nothing but a regularizer decides: at smoothed targets, at the class prior. And what
 * the figures on screen leave out.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import type { RegularizerSettings } from '../../src/regularizers/registry.ts';
import { examplesOf, lanePlan, layerOf, runData, statesOf } from '../lane-plan.ts';
import { BACKENDS, openBackend } from './backends.ts';
import { normals } from './random-designs.ts';
import { Watch } from './watched-backend.ts';

const CLASSES = 4;

describe.each(BACKENDS)('%s', (name) => {
  let backend: ComputeBackend;
  let tolerance: number;
  beforeAll(async () => {
    backend = await openBackend(name);
    tolerance = backend.name === 'wasm' ? 1e-4 : 1e-7;
  });

  it.each([0.1, 0.4])('label smoothing ε = %f ends at confidence 1 − ε + ε/C', async (epsilon) => {
    // One row a class, told apart by one feature each: the network could be quite sure.
    const identity = Array.from({ length: CLASSES }, (_, row) =>
      Array.from({ length: CLASSES }, (__, column) => Number(row === column)),
    );
    const data = runData(examplesOf(identity, [0, 1, 2, 3]));
    const watch = new Watch(backend);
    const run = new TrainingRun(watch.backend, [
      lanePlan({
        ...{ sizes: [CLASSES, CLASSES], data, task: 'classification', learningRate: 0.5 },
        ...{ optimizer: 'momentum', regularizers: { labelSmoothing: { epsilon } } },
      }),
    ]);
    for (let step = 0; step < 1500; step++) run.step();
    const confidence = 1 - epsilon + epsilon / CLASSES;
    const figures = (await run.measure()).get(0);
    // The figure on screen is against hard labels.
    expect(Math.abs((figures?.trainingLoss ?? NaN) + Math.log(confidence))).toBeLessThan(tolerance);
    // Nothing is left of the step's gradient, which is against the smoothed targets.
    const { gradient } = watch.call('outputGradient');
    for (const slope of await watch.read(gradient)) expect(Math.abs(slope)).toBeLessThan(tolerance);
    run.dispose();
  });

  it.each<[string, RegularizerSettings]>([
    ['L2', { l2: { lambda: 8 } }],
    ['L1', { l1: { lambda: 4, proximal: true } }],
    ['weight decay', { weightDecay: { lambda: 16 } }],
  ])(
    'too much %s leaves the entropy of the class prior, and its share right',
    async (_, regularizers) => {
      const counts = [5, 20, 10, 15];
      const targets = counts.flatMap((count, label) => new Array<number>(count).fill(label));
      const data = runData(examplesOf(normals(targets.length, 6, 4), targets));
      const plan = lanePlan({
        ...{ sizes: [6, 8, CLASSES], data, task: 'classification', regularizers },
        ...{ learningRate: 0.05 },
      });
      const run = new TrainingRun(backend, [plan]);
      for (let step = 0; step < 4000; step++) run.step();
      const figures = (await run.measure()).get(0);
      const shares = counts.map((count) => count / targets.length);
      const entropy = shares.reduce((sum, share) => sum - share * Math.log(share), 0);
      expect(Math.abs((figures?.trainingLoss ?? NaN) - entropy)).toBeLessThan(10 * tolerance);
      expect(figures?.trainingAccuracy).toBeCloseTo(Math.max(...shares), 12);
      expect(figures?.weightNorm).toBeLessThan(1e-3);
      if (regularizers.l1) expect(figures?.zeroWeights).toBe(6 * 8 + 8 * CLASSES);
      run.dispose();
    },
  );

  it('losses on screen hold no penalty; the penalty is λΣw² + λΣ|w| of the weights alone', async () => {
    const data = runData(examplesOf(normals(20, 3, 6), new Array<number>(20).fill(0.5)));
    const strengths: RegularizerSettings[] = [
      {},
      { l2: { lambda: 2 }, l1: { lambda: 3, proximal: false } },
    ];
    const plans = strengths.map((regularizers) =>
      lanePlan({ sizes: [3, 4, 1], data, learningRate: 0.1, regularizers }),
    );
    const run = new TrainingRun(backend, plans);
    const [plain, penalised] = [...(await run.measure()).values()];
    expect(penalised?.trainingLoss).toBe(plain?.trainingLoss);
    expect(penalised?.validationLoss).toBe(plain?.validationLoss);
    const [state] = await statesOf(run);
    const weights = [0, 1].flatMap((layer) => layerOf(state, layer).weights);
    const expected = weights.reduce((sum, w) => sum + 2 * w * w + 3 * Math.abs(w), 0);
    expect(plain?.penalty).toBe(0);
    expect(Math.abs((penalised?.penalty ?? NaN) - expected)).toBeLessThan(10 * tolerance);
    run.dispose();
  });
});
