/** What tests of a batch share: the real engine on the CPU backend, and real digits from disk. */
import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { digits } from '../../datasets/sets/digits.ts';
import { experimentWith } from '../../presets/preset.ts';
import type { BatchEvent } from '../../protocol/batch-messages.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { FIGURE_COUNT, FIGURE_INDEX, FIGURES } from '../../figures/figures.ts';
import { END_FIGURES_ONLY } from '../../figures/lane-result.ts';
import type { LaneResult, LaneWishes } from '../../figures/lane-result.ts';
import type { LaneSpec } from '../../experiment/lane-spec.ts';
import { ActiveRun } from '../live-job/active-run.ts';
import { createCpuBackend } from '../kernels/cpu/cpu-backend.ts';
import { loadData } from '../load-data.ts';
import { orderLanes } from '../plan-lanes.ts';
import { BatchJob } from './batch-job.ts';

const experiment: Experiment = experimentWith({
  data: { dataset: 'digits', trainingExamples: 60, validationExamples: 40 },
  network: { hiddenLayers: [8] },
  training: {
    ...{ optimizer: 'adam', learningRate: 0.01, batchSize: 16, epochs: 6, seed: 1 },
    replicates: 2,
  },
  arms: [
    { regularizers: {} },
    { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } },
    {
      regularizers: {
        earlyStopping: {
          ...{ metric: 'validationLoss', patience: 1, minDelta: 0.05, restoreBest: true },
        },
      },
    },
    { regularizers: {}, overrides: { optimizer: 'sgd', activation: 'linear', learningRate: 10 } },
  ],
});

export const specs = orderLanes(experiment).map(({ spec }) => spec);

function backend() {
  const known = tf.backend();
  if (!(known instanceof MathBackendCPU)) throw new Error('These tests need the CPU backend.');
  return createCpuBackend(known);
}

export function startJob() {
  const events: BatchEvent[] = [];
  let breaths = 0;
  const job = new BatchJob({
    post: (event) => void events.push(event),
    chooseBackend: () =>
      Promise.resolve({
        compute: backend(),
        report: { name: 'cpu', reason: 'A test.', renderer: null, hardware: false },
      }),
    baseUrl: 'https://site.test/',
    breathe: () => {
      breaths += 1;
      return new Promise((resolve) => setTimeout(resolve));
    },
  });
  const answered = (chunkId: number) =>
    vi.waitUntil(
      () => events.find((one) => one.type !== 'lanesProgressed' && one.chunkId === chunkId),
      { timeout: 20_000 },
    );
  return { job, events, answered, breaths: () => breaths };
}

export async function train(
  lanes: readonly LaneSpec[],
  wishes: LaneWishes = END_FIGURES_ONLY,
): Promise<readonly LaneResult[]> {
  const { job, answered } = startJob();
  job.handle({ type: 'trainLanes', chunkId: 1, specs: lanes, wishes, backend: 'cpu' });
  const answer = await answered(1);
  if (answer.type !== 'lanesTrained') throw new Error(JSON.stringify(answer));
  return answer.results;
}

export function loadRows(lanes: readonly LaneSpec[]) {
  return loadData(lanes, digits, {
    ...{ baseUrl: 'https://site.test/', signal: new AbortController().signal },
    onProgress: () => undefined,
  });
}

/** The last row of every lane as a live run of the same experiment sends it, and its restored epoch. */
export async function trainLive() {
  const loaded = await loadRows(specs);
  const rows = specs.map((): number[][] => []);
  const restored: (number | null)[] = specs.map(() => null);
  const run = new ActiveRun(backend(), experiment, digits, loaded, {
    send: ({ lanes }) => {
      for (const { lane, rows: sent, restoredEpoch } of lanes) {
        for (let from = 0; from < sent.length; from += FIGURE_COUNT)
          rows[lane]?.push([...sent.subarray(from, from + FIGURE_COUNT)]);
        restored[lane] = restoredEpoch;
      }
      run.sender.taken();
    },
    report: () => undefined,
    tell: () => undefined,
    breathe: () => Promise.resolve(),
    wanted: () => ({ goal: 'none', pace: null }),
  });
  await run.start();
  while (!run.finished && !run.stopped) await run.trainBurst();
  await run.finish();
  await run.sender.sent();
  run.dispose();
  return { rows, restored };
}

/** Those that a batch has too. */
export const SHARED = FIGURES.filter((name) => name !== 'lostSinceBest' && name !== 'trainingMs');
export const valuesOf = ({ row }: LaneResult) => SHARED.map((name) => row[name]);
export const liveValues = (row: readonly number[] = []) =>
  SHARED.map((name) => row[FIGURE_INDEX[name]]);

/** The CPU backend, and the site’s files from disk. Call it at the top of a test file. */
export function serveFromDisk(): void {
  beforeAll(async () => {
    await tf.setBackend('cpu');
  });
  beforeEach(() => {
    vi.stubGlobal('fetch', async (address: string | URL) => {
      const path = new URL(address).pathname;
      return new Response(await readFile(`public${path}`));
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
}
