/**
 * Trains an experiment to its end, as fast as it goes, and answers with every arm's curve: for checking
 * what presets claim. The same plan, data and engine as the page's worker.
 */
import { findDataset } from '../../src/datasets/registry.ts';
import type { Dataset } from '../../src/datasets/dataset.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import type { LaneFigures } from '../../src/engine/measuring/measuring.ts';
import type { EffectsAnswer, EffectsRequest, Wishes } from './effects.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import { loadData } from '../../src/trainer/load-data.ts';
import type { LoadedData } from '../../src/trainer/load-data.ts';
import { orderLanes, planLanes } from '../../src/trainer/live-job/plan-run.ts';
import type { PlannedLane } from '../../src/trainer/live-job/plan-run.ts';
import { stabilityView } from '../../src/trainer/views/stability-view.ts';
import type { LaneInside } from '../../src/trainer/views/view-maker.ts';

declare const self: DedicatedWorkerGlobalScope;

const loading = {
  baseUrl: '/',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

async function answerTo({ experiment, backend, wishes }: EffectsRequest): Promise<EffectsAnswer> {
  const { compute } = await chooseBackend(backend);
  const dataset = findDataset(experiment.data.dataset);
  if (!dataset) throw new Error(`There is no data set ${experiment.data.dataset}.`);
  const loaded = await loadData(
    orderLanes(experiment).map(({ spec }) => spec),
    dataset,
    loading,
  );
  const lanes = planLanes(experiment, dataset, loaded);
  const started = performance.now();
  const run = new TrainingRun(
    compute,
    lanes.map(({ plan }) => plan),
  );
  const trained = await train(run, lanes, experiment.training.epochs);
  const seconds = (performance.now() - started) / 1000;
  const end = await lookAtEnd({ run, lanes, dataset, loaded, ...trained }, wishes);
  run.dispose();
  return {
    curves: trained.rows.map((rows) =>
      rows.map(
        ({ wrongRowAnswers: _, validationAnswers: __, validationOutputs: ___, ...row }) => row,
      ),
    ),
    restored: trained.restored,
    wrongLabels: lanes[0]?.plan.data.wrongRows.length ?? 0,
    seconds,
    ...end,
  };
}

interface Trained {
  /** Per lane. */
  readonly rows: readonly (readonly LaneFigures[])[];
  readonly restored: readonly (number | null)[];
}

async function train(
  run: TrainingRun,
  lanes: readonly PlannedLane[],
  epochs: number,
): Promise<Trained> {
  const rows = lanes.map((): LaneFigures[] => []);
  const restored: (number | null)[] = lanes.map(() => null);
  const measure = async () => {
    const { figures, ends } = await run.finishEpoch();
    for (const [lane, row] of figures) {
      if (row.finite) rows[lane]?.push(row);
      restored[lane] = ends.get(lane)?.restoredEpoch ?? null;
    }
  };
  await measure();
  while (!run.ended && run.epoch < epochs) {
    do run.step();
    while (!run.atEpochEnd);
    await measure();
  }
  if (!run.ended) for (const [lane, epoch] of await run.restoreBest()) restored[lane] = epoch;
  return { rows, restored };
}

interface EndParts extends Trained {
  readonly run: TrainingRun;
  readonly lanes: readonly PlannedLane[];
  readonly dataset: Dataset;
  readonly loaded: LoadedData;
}

async function lookAtEnd(
  parts: EndParts,
  { networks = false, test = false, stability = false }: Wishes,
): Promise<Pick<EffectsAnswer, 'networks' | 'tests' | 'stability'>> {
  const insides = networks || stability ? await lookInside(parts) : [];
  return {
    networks: networks
      ? insides.map(
          (one) =>
            one && {
              network: one.plan.network,
              state: one.state,
              validation: one.plan.data.validation,
            },
        )
      : [],
    tests: test ? await openTest(parts) : [],
    stability: stability ? disagreements(parts.lanes, insides) : [],
  };
}

async function lookInside(parts: EndParts): Promise<(LaneInside | null)[]> {
  const { run, lanes, dataset, loaded, rows } = parts;
  const insides = await run.lookInside(new Set(lanes.keys()));
  return lanes.map(({ spec, plan }, lane) => {
    const [inside, last] = [insides.get(lane), rows[lane]?.at(-1)];
    if (!inside || !last) return null;
    const { validationOutputs } = last;
    return { plan, dataset, split: loaded.splitOf(spec), validationOutputs, ...inside };
  });
}

async function openTest({ run, lanes, loaded }: EndParts): Promise<EffectsAnswer['tests']> {
  const testOf = await loaded.loadTest(loading);
  const examples = lanes.map(({ spec }) => testOf(spec));
  const figures = await run.measureSets(
    (lane) => {
      const rows = examples[lane];
      if (!rows) throw new RangeError(`There is no lane ${lane}.`);
      return rows;
    },
    () => Promise.resolve(),
  );
  return lanes.map((_, lane) => figures.get(lane) ?? null);
}

/** As the page's own view of it says, arm by arm. */
function disagreements(
  lanes: readonly PlannedLane[],
  insides: readonly (LaneInside | null)[],
): EffectsAnswer['stability'] {
  return lanes
    .filter(({ replicate }) => replicate === 0)
    .map(({ arm }) => {
      const [first, ...others] = lanes.flatMap((lane, i) => {
        const inside = insides[i];
        return lane.arm.id === arm.id && inside ? [inside] : [];
      });
      if (!first || !stabilityView.needsWeights || stabilityView.comparesRepeats !== true)
        return { pairs: [] };
      return { pairs: stabilityView.make([first, ...others]).pairs };
    });
}

self.onmessage = ({ data }: MessageEvent<EffectsRequest>) => {
  answerTo(data).then(
    (answer) => self.postMessage(answer),
    // Thrown where the page hears of it: a rejection alone would leave it waiting.
    (reason: unknown) => self.reportError(reason),
  );
};
