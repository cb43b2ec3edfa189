/**
 * Patience through a whole run, against a reading of the curve: the epoch it stops at, the epoch it puts
 * back, and that the weights restored are those that were measured then.
 */
import { expect, it } from 'vitest';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import type { RegularizerSettings } from '../../src/regularizers/registry.ts';
import { examplesOf, lanePlan, runData } from '../lane-plan.ts';
import { startReference } from '../kernels/wasm-in-node.ts';
import { normals } from './random-designs.ts';

const rowsOf = (seed: number) => {
  const x = normals(24, 6, seed);
  const noise = normals(24, 1, seed + 10);
  const labels = x.map(([a = 0, b = 0], i) => Number(a + b + 0.8 * (noise[i]?.[0] ?? 0) > 0));
  return examplesOf(x, labels);
};
const DATA = runData(rowsOf(1), rowsOf(2));

/** A network that soon overfits: its validation loss falls and climbs again, with wiggles. */
function startRun(stops: readonly RegularizerSettings[]): TrainingRun {
  const wish = { sizes: [6, 24, 2], data: DATA, batchSize: 5, learningRate: 0.02 } as const;
  return new TrainingRun(
    startReference(),
    stops.map((regularizers) =>
      lanePlan({
        ...wish,
        task: 'classification',
        optimizer: 'adam',
        regularizers: { batchNorm: { momentum: 0.9 }, ...regularizers },
      }),
    ),
  );
}

async function trainEpoch(run: TrainingRun) {
  do run.step();
  while (!run.atEpochEnd);
  return run.finishEpoch();
}

const EPOCHS = 40;

/** Without early stopping: validation loss and training loss of every epoch, from epoch 1 on. */
async function plainCurve() {
  const run = startRun([{}]);
  const curve = [];
  while (run.epoch < EPOCHS) {
    const figures = (await trainEpoch(run)).figures.get(0);
    curve.push({ loss: figures?.validationLoss ?? NaN, training: figures?.trainingLoss ?? NaN });
  }
  run.dispose();
  return curve;
}

/** The rule read off a curve: best epoch and epoch of the stop, or null. */
function readOff(losses: readonly number[], patience: number, minDelta: number) {
  let best = 1;
  for (let epoch = 2; epoch <= losses.length; epoch++) {
    const gain = (losses[best - 1] ?? NaN) - (losses[epoch - 1] ?? NaN);
    if (gain > minDelta) best = epoch;
    else if (epoch - best === Math.max(1, patience)) return { best, stop: epoch };
  }
  return { best, stop: null };
}

const RULES = [0, 1, 2, 5, 10].flatMap((patience) =>
  [0, 0.02].map((minDelta) => ({ patience, minDelta })),
);

it('stops exactly patience after the best epoch, and restores what was measured then', async () => {
  const curve = await plainCurve();
  const losses = curve.map(({ loss }) => loss);
  const expected = RULES.map(({ patience, minDelta }) => readOff(losses, patience, minDelta));
  // The curve must be able to tell the rules apart.
  expect(new Set(expected.map(({ stop }) => stop)).size).toBeGreaterThanOrEqual(4);
  const stops = RULES.map((rule) => ({
    earlyStopping: { metric: 'validationLoss' as const, ...rule, restoreBest: true },
  }));
  const run = startRun(stops);
  const seen = new Map<number, { stop: number; best: number | null }>();
  while (!run.ended && run.epoch < EPOCHS) {
    const epoch = run.epoch + 1;
    for (const [lane, end] of (await trainEpoch(run)).ends) {
      expect(end.kind).toBe('stoppedEarly');
      seen.set(lane, { stop: epoch, best: end.restoredEpoch });
    }
  }
  const allRows = await run.measureSets(
    () => DATA.training,
    () => Promise.resolve(),
  );
  expected.forEach(({ best, stop }, lane) => {
    if (stop === null) return;
    expect(seen.get(lane)).toEqual({ stop, best });
    // All training rows are in the sample, so the restored network must repeat the best epoch's loss.
    const restored = allRows.get(lane)?.loss ?? NaN;
    expect(Math.abs(restored - (curve[best - 1]?.training ?? NaN))).toBeLessThan(1e-6);
  });
  expect(seen.size).toBe(expected.filter(({ stop }) => stop !== null).length);
  run.dispose();
});
