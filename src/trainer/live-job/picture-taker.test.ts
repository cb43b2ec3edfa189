/** Pictures of a real run on the CPU backend, with real digits from disk. */
import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { digits } from '../../datasets/sets/digits.ts';
import { experimentWith } from '../../presets/preset.ts';
import { deepSigmoid } from '../../presets/deep-sigmoid.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { FIGURE_INDEX } from '../../figures/figures.ts';
import { laneSpecOf } from '../../experiment/lane-spec.ts';
import type { Frame } from '../../protocol/messages.ts';
import type { Pictures, ViewId } from '../../protocol/views.ts';
import { ActiveRun } from './active-run.ts';
import { createCpuBackend } from '../kernels/cpu/cpu-backend.ts';
import { loadData } from '../load-data.ts';
import { orderLanes } from '../plan-lanes.ts';

const experiment = (change: Partial<Experiment['training']> = {}): Experiment =>
  experimentWith({
    data: { dataset: 'digits', trainingExamples: 300, validationExamples: 400 },
    network: { hiddenLayers: [8] },
    training: { optimizer: 'adam', learningRate: 0.01, batchSize: 50, epochs: 2, ...change },
    arms: [{ regularizers: {} }, { regularizers: { l2: { lambda: 0.003 } } }],
  });

