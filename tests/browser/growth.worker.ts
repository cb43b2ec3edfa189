/**
 * Trains 10,000 steps through the page's own loop on the backend it is asked for, measured after every epoch,
 * with one live change on the way, and counts all that could grow: tfjs' books, our tensors, the WASM heap,
 * the objects of the WebGL context.
 */
import * as tf from '@tensorflow/tfjs';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { experimentWith } from '../../src/presets/preset.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import type { BackendName, Request, TrainerEvent } from '../../src/protocol/messages.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { openHeap } from '../../src/trainer/kernels/wasm/heap.ts';
import { TrainingLoop } from '../../src/trainer/live-job/training-loop.ts';
import { replace } from './devices.ts';

const STEPS_PER_EPOCH = 100;
const EPOCHS = 100;
const EPOCHS_PER_SAMPLE = 20;

const experiment = experimentWith({
  data: { dataset: 'circles', trainingExamples: 4 * STEPS_PER_EPOCH, validationExamples: 50 },
  network: { hiddenLayers: [4] },
  training: { optimizer: 'adam', learningRate: 0.001, batchSize: 4, epochs: EPOCHS, seed: 1 },
  arms: [
    { regularizers: { l2: { lambda: 0.001 }, maxNorm: { limit: 3 } } },
    { regularizers: { dropout: { rate: 0.2, inputRate: 0.1 }, inputNoise: { deviation: 0.1 } } },
  ],
});

const changed: Experiment = {
  ...experiment,
  training: { ...experiment.training, learningRate: 0.0005 },
};

export type Counters = Readonly<Record<string, number>>;

export interface GrowthAnswer {
  readonly backend: BackendName;
  readonly steps: number;
  readonly before: Counters;
  /** Every so many epochs. */
  readonly during: readonly Counters[];
  readonly after: Counters;
}

/** Objects of WebGL contexts that were made and not deleted. */
const made: Record<string, number> = {};
for (const kind of [
  'Buffer',
  'Framebuffer',
  'Program',
  'Shader',
  'Texture',
  'VertexArray',
] as const) {
  made[kind] = 0;
  replace(`create${kind}`, (original) => (...args: never[]) => {
    made[kind] = (made[kind] ?? 0) + 1;
    return (original as (...all: never[]) => never)(...args);
  });
  replace(`delete${kind}`, (original) => (object: never) => {
    if (isObject(object)) made[kind] = (made[kind] ?? 0) - 1;
    original(object);
  });
}

/** Deleting null is no deletion. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

let ownTensors = 0;

function counting(compute: ComputeBackend): ComputeBackend {
  return {
    ...compute,
    allocate: (shape) => {
      ownTensors += 1;
      return compute.allocate(shape);
    },
    release: (tensor) => {
      ownTensors -= 1;
      compute.release(tensor);
    },
  };
}

function count(): Counters {
  const backend = tf.backend();
  const heap = backend instanceof BackendWasm ? openHeap(backend).memory.buffer.byteLength : 0;
  const { unreliable: _, reasons: __, ...books } = tf.memory() as tf.MemoryInfo & Counters;
  return { ...books, ...made, dataIds: backend.numDataIds(), heap, ownTensors };
}

async function train(wanted: BackendName): Promise<GrowthAnswer> {
  const { compute, report } = await chooseBackend(wanted);
  const during: Counters[] = [];
  let steps = 0;
  const loop = new TrainingLoop({
    post: take,
    chooseBackend: () => Promise.resolve({ compute: counting(compute), report }),
    baseUrl: '/',
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
  });
  let settled: (event: TrainerEvent) => void = () => undefined;
  const until = (wish: (event: TrainerEvent) => boolean) =>
    new Promise<void>((resolve, reject) => {
      settled = (event) => {
        if (wish(event)) resolve();
        else if (event.type === 'runFailed') reject(new Error(event.failure.message));
      };
    });
  function take(event: TrainerEvent): void {
    if (event.type === 'frameCompleted') {
      steps = event.frame.epoch * STEPS_PER_EPOCH;
      send({ type: 'takeFrame', runId: event.runId });
    }
    settled(event);
  }
  function send(request: Request): void {
    loop.handle(request);
  }
  const is = (status: string) => (event: TrainerEvent) =>
    event.type === 'statusChanged' && event.status === status;
  const order = (runId: number, one: Experiment) => {
    send({ type: 'prepareRun', runId, experiment: one, backend: wanted, pace: null });
  };

  const before = count();
  order(1, experiment);
  await until(is('ready'));
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    send({ type: 'stepEpoch', runId: 1 });
    await until(is(epoch < EPOCHS ? 'paused' : 'finished'));
    if (epoch % EPOCHS_PER_SAMPLE === 0) during.push(count());
    if (epoch === EPOCHS / 2) send({ type: 'changeSettings', runId: 1, experiment: changed });
  }
  // An order that is refused ends the run before it.
  order(2, { ...experiment, arms: [] });
  await until(({ type }) => type === 'runFailed');
  return { backend: report.name, steps, before, during, after: count() };
}

self.onmessage = ({ data }: MessageEvent<BackendName>) => {
  train(data).then(
    (answer) => self.postMessage(answer),
    (error: unknown) => self.postMessage({ failure: String(error) }),
  );
};
