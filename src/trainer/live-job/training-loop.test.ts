/** The worker's state machine with the real engine on the CPU backend and real digits from disk. */
import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceLimitError } from '../../engine/step/device-limit-error.ts';
import type { ComputeBackend } from '../../engine/step/kernels.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { experimentWith } from '../../presets/preset.ts';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../figures/figures.ts';
import type { FigureName } from '../../figures/figures.ts';
import type { Request, TrainerEvent } from '../../protocol/messages.ts';
import { createCpuBackend } from '../kernels/cpu/cpu-backend.ts';
import { TrainingLoop } from './training-loop.ts';

const experiment: Experiment = experimentWith({
  data: { dataset: 'digits', trainingExamples: 60, validationExamples: 40 },
  network: { hiddenLayers: [8] },
  training: { optimizer: 'adam', learningRate: 0.01, batchSize: 16, epochs: 4, seed: 1 },
  arms: [{ regularizers: {} }, { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } }],
});

/** The same on points in the plane. */
const onCircles = experimentWith({
  data: {
    ...{ dataset: 'circles', trainingExamples: 60, validationExamples: 40 },
    ...{ noise: 0.1, wrongLabelShare: 0.2 },
  },
  network: { hiddenLayers: [8, 8] },
  training: {},
  arms: experiment.arms,
});

/** A page that takes every frame at once and remembers what it was told. */
function startPage(wrap: (backend: ComputeBackend) => ComputeBackend = (same) => same) {
  const events: TrainerEvent[] = [];
  const watchers = new Set<() => void>();
  const backend = tf.backend();
  if (!(backend instanceof MathBackendCPU)) throw new Error('These tests need the CPU backend.');
  const loop = new TrainingLoop({
    post: (event) => {
      events.push(event);
      if (event.type === 'frameCompleted') send({ type: 'takeFrame', runId: event.runId });
      for (const watcher of watchers) watcher();
    },
    chooseBackend: () =>
      Promise.resolve({
        compute: wrap(createCpuBackend(backend)),
        report: { name: 'cpu', reason: 'A test.', renderer: null, hardware: false },
      }),
    baseUrl: 'https://site.test/',
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
  });
  function send(request: Request): void {
    loop.handle(request);
  }
  const statuses = (runId: number) =>
    events.flatMap((e) => (e.type === 'statusChanged' && e.runId === runId ? [e.status] : []));
  const until = (reached: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`Timed out; events: ${JSON.stringify(events.map((e) => e.type))}`));
      }, 10_000);
      const look = () => {
        if (!reached()) return;
        watchers.delete(look);
        clearTimeout(timer);
        resolve();
      };
      watchers.add(look);
      look();
    });
  return {
    events,
    send,
    statuses,
    until,
    prepare: async (runId: number, change: Partial<Experiment> = {}) => {
      const changed = { ...experiment, ...change };
      send({ type: 'prepareRun', runId, experiment: changed, backend: 'auto', pace: null });
      await until(() => statuses(runId).includes('ready'));
    },
    status: (runId: number, count: number, status: string) =>
      until(() => statuses(runId).filter((s) => s === status).length === count),
    /** All finished epochs of a lane, [row × FIGURE_COUNT]. */
    curve: (runId: number, lane: number) =>
      events.flatMap((e) =>
        e.type === 'frameCompleted' && e.runId === runId
          ? [...(e.frame.lanes[lane]?.rows ?? [])]
          : [],
      ),
  };
}

/** Without what the clock measures. */
const timeless = (rows: number[]) =>
  rows.filter((_, i) => i % FIGURE_COUNT !== FIGURE_INDEX.trainingMs);
const epochsOf = (rows: number[]) => rows.filter((_, i) => i % FIGURE_COUNT === FIGURE_INDEX.epoch);

