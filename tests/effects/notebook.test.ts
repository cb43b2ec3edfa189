/**
 * The classic MNIST notebook in full: 60,000 digits, 10,000 to validate on, 784-512-10, five epochs, without
 * dropout and with 0.2, against the same training in PyTorch 1.13 (three seeds each; dropout off when
 * measured). What the page says of it is read here too: no other test can wait for this run.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RunHistory } from '../../src/client/run-history.ts';
import { gatherEvidence } from '../../src/findings/verdict/evidence.ts';
import { readMaterial } from '../../src/pages/compare/verdict/read-material.ts';
import { writeVerdict } from '../../src/findings/verdict/verdict.ts';
import { mnistNotebook } from '../../src/presets/mnist-notebook.ts';
import { openWorkerPage } from '../../tools/worker-page.ts';
import type { WorkerPage } from '../../tools/worker-page.ts';
import type { ToldRun } from './notebook.worker.ts';

/** After the fifth epoch, seed by seed. */
const REFERENCE = {
  none: [
    { validationAccuracy: 0.9806, trainingLoss: 0.016771, trainingAccuracy: 0.994617 },
    { validationAccuracy: 0.9786, trainingLoss: 0.017939, trainingAccuracy: 0.9941 },
    { validationAccuracy: 0.9801, trainingLoss: 0.017281, trainingAccuracy: 0.994933 },
  ],
  dropout: [
    { validationAccuracy: 0.9801, trainingLoss: 0.024671, trainingAccuracy: 0.99195 },
    { validationAccuracy: 0.9799, trainingLoss: 0.022804, trainingAccuracy: 0.993233 },
    { validationAccuracy: 0.9825, trainingLoss: 0.02028, trainingAccuracy: 0.993683 },
  ],
} as const;

/** A minute on a quiet machine; others wait longer. */
const TIME_LIMIT_MS = 900_000;

let worker: WorkerPage;
let history: RunHistory;

beforeAll(async () => {
  worker = await openWorkerPage('tests/effects/notebook.worker.ts', { built: true });
  const { run, frames } = (await worker.call(mnistNotebook.experiment)) as ToldRun;
  history = new RunHistory(run);
  for (const frame of frames) history.append(frame);
}, TIME_LIMIT_MS);
afterAll(() => worker.close());

/** The figures with which an arm ends; training figures are on all rows. */
function endOf(arm: keyof typeof REFERENCE) {
  const lane = history.lanes[arm === 'none' ? 0 : 1];
  return {
    epoch: lane?.latest?.epoch,
    validationAccuracy: lane?.latest?.validationAccuracy ?? NaN,
    trainingLoss: lane?.allTrainingRows?.loss ?? NaN,
    trainingAccuracy: lane?.allTrainingRows?.accuracy ?? NaN,
  };
}

const meanOf = (arm: keyof typeof REFERENCE, figure: keyof (typeof REFERENCE)['none'][0]) =>
  REFERENCE[arm].reduce((sum, seed) => sum + seed[figure], 0) / REFERENCE[arm].length;
const ARMS = ['none', 'dropout'] as const;

it('ends within 0.4 points of the reference’s validation accuracy, in both arms', () => {
  for (const arm of ARMS) {
    const { epoch, validationAccuracy } = endOf(arm);
    expect(epoch).toBe(5);
    const difference = 100 * (validationAccuracy - meanOf(arm, 'validationAccuracy'));
    expect(Math.abs(difference), arm).toBeLessThanOrEqual(0.4);
  }
});

it('ends within 20 % and 35 % of its training loss on all 60,000 rows', () => {
  const off = (arm: keyof typeof REFERENCE) =>
    Math.abs(endOf(arm).trainingLoss / meanOf(arm, 'trainingLoss') - 1);
  expect(off('none')).toBeLessThanOrEqual(0.2);
  expect(off('dropout')).toBeLessThanOrEqual(0.35);
});

it('has the narrower gap with dropout, as the reference has', () => {
  const reference = (arm: keyof typeof REFERENCE) =>
    meanOf(arm, 'trainingAccuracy') - meanOf(arm, 'validationAccuracy');
  const gapOf = ({ trainingAccuracy, validationAccuracy }: ReturnType<typeof endOf>) =>
    trainingAccuracy - validationAccuracy;
  expect(reference('dropout')).toBeLessThan(reference('none'));
  expect(gapOf(endOf('dropout'))).toBeLessThan(gapOf(endOf('none')));
});

it('is judged as its line says: little to overfit, and no gain', () => {
  const material = readMaterial({
    ...{ history, runExperiment: mnistNotebook.experiment, status: 'finished', failure: null },
    ...{ liveChanges: [], retiredArms: [], test: null, lookBackEpoch: null, keptRun: null },
  });
  const verdict = material
    ? writeVerdict(gatherEvidence(material)).map(({ lead, text }) => `${lead} ${text}`)
    : [];
  expect(verdict[0]).toMatch(/^One run: .* The difference is too small to tell on 10,000 images\./);
  expect(verdict[1]).toMatch(/^There is little overfitting to prevent: /);
  expect(verdict.join(' ')).not.toMatch(/overfits?\b/);
});
