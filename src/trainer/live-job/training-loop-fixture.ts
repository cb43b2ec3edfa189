/** What tests of the training loop share: the real engine on the CPU backend, real digits from disk, and a page. */
import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { ComputeBackend } from '../../engine/step/kernels.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { experimentWith } from '../../presets/preset.ts';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../figures/figures.ts';
import type { Request, TrainerEvent } from '../../protocol/messages.ts';
import { createCpuBackend } from '../kernels/cpu/cpu-backend.ts';
import { TrainingLoop } from './training-loop.ts';

export const experiment: Experiment = experimentWith({
  data: { dataset: 'digits', trainingExamples: 60, validationExamples: 40 },
  network: { hiddenLayers: [8] },
  training: { optimizer: 'adam', learningRate: 0.01, batchSize: 16, epochs: 4, seed: 1 },
  arms: [{ regularizers: {} }, { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } }],
});

/** The same on points in the plane. */
export const onCircles = experimentWith({
  data: {
    ...{ dataset: 'circles', trainingExamples: 60, validationExamples: 40 },
    ...{ noise: 0.1, wrongLabelShare: 0.2 },
  },
  network: { hiddenLayers: [8, 8] },
  training: {},
  arms: experiment.arms,
});

/** A page that takes every frame at once and remembers what it was told. */
export function startPage(wrap: (backend: ComputeBackend) => ComputeBackend = (same) => same) {
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
export const timeless = (rows: number[]) =>
  rows.filter((_, i) => i % FIGURE_COUNT !== FIGURE_INDEX.trainingMs);
export const epochsOf = (rows: number[]) =>
  rows.filter((_, i) => i % FIGURE_COUNT === FIGURE_INDEX.epoch);

/** The CPU backend, and the site's files from disk. Call it at the top of a test file. */
export function serveFromDisk(): void {
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
}
