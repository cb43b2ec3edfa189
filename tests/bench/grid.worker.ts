/**
 * Times a whole grid as the Sweep page trains it: 125 trainings through a pool of one worker and of two, with the
 * pool warm, in turn with tfjs' model.fit, which trains the same networks one after the other.
 */
import * as tf from '@tensorflow/tfjs';
import { LanePool } from '../../src/client/lane-pool.ts';
import { spawnTrainer } from '../../src/client/spawn-trainer.ts';
import { planSweep } from '../../src/plans/sweep.ts';
import type { Sweep } from '../../src/plans/sweep.ts';
import { OFF } from '../../src/plans/sweep-settings.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { sweepBase } from '../../src/presets/sweep/sweep-preset.ts';

declare const self: DedicatedWorkerGlobalScope;

const ROUNDS = 9;
/** Networks that model.fit trains in a round. */
const BASELINE_TRAININGS = 2;

const GRID: Sweep = {
  base: sweepBase({
    data: {
      dataset: 'breast-cancer',
      trainingExamples: 400,
      validationExamples: 100,
      wrongLabelShare: 0,
    },
    network: { hiddenLayers: [16] },
    training: { optimizer: 'adam', learningRate: 0.01, batchSize: 32, epochs: 50 },
  }),
  seed: 1,
  axes: [
    { setting: 'l2.lambda', values: [OFF, 0.0003, 0.001, 0.003, 0.01] },
    { setting: 'dropout.rate', values: [OFF, 0.1, 0.2, 0.35, 0.5] },
  ],
  judging: { foldCount: 5, seeds: 1, metric: 'loss', at: 'last' },
};

type Backend = 'wasm' | 'webgl';

/** Seconds from the start to the last result. */
function trainGrid(pool: LanePool, backend: Backend): Promise<number> {
  const { lanes, wishes } = planSweep(GRID);
  const specs = lanes().map(({ spec }) => spec);
  const startMs = performance.now();
  return new Promise((resolve, reject) => {
    pool.start(
      { specs, wishes, backend },
      {
        laneTrained: () => undefined,
        laneFailed: (_, { message }) => reject(new Error(message)),
        progressed: () => undefined,
        finished: () => resolve((performance.now() - startMs) / 1000),
      },
    );
  });
}

/** Seconds a training of model.fit on as many rows as a fold trains on. */
async function trainBaseline(): Promise<number> {
  const rows = 400;
  const x = tf.randomNormal([rows, 30], 0, 1, 'float32', 1);
  const y = tf.oneHot(tf.randomUniform([rows], 0, 2, 'int32', 1), 2);
  const startMs = performance.now();
  for (let i = 0; i < BASELINE_TRAININGS; i++) {
    const model = tf.sequential();
    const kernelRegularizer = tf.regularizers.l2({ l2: 0.001 });
    model.add(
      tf.layers.dense({ units: 16, activation: 'relu', inputShape: [30], kernelRegularizer }),
    );
    model.add(tf.layers.dropout({ rate: 0.2 }));
    model.add(tf.layers.dense({ units: 2, activation: 'softmax', kernelRegularizer }));
    model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });
    await model.fit(x, y, { batchSize: 32, epochs: 50, yieldEvery: 'never' });
    model.dispose();
  }
  tf.dispose([x, y]);
  return (performance.now() - startMs) / 1000 / BASELINE_TRAININGS;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const rounded = (value: number) => Number(value.toPrecision(4));

async function time(backend: Backend) {
  const { report } = await chooseBackend(backend);
  if (report.name !== backend) throw new Error(report.reason);
  await tf.setBackend(backend);
  const pools = [1, 2].map((size) => new LanePool(spawnTrainer, size));
  const seconds: number[][] = [[], []];
  const baseline: number[] = [];
  for (const pool of pools) await trainGrid(pool, backend);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, pool] of pools.entries()) {
      // Caches are another's after the baseline.
      await trainGrid(pool, backend);
      seconds[index]?.push(await trainGrid(pool, backend));
    }
    baseline.push(await trainBaseline());
  }
  for (const pool of pools) pool.dispose();
  const trainings = planSweep(GRID).lanes().length;
  const [one = NaN, two = NaN] = seconds.map(median);
  const fit = median(baseline);
  return {
    ...{ workload: 'grid-5x5x5', backend, trainings, gridSeconds: rounded(two) },
    trainingsPerSecondOneWorker: rounded(trainings / one),
    trainingsPerSecondTwoWorkers: rounded(trainings / two),
    twoWorkersToOne: rounded(one / two),
    baseline: 'tfjs model.fit, one by one',
    baselineTrainingsPerSecond: rounded(1 / fit),
    ratio: rounded((fit * trainings) / two),
  };
}

self.onmessage = ({ data }: MessageEvent<{ backend: Backend }>) => {
  void time(data.backend).then(
    (figures) => self.postMessage(figures),
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
};
