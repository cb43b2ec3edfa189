/**
 * Times this project's engine and tfjs' model.fit on one workload, in turn, on one backend: same
 * networks, rows and optimiser. A step is one optimiser step of all arms; model.fit trains its models one
 * after the other. Draw calls are counted at the WebGL context itself.
 */
import * as tf from '@tensorflow/tfjs';
import { STREAM, elementBits, makeKey, rowKey, uniform24 } from '../../src/base/random.ts';
import type { LanePlan, RunData } from '../../src/engine/lanes/lanes.ts';
import { optimizerRule } from '../../src/engine/step/optimizer.ts';
import { combineSlots } from '../../src/engine/step/slots.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { dropout } from '../../src/regularizers/dropout.ts';
import { l2 } from '../../src/regularizers/l2.ts';
import { WORKLOADS } from './workloads.ts';
import type { Workload } from './workloads.ts';

declare const self: DedicatedWorkerGlobalScope;

const ROUNDS = 5;
const WINDOW_MS = 1500;
const PIXEL_SCALE = Math.fround(1 / 255);

let draws = 0;
for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced'] as const) {
  const original = WebGL2RenderingContext.prototype[name] as (...args: unknown[]) => void;
  Object.defineProperty(WebGL2RenderingContext.prototype, name, {
    value(this: WebGL2RenderingContext, ...args: unknown[]) {
      draws += 1;
      original.apply(this, args);
    },
  });
}

/**
 * Pixels as bytes, as the page's images are, and as sparse as handwritten digits (about four fifths 0); or
 * dense points for the toys.
 */
function rowsOf({ sizes, rows }: Workload): RunData {
  const width = sizes[0] ?? 0;
  const classes = sizes[sizes.length - 1] ?? 0;
  const key = makeKey(1, STREAM.generatedData);
  const inPixels = width > 10;
  const features = new (inPixels ? Uint8Array : Float32Array)(rows * width);
  const targets = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const k = rowKey(key, row);
    targets[row] = elementBits(k, width) % classes;
    for (let i = 0; i < width; i++) {
      const u = uniform24(elementBits(k, i));
      features[row * width + i] = inPixels ? Math.max(0, Math.round(255 * (5 * u - 4))) : 2 * u - 1;
    }
  }
  const featureScale = inPixels ? PIXEL_SCALE : 1;
  const examples = { count: rows, features, featureScale, targets };
  const few = {
    ...examples,
    count: 1,
    features: features.slice(0, width),
    targets: targets.slice(0, 1),
  };
  return {
    training: examples,
    trueTargets: targets,
    wrongRows: new Int32Array(0),
    validation: few,
  };
}

function lanePlans(workload: Workload, data: RunData): LanePlan[] {
  return workload.arms.map((arm) => ({
    network: {
      sizes: workload.sizes,
      activation: 'relu',
      task: 'classification',
      batchNorm: null,
      optimizer: optimizerRule(workload.optimizer),
    },
    batchSize: workload.batchSize,
    initialization: 'glorot',
    identity: { seed: 1, replicate: 0, fold: 0 },
    data,
    settings: {
      learningRate: workload.learningRate,
      slots: combineSlots([
        arm.dropout ? dropout.slots(arm.dropout) : {},
        arm.l2 ? l2.slots(arm.l2) : {},
      ]),
    },
    penalty: () => 0,
    stop: null,
  }));
}

/** One window of this engine: steps of all arms, seconds, draws, and seconds inside JavaScript. */
async function timeEngine(run: TrainingRun, backend: ComputeBackend, lanes: number) {
  const start = performance.now();
  const drawsBefore = draws;
  let [laneSteps, inScript, burst] = [0, 0, 1];
  while (performance.now() - start < WINDOW_MS) {
    const before = performance.now();
    for (let i = 0; i < burst; i++) laneSteps += run.step();
    inScript += performance.now() - before;
    await backend.settle();
    if (performance.now() - before < 20) burst *= 2;
  }
  const seconds = (performance.now() - start) / 1000;
  const steps = laneSteps / lanes;
  return { rate: steps / seconds, draws: (draws - drawsBefore) / steps, jsMs: inScript / steps };
}