beforeAll(() => tf.setBackend('cpu'));
beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace('https://site.test/', 'public/');
    return new Response(await readFile(path));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('repeats and arms of their own', () => {
  it('trains every arm for every repeat, the first one as if alone', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    await page.prepare(2, { training: { ...experiment.training, replicates: 3 } });
    const prepared = page.events.findLast((e) => e.type === 'runPrepared');
    expect(prepared?.run.lanes.map(({ armId, replicate }) => `${armId}${replicate}`)).toEqual([
      'A0',
      'B0',
      'A1',
      'B1',
      'A2',
      'B2',
    ]);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    for (const lane of [0, 1])
      expect(timeless(page.curve(2, lane))).toEqual(timeless(page.curve(1, lane)));
    expect(timeless(page.curve(2, 2))).not.toEqual(timeless(page.curve(2, 0)));
    expect(timeless(page.curve(2, 4))).not.toEqual(timeless(page.curve(2, 2)));
  });

  it('repeats over training luck keep the rows and their wrong labels', async () => {
    const page = startPage();
    const training = { ...experiment.training, replicates: 2 };
    const mislabelled = async (runId: number, replicateScope: 'everything' | 'trainingLuck') => {
      await page.prepare(runId, { training: { ...training, replicateScope } });
      const prepared = page.events.findLast((e) => e.type === 'runPrepared');
      return prepared?.run.lanes.map((lane) => lane.mislabelled) ?? [];
    };
    const [first, , second] = await mislabelled(1, 'trainingLuck');
    expect(second).toEqual(first);
    const start = (runId: number, lane: number) => timeless(page.curve(runId, lane));
    expect(start(1, 2)).not.toEqual(start(1, 0));
    const [drawn, , redrawn] = await mislabelled(2, 'everything');
    expect(drawn).toEqual(first);
    expect(redrawn).not.toEqual(drawn);
  });

  it('trains every arm in every fold of every repeat; an arm more changes none of them', async () => {
    const page = startPage();
    const [plain, dropout] = experiment.arms;
    if (!plain || !dropout) throw new Error('The experiment has two arms.');
    const data = { ...experiment.data, wrongLabelShare: 0.3 };
    const training = { ...experiment.training, replicates: 2 };
    const divided = { data, training, foldCount: 3 };
    const fewer = { ...plain, id: 'C', overrides: { trainingExamples: 20 } } as const;
    await page.prepare(1, divided);
    const { lanes } = page.events.findLast((e) => e.type === 'runPrepared')?.run ?? { lanes: [] };
    const names = lanes.map(({ armId, replicate, fold }) => `${armId} ${replicate}.${fold}`);
    expect(names).toEqual(
      ['0.0', '0.1', '0.2', '1.0', '1.1', '1.2'].flatMap((name) => [`A ${name}`, `B ${name}`]),
    );
    // Of 100 rows: 34, 33 and 33 validate, the others train.
    const rows = lanes.map((lane) => lane.trainingRows);
    for (const replicate of [0, 6])
      expect(rows.slice(replicate, replicate + 6).sort()).toEqual([66, 66, 67, 67, 67, 67]);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    await page.prepare(2, { ...divided, arms: [fewer, plain, dropout] });
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    const curve = (runId: number, lane: number) => timeless(page.curve(runId, lane));
    lanes.forEach((_, lane) => {
      expect(epochsOf(page.curve(1, lane))).toEqual([0, 1, 2, 3, 4]);
      const beside = 3 * Math.floor(lane / 2) + 1 + (lane % 2);
      expect(curve(2, beside)).toEqual(curve(1, lane));
    });
    expect(new Set(lanes.map((_, lane) => curve(1, lane).join())).size).toBe(12);
  });

  it('opens one test set for all folds, and refuses folds that cannot be', async () => {
    const page = startPage();
    await page.prepare(1);
    const { sealedTestRows } = page.events.findLast((e) => e.type === 'runPrepared')?.run ?? {};
    await page.prepare(2, { foldCount: 4 });
    page.send({ type: 'openTest', runId: 2 });
    await page.until(() => page.events.some((e) => e.type === 'testMeasured'));
    const { test } = page.events.find((e) => e.type === 'testMeasured') ?? {};
    expect(test?.rows).toBe(sealedTestRows);
    expect(test?.lanes.map(({ lane }) => lane)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const changed = { ...experiment, foldCount: 101 };
    page.send({ type: 'prepareRun', runId: 3, experiment: changed, backend: 'auto', pace: null });
    await page.until(() => page.events.some((e) => e.type === 'runFailed'));
    expect(page.events.find((e) => e.type === 'runFailed')?.failure).toEqual({
      kind: 'settings',
      message:
        'Training and validation have 100 examples together; they cannot be divided into 101 folds.',
    });
  });

  it('an arm of another size, rate, batch or amount of data leaves the others as they were', async () => {
    const page = startPage();
    const [plain, dropout] = experiment.arms;
    if (!plain || !dropout) throw new Error('The experiment has two arms.');
    await page.prepare(1);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const own = [
      { hiddenLayers: [5, 4], activation: 'tanh' },
      { batchSize: 7, learningRate: 0.1 },
      { trainingExamples: 20, optimizer: 'sgd' },
    ] as const;
    const others = own.map((overrides, i) => ({
      ...plain,
      id: (['C', 'D', 'E'] as const)[i] ?? 'F',
      overrides,
    }));
    await page.prepare(2, { arms: [others[0], plain, others[1], dropout, others[2]] as never });
    const { lanes } = page.events.findLast((e) => e.type === 'runPrepared')?.run ?? { lanes: [] };
    expect(
      lanes.map((lane) => [lane.parameterCount, lane.stepsPerEpoch, lane.trainingRows]),
    ).toEqual([
      [65 * 5 + 6 * 4 + 5 * 10, 4, 60],
      [65 * 8 + 9 * 10, 4, 60],
      [65 * 8 + 9 * 10, 9, 60],
      [65 * 8 + 9 * 10, 4, 60],
      [65 * 8 + 9 * 10, 2, 20],
    ]);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    expect(timeless(page.curve(2, 1))).toEqual(timeless(page.curve(1, 0)));
    expect(timeless(page.curve(2, 3))).toEqual(timeless(page.curve(1, 1)));
    for (const lane of [0, 2, 4]) {
      expect(epochsOf(page.curve(2, lane))).toEqual([0, 1, 2, 3, 4]);
      expect(timeless(page.curve(2, lane))).not.toEqual(timeless(page.curve(1, 0)));
    }
  });
});

