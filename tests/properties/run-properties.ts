/**
 * What must hold for runs on any backend, bit for bit: the promise of a fair comparison. Each property
 * is a function of a backend that throws when it does not hold; run in Node and in a browser.
 */
import { STREAM, elementBits, makeKey, uniform24 } from '../../src/base/random.ts';
import type { StopRule } from '../../src/engine/lanes/early-stopping.ts';
import type { ComputeBackend, OptimizerId } from '../../src/engine/step/kernels.ts';
import type { LanePlan, RunData } from '../../src/engine/lanes/lanes.ts';
import { optimizerRule } from '../../src/engine/step/optimizer.ts';
import type { RegularizerSlots } from '../../src/engine/step/slots.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';

interface LaneWish {
  readonly slots?: RegularizerSlots;
  readonly optimizer?: OptimizerId;
  readonly batchNorm?: boolean;
  readonly seed?: number;
  readonly learningRate?: number;
  readonly activation?: 'relu' | 'tanh';
  readonly stop?: StopRule;
  readonly data?: RunData;
}

const FEATURES = 9;
const CLASSES = 3;

function examples(count: number, stream: number) {
  const features = new Float32Array(count * FEATURES);
  const key = makeKey(7, stream);
  for (let i = 0; i < features.length; i++) features[i] = 2 * uniform24(elementBits(key, i)) - 1;
  const targets = Float32Array.from({ length: count }, (_, row) =>
    Math.floor(uniform24(elementBits(key ^ 1, row)) * CLASSES),
  );
  return { count, features, featureScale: 1, targets };
}

const training = examples(41, STREAM.generatedData);
const DATA: RunData = {
  training,
  trueTargets: training.targets.map((t, row) => (row < 5 ? (t + 1) % CLASSES : t)),
  wrongRows: Int32Array.of(0, 1, 2, 3, 4),
  validation: examples(23, STREAM.split),
};

/** Pixels as bytes, and the same numbers in single precision. */
const BYTES = withFeatures((values) => Uint8Array.from(values, byteOf), 1 / 256);
const NUMBERS = withFeatures((values) => values.map((value) => byteOf(value) / 256), 1);

function byteOf(value: number): number {
  return Math.round(127.5 * (value + 1));
}

function withFeatures(
  change: (values: Float32Array) => Uint8Array | Float32Array,
  featureScale: number,
): RunData {
  const changed = (rows: typeof training) => ({
    ...rows,
    featureScale,
    features: change(rows.features),
  });
  return { ...DATA, training: changed(training), validation: changed(examples(23, STREAM.split)) };
}

function lanePlan(wish: LaneWish): LanePlan {
  const { slots = {}, optimizer = 'adam', batchNorm = false, seed = 1 } = wish;
  return {
    network: {
      sizes: [FEATURES, 13, 7, CLASSES],
      activation: wish.activation ?? 'relu',
      task: 'classification',
      batchNorm: batchNorm ? { momentum: 0.9, epsilon: 0.001 } : null,
      optimizer: optimizerRule(optimizer),
    },
    batchSize: 16,
    initialization: 'glorot',
    identity: { seed, replicate: 0, fold: 0 },
    data: wish.data ?? DATA,
    settings: { learningRate: wish.learningRate ?? 0.01, slots },
    penalty: () => 0,
    stop: wish.stop ?? null,
  };
}

const PLAIN: LaneWish = {};
const DROPPED: LaneWish = { slots: { keepHidden: 0.5, keepInput: 0.8 } };
const PENALISED: LaneWish = { slots: { gradientPerWeight: 0.02, gradientPerSign: 0.001 } };
const NORMALISED: LaneWish = { batchNorm: true };

interface CurveOptions {
  readonly epochs?: number;
  /** Measure in mid-epoch too. */
  readonly nosy?: boolean;
}

