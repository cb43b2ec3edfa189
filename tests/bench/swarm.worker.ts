/**
 * Times a whole batch of trainings as a page orders it: through a pool of one worker and of two, with the pool
 * warm, in turn with tfjs' model.fit, which trains some of the same networks one after the other; its seconds for
 * all of them are scaled from those.
 */
import * as tf from '@tensorflow/tfjs';
import { LanePool } from '../../src/client/lane-pool.ts';
import { spawnTrainer } from '../../src/client/spawn-trainer.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { SWARMS } from './swarms.ts';
import type { Swarm } from './swarms.ts';

declare const self: DedicatedWorkerGlobalScope;

type Backend = 'wasm' | 'webgl';

/** Seconds from the start to the last result, and to the first. */
function train(pool: LanePool, { plan, lanesPerChunk }: Swarm, backend: Backend) {
  const specs = plan.lanes().map(({ spec }) => spec);
  const startMs = performance.now();
  let first = NaN;
  return new Promise<{ all: number; first: number }>((resolve, reject) => {
    const elapsed = () => (performance.now() - startMs) / 1000;
    pool.start(
      { specs, wishes: plan.wishes, backend, ...(lanesPerChunk && { lanesPerChunk }) },
      {
        laneTrained: () => void (first = Number.isNaN(first) ? elapsed() : first),
        laneFailed: (_, { message }) => reject(new Error(message)),
        progressed: () => undefined,
        finished: () => resolve({ all: elapsed(), first }),
      },
    );
  });
}

/** Seconds a training of model.fit. */
async function trainBaseline({ baseline }: Swarm): Promise<number> {
  const { rows, features, batchSize, epochs, trainings, task } = baseline;
  const x = tf.randomNormal([rows, features], 0, 1, 'float32', 1);
  const isRegression = task === 'regression';
  const y = isRegression
    ? tf.randomNormal([rows, 1], 0, 1, 'float32', 2)
    : tf.oneHot(tf.randomUniform([rows], 0, 2, 'int32', 1), 2);
  const startMs = performance.now();
  for (let i = 0; i < trainings; i++) {
    const model = tf.sequential();
    const kernelRegularizer = tf.regularizers.l2({ l2: 0.001 });
    baseline.hidden.forEach((units, layer) => {
      const shape = layer === 0 ? { inputShape: [features] } : {};
      model.add(tf.layers.dense({ units, activation: 'relu', kernelRegularizer, ...shape }));
      if (baseline.dropout) model.add(tf.layers.dropout({ rate: baseline.dropout }));
    });
    const units = isRegression ? 1 : 2;
    const activation = isRegression ? 'linear' : 'softmax';
    model.add(tf.layers.dense({ units, activation, kernelRegularizer }));
    const loss = isRegression ? 'meanSquaredError' : 'categoricalCrossentropy';
    model.compile({ optimizer: tf.train.adam(0.01), loss });
    await model.fit(x, y, { batchSize, epochs, yieldEvery: 'never' });
    model.dispose();
  }
  tf.dispose([x, y]);
  return (performance.now() - startMs) / 1000 / trainings;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const rounded = (value: number) => Number(value.toPrecision(4));

async function time(name: string, backend: Backend) {
  const swarm = SWARMS.find((one) => one.name === name);
  if (!swarm) throw new Error(`There is no workload "${name}".`);
  const { report } = await chooseBackend(backend);
  if (report.name !== backend) throw new Error(report.reason);
  await tf.setBackend(backend);
  const pools = [1, 2].map((size) => new LanePool(spawnTrainer, size));
  const seconds: number[][] = [[], []];
  const firsts: number[] = [];
  const baseline: number[] = [];
  for (const pool of pools) await train(pool, swarm, backend);
  for (let round = 0; round < swarm.rounds; round++) {
    for (const [index, pool] of pools.entries()) {
      // The baseline has filled the processor's caches with its own data.
      await train(pool, swarm, backend);
      const { all, first } = await train(pool, swarm, backend);
      seconds[index]?.push(all);
      if (index === 1) firsts.push(first);
    }
    baseline.push(await trainBaseline(swarm));
  }
  for (const pool of pools) pool.dispose();
  const trainings = swarm.plan.lanes().length;
  const [one = NaN, two = NaN] = seconds.map(median);
  const fit = median(baseline);
  return {
    ...{ workload: name, backend, trainings },
    ...{ secondsOneWorker: rounded(one), secondsTwoWorkers: rounded(two) },
    speedup: rounded(one / two),
    secondsToFirstResult: rounded(median(firsts)),
    trainingsPerSecondOneWorker: rounded(trainings / one),
    trainingsPerSecondTwoWorkers: rounded(trainings / two),
    baseline: `tfjs model.fit, one by one: ${swarm.baseline.trainings * swarm.rounds} networks timed, scaled to ${trainings}`,
    baselineSeconds: rounded(fit * trainings),
    ratio: rounded((fit * trainings) / two),
  };
}

interface Order {
  readonly workload: string;
  readonly backend: Backend;
}

self.onmessage = ({ data: { workload, backend } }: MessageEvent<Order>) => {
  void time(workload, backend).then(
    (figures) => self.postMessage(figures),
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
};