async function prepare(ordered: Experiment) {
  const backend = tf.backend();
  if (!(backend instanceof MathBackendCPU)) throw new Error('These tests need the CPU backend.');
  const specs = orderLanes(ordered).map(({ spec }) => spec);
  const loaded = await loadData(specs, digits, {
    baseUrl: 'https://site.test/',
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const frames: Frame[] = [];
  const run = new ActiveRun(createCpuBackend(backend), ordered, digits, loaded, {
    send: (frame) => {
      frames.push(frame);
      run.sender.taken();
    },
    report: () => undefined,
    tell: () => undefined,
    breathe: () => Promise.resolve(),
    wanted: () => ({ goal: 'none', pace: null }),
  });
  return { run, frames, loaded };
}

/** Trains one epoch with these views on screen. */
async function trainEpoch(ordered: Experiment, open: readonly ViewId[]) {
  const { run, frames, loaded } = await prepare(ordered);
  run.pictures.watch({ open, kept: [] });
  await run.start();
  while (!(await run.trainBurst()));
  await run.showPictures();
  await run.sender.sent();
  run.dispose();
  const taken = (lane: number) =>
    frames.flatMap((frame) => frame.lanes[lane]?.pictures ?? []).filter(({ epoch }) => epoch === 1);
  const picture = (lane: number) =>
    taken(lane).reduce<Pictures>((all, { pictures }) => ({ ...all, ...pictures }), {});
  const row = (lane: number) => frames.flatMap((frame) => [...(frame.lanes[lane]?.rows ?? [])]);
  return { loaded, taken, picture, row };
}

beforeAll(() => tf.setBackend('cpu'));
beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace('https://site.test/', 'public/');
    return new Response(await readFile(path));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Trains to the end; what is kept is so from there on, so that nothing was taken before. */
async function trainToEnd(kept: readonly ViewId[], hidden: readonly ViewId[] = []) {
  const { run, frames } = await prepare(experiment());
  await run.start();
  while (!run.finished) await run.trainBurst();
  run.pictures.watch({ open: ['confusion'], kept, hidden });
  await run.finish();
  await run.sender.sent();
  run.dispose();
  return (lane: number) => frames.flatMap((frame) => frame.lanes[lane]?.pictures ?? []);
}

describe('pictures', () => {
  it('of gradients show them vanish in five sigmoid layers, and not with batch norm', async () => {
    const { run, frames } = await prepare(deepSigmoid.experiment);
    run.pictures.watch({ open: ['gradients'], kept: [] });
    await run.start();
    await run.sender.sent();
    run.dispose();
    const [plain, normalised] = [0, 1].map((lane) => {
      const [taken] = frames.flatMap((frame) => frame.lanes[lane]?.pictures ?? []);
      const { rows, layers = [] } = taken?.pictures.gradients ?? {};
      expect(rows).toBe(200);
      const sizes = layers.map(({ weights, norm }) => norm / Math.sqrt(weights));
      expect(sizes).toHaveLength(6);
      return (sizes[5] ?? NaN) / (sizes[0] ?? NaN);
    });
    // How many times smaller the first layer's is than the last one's.
    expect(plain).toBeGreaterThan(500);
    expect(normalised).toBeLessThan(10);
  });

  it('of answers tell what the figures tell', async () => {
    const { picture, row } = await trainEpoch(experiment(), ['mistakes', 'confusion']);
    for (const lane of [0, 1]) {
      const { mistakes, confusion } = picture(lane);
      const accuracy = row(lane).slice(-Object.keys(FIGURE_INDEX).length)[
        FIGURE_INDEX.validationAccuracy
      ];
      const right = mistakes?.answers.filter((answer, i) => answer === mistakes.trueClasses[i]);
      expect(right?.length).toBeGreaterThan(40);
      expect((right?.length ?? NaN) / 400).toBe(accuracy);
      const diagonal = Array.from({ length: 10 }, (_, one) => confusion?.counts[11 * one] ?? NaN);
      expect(diagonal.reduce((sum, count) => sum + count, 0)).toBe(right?.length);
      expect(mistakes?.examples[0]?.ink).toHaveLength(64);
    }
  });

  it('that the verdict needs are of the very end, though another panel is on screen', async () => {
    const taken = await trainToEnd(['mistakes', 'weights', 'activations']);
    for (const lane of [0, 1]) {
      const atEnd = taken(lane).filter(({ epoch }) => epoch === 2);
      const all = atEnd.reduce<Pictures>((sum, { pictures }) => ({ ...sum, ...pictures }), {});
      expect(all.mistakes?.answers).toHaveLength(400);
      const [first] = all.weights?.layers ?? [];
      expect(first?.small).toBeGreaterThan(0);
      expect(first?.small).toBeLessThan(64 * 8);
    }
  });

  it('are awaited when another panel is opened, not when the same is named again', async () => {
    const { run } = await prepare(experiment());
    await run.start();
    const { pictures } = run;
    pictures.watch({ open: ['confusion'], kept: [] });
    pictures.watch({ open: ['confusion'], kept: ['weights'] });
    expect(pictures.isAwaited).toBe(true);
    await pictures.takeOpen();
    pictures.watch({ open: ['confusion'], kept: [] });
    expect(pictures.isAwaited).toBe(false);
    pictures.watch({ open: ['weights'], kept: ['confusion'] });
    expect(pictures.isAwaited).toBe(true);
    run.dispose();
  });

  it('that are hidden are taken where the verdict needs them, and are quick to make', async () => {
    const taken = await trainToEnd([], ['mistakes', 'weights', 'activations', 'redundancy']);
    const names = taken(0).flatMap(({ pictures }) => Object.keys(pictures));
    expect(names.toSorted()).toEqual(['mistakes', 'weights']);
  });

  it('that are hidden are not taken before the end', async () => {
    const { run, frames } = await prepare(experiment());
    run.pictures.watch({ open: [], kept: [], hidden: ['mistakes', 'weights'] });
    await run.start();
    while (!(await run.trainBurst()));
    await run.showPictures();
    await run.sender.sent();
    run.dispose();
    expect(frames.flatMap((frame) => frame.lanes[0]?.pictures ?? [])).toEqual([]);
  });

  it('that the verdict needs are not taken where nobody keeps them', async () => {
    const taken = await trainToEnd([]);
    expect(taken(0).flatMap(({ pictures }) => Object.keys(pictures))).toEqual([]);
  });

  it('that compare repeats come once an arm, over rows that neither repeat was trained on', async () => {
    const ordered = experiment({ replicates: 3 });
    const { loaded, taken, picture } = await trainEpoch(ordered, ['stability']);
    expect([0, 1, 2, 3, 4, 5].map((lane) => taken(lane).length)).toEqual([1, 1, 0, 0, 0, 0]);
    // Rows told by their pixels: only a few of the digits have a twin.
    const [arm] = ordered.arms;
    if (!arm) throw new Error('There are two arms.');
    const pixels = (rows: { features: ArrayLike<number>; count: number }) =>
      Array.from({ length: rows.count }, (_, i) =>
        Array.from({ length: 64 }, (__, pixel) => rows.features[64 * i + pixel]).join(),
      );
    const data = [0, 1, 2].map((replicate) =>
      loaded.dataOf(laneSpecOf(ordered, arm, { replicate, fold: 0 })),
    );
    const asked = pixels(data[0]?.validation ?? { features: [], count: 0 });
    const known = data.map(({ training }) => new Set(pixels(training)));
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const;
    const expected = pairs.map(
      ([a, b]) => asked.filter((one) => !known[a]?.has(one) && !known[b]?.has(one)).length,
    );
    const { repeats, rows, pairs: shown } = picture(0).stability ?? {};
    expect([repeats, rows]).toEqual([3, 400]);
    shown?.forEach((pair, i) => {
      expect(Math.abs(pair.rows - (expected[i] ?? NaN))).toBeLessThanOrEqual(2);
      expect(pair.share).toBeGreaterThan(0.05);
      expect(pair.share).toBeLessThan(1);
    });
    expect(expected[0]).toBeLessThan(370);
  });

  it('that compare repeats take all rows where repeats share the data', async () => {
    const ordered = experiment({ replicates: 2, replicateScope: 'trainingLuck' });
    const { picture } = await trainEpoch(ordered, ['stability']);
    expect(picture(1).stability?.pairs.map(({ rows }) => rows)).toEqual([400]);
  });
});