/** Trains and returns each lane's curve as text, so that a comparison is of every bit. */
async function curves(
  backend: ComputeBackend,
  wishes: readonly LaneWish[],
  { epochs = 4, nosy = false }: CurveOptions = {},
): Promise<string[]> {
  const run = new TrainingRun(backend, wishes.map(lanePlan));
  const lines = wishes.map((): string[] => []);
  try {
    while (!run.ended && run.epoch < epochs) {
      do {
        run.step();
        if (nosy) await run.measure();
      } while (!run.atEpochEnd);
      for (const [lane, { wrongRowAnswers, ...figures }] of (await run.finishEpoch()).figures)
        lines[lane]?.push(JSON.stringify({ ...figures, answers: [...wrongRowAnswers] }));
    }
  } finally {
    run.dispose();
  }
  return lines.map((line) => line.join('\n'));
}

function same(a: string | undefined, b: string | undefined, what: string): void {
  if (a === undefined || a !== b) throw new Error(`${what}:\n${a ?? ''}\nagainst\n${b ?? ''}`);
}

function differ(a: string | undefined, b: string | undefined, what: string): void {
  if (a === undefined || a === b) throw new Error(what);
}

export const RUN_PROPERTIES: Readonly<Record<string, (backend: ComputeBackend) => Promise<void>>> =
  {
    'equal arms have equal curves, different ones do not': async (backend) => {
      const [a, b, c] = await curves(backend, [DROPPED, DROPPED, PLAIN]);
      same(a, b, 'Two equal arms differ');
      differ(a, c, 'Dropout changed nothing');
    },
    'the same seed repeats a run, another does not': async (backend) => {
      const [first] = await curves(backend, [DROPPED]);
      const [again, other] = await curves(backend, [DROPPED, { ...DROPPED, seed: 2 }]);
      same(first, again, 'A run was not repeated');
      differ(first, other, 'Another seed gave the same run');
    },
    'adding arms before or after leaves the others as they were': async (backend) => {
      const [alone] = await curves(backend, [DROPPED]);
      const crowd = await curves(backend, [
        PENALISED,
        PLAIN,
        NORMALISED,
        DROPPED,
        PLAIN,
        PENALISED,
      ]);
      same(alone, crowd[3], 'Other arms changed a curve');
      const [normalised] = await curves(backend, [NORMALISED]);
      same(normalised, crowd[2], 'Other arms changed a curve with batch norm');
    },
    'pixels train alike as bytes and as numbers, also beside an arm whose inputs are noisy': async (
      backend,
    ) => {
      const noisy = { slots: { inputNoise: 0.1, keepInput: 0.9 } };
      const [bytes] = await curves(backend, [{ ...PLAIN, data: BYTES }]);
      const [numbers] = await curves(backend, [{ ...PLAIN, data: NUMBERS }]);
      const [beside, perturbed] = await curves(backend, [
        { ...PLAIN, data: BYTES },
        { ...noisy, data: BYTES },
      ]);
      same(bytes, numbers, 'Bytes gave another curve than the same numbers');
      same(bytes, beside, 'An arm with noisy inputs changed the curve of another');
      differ(bytes, perturbed, 'Noise changed nothing');
    },
    'a lane that ends leaves the others as they were': async (backend) => {
      const impatient: LaneWish = {
        stop: { metric: 'validationLoss', patience: 1, minDelta: 9, restoreBest: true },
      };
      const whole = await curves(backend, [PLAIN, DROPPED, PENALISED]);
      const ended = await curves(backend, [impatient, DROPPED, PENALISED]);
      if (ended[0]?.split('\n').length !== 2) throw new Error('Patience 1 did not stop at epoch 2');
      same(whole[0]?.split('\n').slice(0, 2).join('\n'), ended[0], 'Watching changed a lane');
      same(whole[1], ended[1], 'A lane that ended changed another');
      same(whole[2], ended[2], 'A lane that ended changed another');
    },
    'early stopping restores the weights and statistics of its best epoch': async (backend) => {
      const rule = {
        metric: 'validationLoss',
        patience: 3,
        minDelta: 0,
        restoreBest: true,
      } as const;
      // Large steps: the loss soon climbs, so the best epoch is not the last.
      const wish: LaneWish = { ...NORMALISED, stop: { ...rule, patience: 50 }, learningRate: 0.3 };
      const run = new TrainingRun(backend, [lanePlan(PLAIN), lanePlan(wish)]);
      try {
        const seen = new Map<number, string>();
        while (run.epoch < 12) {
          do run.step();
          while (!run.atEpochEnd);
          const { figures } = await run.finishEpoch();
          seen.set(run.epoch, JSON.stringify(figures.get(1)));
        }
        const epoch = (await run.restoreBest()).get(1);
        if (epoch === undefined)
          throw new Error('The best epoch was the last: nothing was restored');
        same(
          JSON.stringify((await run.measure()).get(1)),
          seen.get(epoch),
          'Not what was restored',
        );
      } finally {
        run.dispose();
      }
    },
    'a run resumed from a checkpoint goes on as if nothing had happened': async (backend) => {
      const patient: LaneWish = {
        ...DROPPED,
        stop: { metric: 'validationLoss', patience: 2, minDelta: 0.05, restoreBest: true },
      };
      const wishes = [DROPPED, NORMALISED, patient];
      const whole = await curves(backend, wishes, { epochs: 6 });
      const run = new TrainingRun(backend, wishes.map(lanePlan));
      const lines = wishes.map((): string[] => []);
      const trainTo = async (epoch: number, note: boolean) => {
        while (!run.ended && run.epoch < epoch) {
          do run.step();
          while (!run.atEpochEnd);
          for (const [lane, { wrongRowAnswers, ...figures }] of (await run.finishEpoch()).figures)
            if (note)
              lines[lane]?.push(JSON.stringify({ ...figures, answers: [...wrongRowAnswers] }));
        }
      };
      try {
        await trainTo(2, true);
        const checkpoint = await run.takeCheckpoint();
        await trainTo(3, false);
        run.step();
        run.dispose();
        run.resume(backend, checkpoint);
        await trainTo(6, true);
        lines.forEach((line, lane) => {
          same(line.join('\n'), whole[lane], `Lane ${lane} went on differently`);
        });
      } finally {
        run.dispose();
      }
    },
    'a diverged lane harms no other': async (backend) => {
      const wild: LaneWish = { optimizer: 'sgd', learningRate: 1e30 };
      const calm: LaneWish = { optimizer: 'sgd', learningRate: 0.1 };
      const [alone] = await curves(backend, [calm]);
      const [blown, beside] = await curves(backend, [wild, calm]);
      if (blown?.includes('"finite":false') !== true) throw new Error('Divergence was not noticed');
      same(alone, beside, 'A diverged lane changed another');
    },
    'neutral settings train as plain ones do': async (backend) => {
      const neutral = {
        keepHidden: 1,
        keepInput: 1,
        inputNoise: 0,
        labelSmoothing: 0,
        gradientPerWeight: 0,
        gradientPerSign: 0,
        shrinkBefore: 0,
        softThreshold: 0,
        columnLimit: Infinity,
      };
      for (const optimizer of ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'] as const) {
        const [plain] = await curves(backend, [{ optimizer }], { epochs: 2 });
        const [same2] = await curves(backend, [{ optimizer, slots: neutral }], { epochs: 2 });
        same(plain, same2, `Neutral settings changed a run with ${optimizer}`);
      }
    },
    'measuring changes nothing': async (backend) => {
      const quiet = await curves(backend, [DROPPED, NORMALISED]);
      const nosy = await curves(backend, [DROPPED, NORMALISED], { nosy: true });
      same(quiet[0], nosy[0], 'Measuring changed a run');
      same(quiet[1], nosy[1], 'Measuring changed a run with batch norm');
    },
    'a changed rate takes effect at the next step, and only in its arm': async (backend) => {
      const run = new TrainingRun(backend, [lanePlan(PLAIN), lanePlan(PLAIN)]);
      try {
        run.step();
        run.step();
        const before = await run.measure();
        same(losses(before, 0), losses(before, 1), 'Equal lanes differ');
        run.changeLane(1, { learningRate: 0.01, slots: { gradientPerWeight: 0.5 } }, () => 0);
        run.step();
        run.step();
        const after = await run.measure();
        differ(losses(after, 0), losses(after, 1), 'A live change did nothing');
      } finally {
        run.dispose();
      }
    },
  };

function losses(figures: Awaited<ReturnType<TrainingRun['measure']>>, lane: number): string {
  return JSON.stringify(figures.get(lane)?.validationLoss);
}