describe('progress within what takes long', () => {
  const slowly = (compute: ComputeBackend): ComputeBackend => ({
    ...compute,
    settle: () => new Promise((resolve) => setTimeout(resolve, 25)),
  });
  const told = (page: ReturnType<typeof startPage>) =>
    page.events.flatMap((e) => (e.type === 'runProgressed' ? [e.progress] : []));

  it('tells what is left of the run while it trains, and nothing while it rests', async () => {
    const page = startPage(slowly);
    await page.prepare(1, { training: { ...experiment.training, batchSize: 2, epochs: 2 } });
    const before = told(page).length;
    page.send({ type: 'trainRun', runId: 1 });
    await page.until(() => told(page).length >= before + 3);
    page.send({ type: 'pauseRun', runId: 1 });
    await page.status(1, 1, 'paused');
    const [, second, third] = told(page).slice(before);
    expect(second?.epochSeconds).toBeGreaterThan(0);
    expect(second?.secondsLeft).toBeGreaterThan(second?.epochSeconds ?? NaN);
    expect(third?.secondsLeft).toBeLessThan(Infinity);
    const { length } = told(page);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told(page)).toHaveLength(length);
  });

  it('tells how far the measurement of many networks is, before training too', async () => {
    const page = startPage((compute) => ({
      ...compute,
      read: async (tensor) => {
        await new Promise((resolve) => setTimeout(resolve, 25));
        return compute.read(tensor);
      },
    }));
    await page.prepare(1, { training: { ...experiment.training, replicates: 6 } });
    const shares = told(page).map(({ measured }) => measured ?? NaN);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    expect(told(page).every(({ secondsLeft }) => Number.isNaN(secondsLeft))).toBe(true);
  });
});

