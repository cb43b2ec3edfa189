/**
 * Trains an experiment to its end, as fast as it goes, and answers with every arm's curve: for checking
 * what presets claim. The same plan, data and engine as the page's worker.
 */
import { findDataset } from '../../src/datasets/registry.ts';
import { TrainingRun } from '../../src/engine/training-run.ts';
import type { LaneFigures } from '../../src/engine/measuring.ts';
import type { EffectsAnswer, EffectsRequest } from './effects.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { loadData } from '../../src/trainer/load-data.ts';
import { planLanes } from '../../src/trainer/plan-run.ts';

declare const self: DedicatedWorkerGlobalScope;

async function train({ experiment, backend }: EffectsRequest): Promise<EffectsAnswer> {
  const { compute } = await chooseBackend(backend);
  const { training } = experiment;
  const dataset = findDataset(experiment.data.dataset);
  if (!dataset) throw new Error(`There is no data set ${experiment.data.dataset}.`);
  const loaded = await loadData(experiment, dataset, {
    baseUrl: '/',
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const plans = planLanes(experiment, dataset, loaded).map(({ plan }) => plan);
  const started = performance.now();
  const run = new TrainingRun(compute, plans);
  const curves = plans.map((): LaneFigures[] => []);
  const restored: (number | null)[] = plans.map(() => null);
  const measure = async () => {
    const { figures, ends } = await run.finishEpoch();
    for (const [lane, row] of figures) {
      if (row.finite) curves[lane]?.push(row);
      restored[lane] = ends.get(lane)?.restoredEpoch ?? null;
    }
  };
  await measure();
  while (!run.ended && run.epoch < training.epochs) {
    do run.step();
    while (!run.atEpochEnd);
    await measure();
  }
  if (!run.ended) for (const [lane, epoch] of await run.restoreBest()) restored[lane] = epoch;
  run.dispose();
  return {
    curves: curves.map((rowsOfLane) => rowsOfLane.map(({ wrongRowAnswers: _, ...row }) => row)),
    restored,
    wrongLabels: plans[0]?.data.wrongRows.length ?? 0,
    seconds: (performance.now() - started) / 1000,
  };
}

self.onmessage = ({ data }: MessageEvent<EffectsRequest>) => {
  void train(data).then((answer) => {
    self.postMessage(answer);
  });
};
