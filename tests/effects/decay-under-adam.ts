/**
 * P18: two features of scale 3 and 0.3, both of weight 1 in truth. L2 inside Adam is a term of the loss
 * like any other, so training ends at the ridge solution; AdamW shrinks every weight at the same pace,
 * however steep the loss is along it, and ends elsewhere (Loshchilov & Hutter 2019).
 */
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import type { RegularizerSettings } from '../../src/regularizers/registry.ts';
import { ridge } from '../../src/closed-forms/ridge.ts';
import { normals, responses } from '../closed-forms/random-designs.ts';
import { startReference } from '../kernels/wasm-in-node.ts';
import { examplesOf, lanePlan, layerOf, runData, statesOf } from '../lane-plan.ts';

const ROWS = 200;
const SCALES = [3, 0.3];
const STEPS = 6000;
const L2_STRENGTH = 0.2;
const DECAY = 1;

export async function decayUnderAdam(seed: number) {
  const design = normals(ROWS, 2, seed).map((row) =>
    row.map((value, i) => Math.fround(value * (SCALES[i] ?? NaN))),
  );
  const y = responses(design, [1, 1], { noise: 0.1, seed: seed + 1000 });
  const backend = startReference();
  const offRidge = async (regularizers: RegularizerSettings) => {
    const weights = await train(backend, design, y, regularizers);
    const { weights: solution } = ridge(design, y, L2_STRENGTH);
    return Math.max(...weights.map((w, i) => Math.abs(w - (solution[i] ?? NaN))));
  };
  return {
    'L2 off ridge': await offRidge({ l2: { lambda: L2_STRENGTH } }),
    'AdamW off ridge': await offRidge({ weightDecay: { lambda: DECAY } }),
  };
}

/** Where full batches and Adam end. */
async function train(
  backend: ComputeBackend,
  design: readonly (readonly number[])[],
  y: readonly number[],
  regularizers: RegularizerSettings,
): Promise<readonly number[]> {
  const data = runData(examplesOf(design, y));
  const plan = lanePlan({
    sizes: [SCALES.length, 1],
    data,
    learningRate: 0.003,
    optimizer: 'adam',
    regularizers,
  });
  const run = new TrainingRun(backend, [plan]);
  for (let step = 0; step < STEPS; step++) run.step();
  const { weights } = layerOf((await statesOf(run))[0]);
  run.dispose();
  return weights;
}
