/**
 * Numbers that are not finite are noticed on any backend, also where a ReLU hides them: it makes 0 of −∞, and
 * a careless one 0 of NaN. Each property throws when it does not hold.
 */
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import { changeStates, examplesOf, lanePlan, runData } from '../lane-plan.ts';

const ROWS = [
  [1, 2],
  [2, 1],
  [3, 3],
  [0.5, 1.5],
];
const DATA = runData(examplesOf(ROWS, [1, 2, 3, 4]));
const PLAN = lanePlan({ sizes: [2, 3, 2, 1], data: DATA, learningRate: 0.01, activation: 'relu' });

/** A run of two equal lanes; one weight of the first is then set. */
async function withWeight(backend: ComputeBackend, value: number): Promise<TrainingRun> {
  const run = new TrainingRun(backend, [PLAN, PLAN]);
  await changeStates(run, backend, (state, lane) =>
    lane !== 0
      ? state
      : state.map((layer, i) => {
          if (i !== 0) return layer;
          const weights = Float64Array.from(layer.weights.value);
          weights[1] = value;
          return { ...layer, weights: { ...layer.weights, value: weights } };
        }),
  );
  return run;
}

export const DIVERGENCE_PROPERTIES: Readonly<
  Record<string, (backend: ComputeBackend) => Promise<void>>
> = {
  'a weight that is not finite ends its lane, though a ReLU hides it from every output': async (
    backend,
  ) => {
    const run = await withWeight(backend, -Infinity);
    try {
      const { figures, ends } = await run.finishEpoch();
      const hidden = figures.get(0);
      if (!Number.isFinite(hidden?.validationLoss)) throw new Error('Nothing hides the weight');
      if (hidden?.finite !== false || ends.get(0)?.kind !== 'diverged')
        throw new Error('A weight of −∞ was not noticed');
      if (figures.get(1)?.finite !== true || ends.has(1))
        throw new Error('A sound lane was ended with it');
    } finally {
      run.dispose();
    }
  },

  'NaN passes through ReLU layers to the loss, and ends its lane': async (backend) => {
    const run = await withWeight(backend, NaN);
    try {
      const { figures, ends } = await run.finishEpoch();
      if (!Number.isNaN(figures.get(0)?.validationLoss))
        throw new Error(`The loss is ${figures.get(0)?.validationLoss ?? 'missing'}`);
      if (ends.get(0)?.kind !== 'diverged') throw new Error('NaN was not noticed');
      do run.step();
      while (!run.atEpochEnd);
      const after = await run.finishEpoch();
      if (after.figures.has(0)) throw new Error('A diverged lane was trained on');
      if (after.figures.get(1)?.finite !== true) throw new Error('The other lane was harmed');
    } finally {
      run.dispose();
    }
  },
};