function kerasModel({ sizes, learningRate }: Workload, arm: Workload['arms'][number]) {
  const model = tf.sequential();
  const kernelRegularizer =
    arm.l2 && arm.l2.lambda > 0
      ? { kernelRegularizer: tf.regularizers.l2({ l2: arm.l2.lambda }) }
      : {};
  sizes.slice(1).forEach((units, i) => {
    const hidden = i < sizes.length - 2;
    model.add(
      tf.layers.dense({
        units,
        activation: hidden ? 'relu' : 'softmax',
        ...(i === 0 ? { inputShape: [sizes[0] ?? 0] } : {}),
        ...kernelRegularizer,
      }),
    );
    if (hidden && arm.dropout && arm.dropout.rate > 0)
      model.add(tf.layers.dropout({ rate: arm.dropout.rate }));
  });
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'categoricalCrossentropy' });
  return model;
}

/** One window of model.fit on every model: epochs enough that what a call costs once hardly counts. */
async function timeBaseline(
  models: tf.Sequential[],
  x: tf.Tensor2D,
  y: tf.Tensor,
  workload: Workload,
) {
  const epochs = workload.baselineEpochs;
  const start = performance.now();
  const drawsBefore = draws;
  for (const model of models)
    await model.fit(x, y, {
      batchSize: workload.batchSize,
      epochs,
      yieldEvery: 'never',
    });
  await models[0]?.getWeights()[0]?.data();
  const seconds = (performance.now() - start) / 1000;
  const steps = epochs * Math.ceil(x.shape[0] / workload.batchSize);
  return { rate: steps / seconds, draws: (draws - drawsBefore) / steps };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const rounded = (value: number) => Number(value.toPrecision(4));

async function time(workload: Workload, backendName: 'wasm' | 'webgl') {
  const { compute, report } = await chooseBackend(backendName);
  if (report.name !== backendName) throw new Error(report.reason);
  await tf.setBackend(backendName);
  const data = rowsOf(workload);
  const run = new TrainingRun(compute, lanePlans(workload, data));
  const lanes = workload.arms.length;
  const models = workload.arms.map((arm) => kerasModel(workload, arm));
  const width = workload.sizes[0] ?? 0;
  // Few enough rows that a window of the baseline takes seconds, not minutes.
  const rows = Math.min(workload.rows, workload.batchSize * (width > 100 ? 10 : 32));
  const { features, featureScale } = data.training;
  const values = Float32Array.from(features.subarray(0, rows * width), (v) => v * featureScale);
  const x = tf.tensor2d(values, [rows, width]);
  const classes = workload.sizes[workload.sizes.length - 1] ?? 0;
  const y = tf.oneHot(tf.tensor1d(data.training.targets.slice(0, rows), 'int32'), classes);
  await timeEngine(run, compute, lanes);
  await timeBaseline(models, x, y, workload);
  const own = [];
  const baseline = [];
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await timeEngine(run, compute, lanes));
    baseline.push(await timeBaseline(models, x, y, workload));
  }
  run.dispose();
  for (const model of models) model.dispose();
  tf.dispose([x, y]);
  const [ownRate, baselineRate] = [own, baseline].map((list) => median(list.map((r) => r.rate)));
  const onGpu = backendName === 'webgl';
  return {
    workload: workload.name,
    backend: backendName,
    arms: lanes,
    stepsPerSecond: rounded(ownRate ?? NaN),
    baseline: 'tfjs model.fit',
    baselineStepsPerSecond: rounded(baselineRate ?? NaN),
    ratio: rounded((ownRate ?? NaN) / (baselineRate ?? NaN)),
    drawCallsPerStep: onGpu ? rounded(median(own.map((r) => r.draws))) : null,
    baselineDrawCallsPerStep: onGpu ? rounded(median(baseline.map((r) => r.draws))) : null,
    laneStepsPerSecond: rounded((ownRate ?? NaN) * lanes),
    jsMsPerStep: rounded(median(own.map((r) => r.jsMs))),
  };
}

self.onmessage = ({ data }: MessageEvent<{ workload: string; backend: 'wasm' | 'webgl' }>) => {
  const workload = WORKLOADS.find(({ name }) => name === data.workload);
  if (!workload) throw new Error(`There is no workload ${data.workload}.`);
  void time(workload, data.backend).then(
    (figures) => {
      self.postMessage(figures);
    },
    (error: unknown) => {
      self.postMessage({ error: String(error) });
    },
  );
};
