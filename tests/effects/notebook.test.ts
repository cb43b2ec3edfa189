/**
 * The classic MNIST notebook in full: 60,000 digits, 10,000 to validate on, 784-512-10, five epochs, without
 * dropout and with 0.2, against the same training in PyTorch 1.13 (three seeds each; dropout off when
 * measured).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mnistNotebook } from '../../src/presets/mnist-notebook.ts';
import { openWorkerPage } from '../../tools/worker-page.ts';
import type { WorkerPage } from '../../tools/worker-page.ts';
import type { NotebookArm } from './notebook.worker.ts';

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
let none: NotebookArm;
let dropout: NotebookArm;

beforeAll(async () => {
  worker = await openWorkerPage('tests/effects/notebook.worker.ts', { built: true });
  const arms = (await worker.call(mnistNotebook.experiment)) as [NotebookArm, NotebookArm];
  [none, dropout] = arms;
}, TIME_LIMIT_MS);
afterAll(() => worker.close());

const meanOf = (arm: keyof typeof REFERENCE, figure: keyof (typeof REFERENCE)['none'][0]) =>
  REFERENCE[arm].reduce((sum, seed) => sum + seed[figure], 0) / REFERENCE[arm].length;
const gapOf = ({ trainingAccuracy, validationAccuracy }: NotebookArm) =>
  trainingAccuracy - validationAccuracy;

it('ends within 0.4 points of the reference’s validation accuracy, in both arms', () => {
  for (const [name, arm] of [['none', none] as const, ['dropout', dropout] as const]) {
    expect(arm.epoch).toBe(5);
    const difference = 100 * (arm.validationAccuracy - meanOf(name, 'validationAccuracy'));
    expect(Math.abs(difference), name).toBeLessThanOrEqual(0.4);
  }
});

it('ends within 20 % and 35 % of its training loss on all 60,000 rows', () => {
  const off = (loss: number, reference: number) => Math.abs(loss / reference - 1);
  expect(off(none.trainingLoss, meanOf('none', 'trainingLoss'))).toBeLessThanOrEqual(0.2);
  expect(off(dropout.trainingLoss, meanOf('dropout', 'trainingLoss'))).toBeLessThanOrEqual(0.35);
});

it('has the narrower gap with dropout, as the reference has', () => {
  const reference = (arm: keyof typeof REFERENCE) =>
    meanOf(arm, 'trainingAccuracy') - meanOf(arm, 'validationAccuracy');
  expect(reference('dropout')).toBeLessThan(reference('none'));
  expect(gapOf(dropout)).toBeLessThan(gapOf(none));
});