describe('a run', () => {
  it('is prepared with epoch 0 measured, trains to its end and says so', async () => {
    const page = startPage();
    await page.prepare(1);
    expect(page.statuses(1)).toEqual(['loading data', 'compiling', 'ready']);
    const prepared = page.events.find((e) => e.type === 'runPrepared');
    expect(prepared?.run).toMatchObject({ validationRows: 40, sealedTestRows: 1697 });
    const [lane] = prepared?.run.lanes ?? [];
    expect(lane).toMatchObject({
      stepsPerEpoch: 4,
      parameterCount: 65 * 8 + 9 * 10,
      trainingRows: 60,
      wrongLabels: 18,
    });
    expect(lane?.mislabelled).toHaveLength(12);
    for (const { givenLabel, trueLabel, features } of lane?.mislabelled ?? []) {
      expect(givenLabel).not.toBe(trueLabel);
      expect(features).toHaveLength(64);
    }
    expect(epochsOf(page.curve(1, 0))).toEqual([0]);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    expect(epochsOf(page.curve(1, 1))).toEqual([0, 1, 2, 3, 4]);
    expect(timeless(page.curve(1, 0))).not.toEqual(timeless(page.curve(1, 1)));
    expect(page.curve(1, 0).every(Number.isFinite)).toBe(true);
  });

  it('repeats exactly after a reset, and steps go the same way', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    await page.prepare(2);
    page.send({ type: 'stepEpoch', runId: 2 });
    await page.status(2, 1, 'paused');
    expect(epochsOf(page.curve(2, 0))).toEqual([0, 1]);
    for (let batch = 1; batch <= 4; batch++) {
      page.send({ type: 'stepBatch', runId: 2 });
      await page.status(2, 1 + batch, 'paused');
    }
    expect(epochsOf(page.curve(2, 0))).toEqual([0, 1, 2]);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    expect(timeless(page.curve(2, 0))).toEqual(timeless(page.curve(1, 0)));
    expect(timeless(page.curve(2, 1))).toEqual(timeless(page.curve(1, 1)));
  });

  it('shows figures in mid-epoch after one batch', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'stepBatch', runId: 1 });
    await page.status(1, 1, 'paused');
    const frames = page.events.filter((e) => e.type === 'frameCompleted');
    const last = frames[frames.length - 1]?.frame;
    expect(last?.stepInEpoch).toBe(1);
    expect(last?.lanes[0]?.current?.[FIGURE_INDEX.epoch]).toBe(0.25);
  });

  it('keeps the figures of a batch on screen until training goes on', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'stepBatch', runId: 1 });
    await page.status(1, 1, 'paused');
    // The status comes with a last frame, which must not take the figures back.
    const frames = page.events.flatMap((e) => (e.type === 'frameCompleted' ? [e.frame] : []));
    expect(frames.length).toBeGreaterThan(1);
    expect(frames[frames.length - 1]?.lanes[0]?.current).not.toBeNull();
  });

  it('takes as many batches as were asked for, however fast', async () => {
    const page = startPage();
    await page.prepare(1);
    for (let i = 0; i < 6; i++) page.send({ type: 'stepBatch', runId: 1 });
    await page.status(1, 1, 'paused');
    expect(epochsOf(page.curve(1, 0))).toEqual([0, 1]);
    const frames = page.events.filter((e) => e.type === 'frameCompleted');
    expect(frames[frames.length - 1]?.frame.stepInEpoch).toBe(2);
  });

  it('goes on to the end when asked during a step', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'stepEpoch', runId: 1 });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    expect(page.statuses(1)).not.toContain('paused');
  });

  it('trains the run it was asked for, also right after its order', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 200 } });
    page.send({ type: 'trainRun', runId: 1 });
    page.send({ type: 'prepareRun', runId: 2, experiment, backend: 'auto', pace: null });
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    expect(epochsOf(page.curve(2, 0))).toEqual([0, 1, 2, 3, 4]);
  });

  it('counts the validation rows that were right at the most accurate epoch and are wrong since', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 30, learningRate: 0.1 } });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const column = (name: FigureName) =>
      page.curve(1, 0).filter((_, i) => i % FIGURE_COUNT === FIGURE_INDEX[name]);
    const right = column('validationAccuracy').map((share) => Math.round(share * 40));
    const lost = column('lostSinceBest');
    let best = 0;
    right.forEach((count, epoch) => {
      best = Math.max(best, count);
      // What was not lost on balance was won elsewhere.
      expect(lost[epoch]).toBeGreaterThanOrEqual(best - count);
      expect(lost[epoch]).toBeLessThanOrEqual(Math.min(best, 40 - count));
      if (count === best && right.indexOf(count) === epoch) expect(lost[epoch]).toBe(0);
    });
    expect(Math.max(...lost)).toBeGreaterThan(0);
  });

  it('restores the best epoch, with what the lane answered then', async () => {
    const page = startPage();
    const stopping = {
      metric: 'validationLoss',
      patience: 1,
      minDelta: 0,
      restoreBest: true,
    } as const;
    const arms: Experiment['arms'] = [
      { id: 'A', name: null, regularizers: { earlyStopping: { ...stopping, patience: 99 } } },
      { id: 'B', name: null, regularizers: { earlyStopping: stopping } },
    ];
    const training = { ...experiment.training, epochs: 30, learningRate: 0.1 };
    await page.prepare(1, { arms, training });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const frames = page.events.flatMap((e) => (e.type === 'frameCompleted' ? [e.frame] : []));
    for (const lane of [0, 1]) {
      const losses = page
        .curve(1, lane)
        .filter((_, i) => i % FIGURE_COUNT === FIGURE_INDEX.validationLoss);
      const best = losses.indexOf(Math.min(...losses.slice(1)));
      const restored = frames.flatMap((frame) => frame.lanes[lane]?.restoredEpoch ?? []);
      if (lane === 0) expect(restored).toEqual([best]);
      else expect(restored).toEqual([losses.length - 2]);
    }
    const ends = frames.flatMap((frame) => frame.lanes[1]?.end ?? []);
    expect(ends[0]).toMatchObject({ kind: 'stoppedEarly' });
  });

  it('goes on to more epochs where it finished, as if they had been set from the start', async () => {
    const stopping = { metric: 'validationLoss', minDelta: 0, restoreBest: true } as const;
    // A is restored at the end of the shorter run, B ends before it, C has nothing to restore.
    const arms: Experiment['arms'] = [
      { id: 'A', name: null, regularizers: { earlyStopping: { ...stopping, patience: 99 } } },
      { id: 'B', name: null, regularizers: { earlyStopping: { ...stopping, patience: 1 } } },
      { id: 'C', name: null, regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } },
    ];
    const setUp = (epochs: number) => {
      const training = { ...experiment.training, epochs, learningRate: 0.1 };
      return { ...experiment, arms, training };
    };
    const page = startPage();
    await page.prepare(1, setUp(30));
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const later = startPage();
    await later.prepare(1, setUp(20));
    later.send({ type: 'trainRun', runId: 1 });
    await later.status(1, 1, 'finished');
    const frames = () => later.events.flatMap((e) => (e.type === 'frameCompleted' ? e.frame : []));
    const restored = () => frames().flatMap(({ lanes }) => lanes[0]?.restoredEpoch ?? []);
    expect(restored()).toHaveLength(1);
    expect(restored()[0]).toBeLessThan(20);
    later.send({ type: 'changeSettings', runId: 1, experiment: setUp(25) });
    later.send({ type: 'trainRun', runId: 1 });
    await later.status(1, 2, 'finished');
    later.send({ type: 'changeSettings', runId: 1, experiment: setUp(30) });
    later.send({ type: 'trainRun', runId: 1 });
    await later.status(1, 3, 'finished');
    for (const lane of [0, 1, 2]) {
      expect(timeless(later.curve(1, lane))).toEqual(timeless(page.curve(1, lane)));
    }
    expect(epochsOf(later.curve(1, 2)).at(-1)).toBe(30);
    // And what each answers with in the end.
    const openTest = async (one: typeof page) => {
      one.send({ type: 'openTest', runId: 1 });
      await one.until(() => one.events.some((e) => /^test/.test(e.type)));
      return one.events.find((e) => e.type === 'testMeasured')?.test.lanes;
    };
    expect(await openTest(later)).toEqual(await openTest(page));
  });

  it('goes on to more epochs also where the device was lost after its end', async () => {
    const longer = { ...experiment, training: { ...experiment.training, epochs: 8 } };
    const undisturbed = startPage();
    await undisturbed.prepare(1, longer);
    undisturbed.send({ type: 'trainRun', runId: 1 });
    await undisturbed.status(1, 1, 'finished');
    let devices = 0;
    let isLost = false;
    const page = startPage((backend) => {
      const isFirst = devices++ === 0;
      const lost = () => isFirst && isLost;
      const orFail = (act: () => Promise<Float32Array | Float64Array>) =>
        lost() ? Promise.reject(new Error('The device was lost.')) : act();
      return { ...backend, isLost: lost, read: (tensor) => orFail(() => backend.read(tensor)) };
    });
    await page.prepare(1);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    isLost = true;
    page.send({ type: 'changeSettings', runId: 1, experiment: longer });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 2, 'finished');
    expect(devices).toBe(2);
    expect(timeless(page.curve(1, 1))).toEqual(timeless(undisturbed.curve(1, 1)));
  });

  it('goes on when the device is lost, with the same curve', async () => {
    const undisturbed = startPage();
    await undisturbed.prepare(1);
    undisturbed.send({ type: 'trainRun', runId: 1 });
    await undisturbed.status(1, 1, 'finished');
    // A device that dies in the middle of the third epoch; the one after it lives.
    let settled = 0;
    let devices = 0;
    const page = startPage((backend) => {
      const isMortal = devices++ === 0;
      const dies = () => isMortal && settled > 9;
      return {
        ...backend,
        isLost: dies,
        settle: () => {
          settled += 1;
          return dies() ? Promise.reject(new Error('The device was lost.')) : backend.settle();
        },
      };
    });
    await page.prepare(1);
    for (let i = 0; i < 12; i++) page.send({ type: 'stepBatch', runId: 1 });
    await page.until(() => page.statuses(1).at(-1) === 'paused');
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const resumed = page.events.filter((e) => e.type === 'runResumed');
    expect(resumed).toHaveLength(1);
    expect(resumed[0]?.backend.reason).toContain('lost in epoch');
    expect(timeless(page.curve(1, 0))).toEqual(timeless(undisturbed.curve(1, 0)));
    expect(timeless(page.curve(1, 1))).toEqual(timeless(undisturbed.curve(1, 1)));
  });

  it.each(['trained on at once', 'asked to train later'])(
    'goes on in another worker, with the same curve, when %s',
    async (when) => {
      const changed = { ...experiment, training: { ...experiment.training, learningRate: 0.02 } };
      const undisturbed = startPage();
      await undisturbed.prepare(1);
      for (let i = 0; i < 6; i++) undisturbed.send({ type: 'stepBatch', runId: 1 });
      await undisturbed.status(1, 1, 'paused');
      undisturbed.send({ type: 'changeSettings', runId: 1, experiment: changed });
      undisturbed.send({ type: 'trainRun', runId: 1 });
      await undisturbed.status(1, 1, 'finished');

      const lost = startPage();
      await lost.prepare(1);
      for (let i = 0; i < 6; i++) lost.send({ type: 'stepBatch', runId: 1 });
      await lost.status(1, 1, 'paused');
      lost.send({ type: 'changeSettings', runId: 1, experiment: changed });
      for (let i = 0; i < 4; i++) lost.send({ type: 'stepBatch', runId: 1 });
      await lost.status(1, 2, 'paused');
      const saves = lost.events.flatMap((e) => (e.type === 'runSaved' ? [e.save] : []));
      const changes = lost.events.flatMap((e) => (e.type === 'settingsChanged' ? [e.change] : []));
      const [save] = saves;
      if (!save) throw new Error('Nothing was saved.');

      const page = startPage();
      const shown = { epoch: 2, stepInEpoch: 2, endings: new Map() };
      page.send({
        ...{ type: 'prepareRun', runId: 1, experiment: changed, backend: 'auto', pace: null },
        resumption: structuredClone({ save: { ...save, changes }, shown }),
      });
      if (when === 'asked to train later') await page.status(1, 1, 'paused');
      page.send({ type: 'trainRun', runId: 1 });
      await page.status(1, 1, 'finished');
      expect(page.events.filter((e) => e.type === 'runPrepared')).toHaveLength(0);
      expect(page.events.find((e) => e.type === 'runResumed')).toMatchObject({ epoch: 0 });
      for (const lane of [0, 1]) {
        const rows = [...lost.curve(1, lane), ...page.curve(1, lane)];
        expect(timeless(rows)).toEqual(timeless(undisturbed.curve(1, lane)));
      }
    },
  );

  it('opens its test set, the epoch restored, although the device was lost at rest', async () => {
    const arms = experiment.arms.map((arm) => ({
      ...arm,
      regularizers: {
        earlyStopping: { metric: 'validationLoss', patience: 50, minDelta: 1, restoreBest: true },
      } as const,
    }));
    const finish = async (page: ReturnType<typeof startPage>) => {
      await page.prepare(1, { arms });
      page.send({ type: 'trainRun', runId: 1 });
      await page.until(() => ['finished', 'stopped'].includes(page.statuses(1).at(-1) ?? ''));
    };
    const open = async (page: ReturnType<typeof startPage>) => {
      page.send({ type: 'openTest', runId: 1 });
      await page.until(() => page.events.some((e) => /^test/.test(e.type)));
      return page.events.find((e) => e.type === 'testMeasured')?.test;
    };
    const undisturbed = startPage();
    await finish(undisturbed);
    let devices = 0;
    let isLost = false;
    const page = startPage((backend) => {
      const isFirst = devices++ === 0;
      const lost = () => isFirst && isLost;
      const orFail = (act: () => Promise<Float32Array | Float64Array>) =>
        lost() ? Promise.reject(new Error('The device was lost.')) : act();
      return { ...backend, isLost: lost, read: (tensor) => orFail(() => backend.read(tensor)) };
    });
    await finish(page);
    isLost = true;
    const test = await open(page);
    expect(test?.lanes).toHaveLength(2);
    expect(test).toEqual(await open(undisturbed));
    expect(devices).toBe(2);
  });

  it('is finished again in another worker, with what it kept', async () => {
    const lost = startPage();
    await lost.prepare(1);
    lost.send({ type: 'trainRun', runId: 1 });
    await lost.status(1, 1, 'finished');
    const save = lost.events.findLast((e) => e.type === 'runSaved')?.save;
    if (!save) throw new Error('Nothing was saved.');
    const page = startPage();
    const shown = { epoch: 4, stepInEpoch: 0, endings: new Map() };
    page.send({
      ...{ type: 'prepareRun', runId: 1, experiment, backend: 'auto', pace: null },
      resumption: structuredClone({ save, shown }),
    });
    await page.status(1, 1, 'finished');
    expect(page.curve(1, 0)).toEqual([]);
    page.send({ type: 'askNetworks', runId: 1, questionId: 1, features: new Float32Array(64) });
    await page.until(() => page.events.some((e) => e.type === 'networksAnswered'));
  });

  it('pauses between bursts and goes on from there', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 400 } });
    page.send({ type: 'trainRun', runId: 1 });
    await page.until(() => epochsOf(page.curve(1, 0)).length > 3);
    page.send({ type: 'pauseRun', runId: 1 });
    await page.status(1, 1, 'paused');
    const held = epochsOf(page.curve(1, 0)).length;
    expect(held).toBeLessThan(401);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    expect(epochsOf(page.curve(1, 0))).toEqual(Array.from({ length: 401 }, (_, i) => i));
  });

  it('keeps the pace, and hears when it changes', async () => {
    const page = startPage();
    await page.prepare(1);
    page.send({ type: 'setPace', pace: 5 });
    const started = performance.now();
    page.send({ type: 'trainRun', runId: 1 });
    await page.until(() => epochsOf(page.curve(1, 0)).length === 3);
    // Two epochs finished: at least one pause of 200 ms lies between them.
    expect(performance.now() - started).toBeGreaterThan(190);
    page.send({ type: 'setPace', pace: null });
    await page.status(1, 1, 'finished');
  });

  it('keeps a quick pace though timers wake late', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 200 } });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { setTimeout } = globalThis;
    vi.stubGlobal('setTimeout', (wake: () => void, ms = 0) => setTimeout(wake, ms + 5));
    page.send({ type: 'setPace', pace: 60 });
    page.send({ type: 'trainRun', runId: 1 });
    await vi.advanceTimersByTimeAsync(2000);
    const trained = epochsOf(page.curve(1, 0)).length - 1;
    expect(trained).toBeGreaterThanOrEqual(118);
    expect(trained).toBeLessThanOrEqual(121);
  });

  it('takes a picture of every epoch while it waits for its pace', async () => {
    const page = startPage();
    page.send({ type: 'watchViews', views: { open: ['decisionBoundary'], kept: [] } });
    const { data, network } = onCircles;
    await page.prepare(1, { data, network });
    page.send({ type: 'setPace', pace: 1 });
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const pictured = page.events.flatMap((e) =>
      e.type === 'frameCompleted' ? (e.frame.lanes[0]?.pictures ?? []) : [],
    );
    expect(new Set(pictured.map(({ epoch }) => epoch))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('trains every arm on own points too, in every repeat', async () => {
    const page = startPage();
    const { data, network } = onCircles;
    const training = { ...experiment.training, replicates: 2 };
    const prepared = () => page.events.findLast((e) => e.type === 'runPrepared')?.run.lanes ?? [];
    await page.prepare(1, { data, network, training });
    expect(prepared().map(({ trainingRows }) => trainingRows)).toEqual([60, 60, 60, 60]);
    page.send({ type: 'trainRun', runId: 1 });
    await page.status(1, 1, 'finished');
    const ownPoints = [[0, 0, 0] as const, [0.1, 0, 0] as const];
    await page.prepare(2, { data: { ...data, ownPoints }, network, training });
    expect(prepared().map(({ trainingRows }) => trainingRows)).toEqual([62, 62, 62, 62]);
    expect(prepared().map(({ wrongLabels }) => wrongLabels)).toEqual([12, 12, 12, 12]);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
    for (const lane of [0, 1, 2, 3])
      expect(timeless(page.curve(2, lane))).not.toEqual(timeless(page.curve(1, lane)));
  });

  it('says nothing more once another was asked for', async () => {
    const page = startPage();
    await page.prepare(1, { training: { ...experiment.training, epochs: 400 } });
    page.send({ type: 'trainRun', runId: 1 });
    await page.prepare(2);
    const after = page.events.findIndex((e) => e.runId === 2);
    expect(page.events.slice(after).every((e) => e.runId === 2)).toBe(true);
  });

  it('frees what it held', async () => {
    const page = startPage();
    await page.prepare(1);
    const held = tf.backend().numDataIds();
    for (let runId = 2; runId < 6; runId++) {
      await page.prepare(runId);
      page.send({ type: 'trainRun', runId });
      await page.status(runId, 1, 'finished');
    }
    await page.prepare(9);
    expect(tf.backend().numDataIds()).toBe(held);
  });

  it('stops a lane whose numbers explode, with a word, and trains the others on', async () => {
    const page = startPage();
    const wild: Experiment['arms'] = [
      { id: 'A', name: null, regularizers: { l2: { lambda: 10 } } },
      { id: 'C', name: null, regularizers: {} },
    ];
    const training = {
      ...experiment.training,
      optimizer: 'sgd',
      learningRate: 3,
      epochs: 60,
    } as const;
    await page.prepare(1, { arms: wild, training });
    page.send({ type: 'trainRun', runId: 1 });
    await page.until(() => ['finished', 'stopped'].includes(page.statuses(1).at(-1) ?? ''));
    const ends = page.events.flatMap((e) =>
      e.type === 'frameCompleted'
        ? e.frame.lanes.flatMap(({ lane, end }) => (end ? [{ lane, end }] : []))
        : [],
    );
    expect(ends[0]).toMatchObject({ lane: 0, end: { kind: 'diverged' } });
    expect(ends[0]?.end.message).toContain('learning rate below 3');
    expect(page.curve(1, 0).every(Number.isFinite)).toBe(true);
    expect(page.curve(1, 1).length).toBeGreaterThan(page.curve(1, 0).length);
  });
});

describe('a run that cannot be', () => {
  const failure = (events: TrainerEvent[]) => events.find((e) => e.type === 'runFailed')?.failure;

  it('is refused with the reason', async () => {
    const page = startPage();
    const data = { ...experiment.data, trainingExamples: 1500, validationExamples: 500 };
    page.send({
      type: 'prepareRun',
      runId: 1,
      experiment: { ...experiment, data },
      backend: 'auto',
      pace: null,
    });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)).toMatchObject({ kind: 'settings' });
    expect(failure(page.events)?.message).toContain('1,797');
  });

  it('ends with a sentence where the device runs out of memory on the way, after what was right', async () => {
    let epochs = 0;
    const page = startPage((backend) => ({
      ...backend,
      assertSound: () => {
        if (epochs === 2) throw new DeviceLimitError('the memory for graphics is exhausted');
      },
    }));
    await page.prepare(1);
    for (const step of [1, 2]) {
      epochs += 1;
      page.send({ type: 'stepEpoch', runId: 1 });
      if (step === 1) await page.status(1, 1, 'paused');
    }
    await page.until(() => page.events.some((e) => e.type === 'runFailed'));
    expect(page.events.find((e) => e.type === 'runFailed')?.failure).toEqual({
      kind: 'settings',
      message: expect.stringMatching(
        /^This experiment is too large for the device: the memory for graphics is exhausted\. Make/,
      ) as string,
    });
    expect(epochsOf(page.curve(1, 0))).toEqual([0, 1]);
    epochs = 0;
    await page.prepare(2);
    page.send({ type: 'trainRun', runId: 2 });
    await page.status(2, 1, 'finished');
  });

  it('is told of its own errors, not of one that a run replaced in mid-epoch has left', async () => {
    // As a context does: an error stays until it is asked for.
    let hasError = false;
    let failsToAllocate = false;
    const page = startPage((backend) => ({
      ...backend,
      allocate: (shape) => {
        hasError ||= failsToAllocate;
        return backend.allocate(shape);
      },
      assertSound: () => {
        const had = hasError;
        hasError = false;
        if (had) throw new DeviceLimitError('the memory for graphics is exhausted');
      },
      forgetErrors: () => {
        hasError = false;
      },
    }));
    await page.prepare(1);
    page.send({ type: 'stepBatch', runId: 1 });
    await page.status(1, 1, 'paused');
    hasError = true;
    await page.prepare(2);
    expect(failure(page.events)).toBeUndefined();
    failsToAllocate = true;
    page.send({ type: 'prepareRun', runId: 3, experiment, backend: 'auto', pace: null });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)?.message).toContain('the memory for graphics is exhausted');
  });

  it('tells when its data do not come, and works when asked again', async () => {
    const page = startPage();
    const working = globalThis.fetch;
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    const mnist = { ...experiment.data, dataset: 'mnist' } as const;
    page.send({
      type: 'prepareRun',
      runId: 1,
      experiment: { ...experiment, data: mnist },
      backend: 'auto',
      pace: null,
    });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)).toEqual({
      kind: 'data',
      message: expect.stringMatching(
        /^MNIST could not be loaded\. data\/mnist\/\S+ was not found on the site \(404\)\.$/,
      ) as string,
    });
    vi.stubGlobal('fetch', working);
    await page.prepare(2, { data: mnist });
  });

  it('can be cancelled while it loads', async () => {
    const page = startPage();
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new DOMException('Aborted', 'AbortError'));
          });
        }),
    );
    const data = { ...experiment.data, dataset: 'mnist', trainingExamples: 3000 } as const;
    page.send({
      type: 'prepareRun',
      runId: 1,
      experiment: { ...experiment, data },
      backend: 'auto',
      pace: null,
    });
    await page.until(() => page.events.some((e) => e.type === 'dataProgressed'));
    page.send({ type: 'cancelRun', runId: 1 });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)?.kind).toBe('cancelled');
  });

  it('can be cancelled before its turn, and while it compiles', async () => {
    const page = startPage();
    page.send({ type: 'prepareRun', runId: 1, experiment, backend: 'auto', pace: null });
    page.send({ type: 'cancelRun', runId: 1 });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)?.kind).toBe('cancelled');
    page.events.length = 0;
    page.send({ type: 'prepareRun', runId: 2, experiment, backend: 'auto', pace: null });
    await page.status(2, 1, 'compiling');
    page.send({ type: 'cancelRun', runId: 2 });
    await page.until(() => failure(page.events) !== undefined);
    expect(failure(page.events)?.kind).toBe('cancelled');
    await page.prepare(3);
  });
});
