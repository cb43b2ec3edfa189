/**
 * The rows that a run's lanes train on: one draw for every repeat, fold and size of training set, loaded
 * once and shared by the lanes that train on it.
 */
import type { Examples } from '../engine/examples.ts';
import type { RunData } from '../engine/lanes.ts';
import type { Dataset, LoadContext } from '../datasets/dataset.ts';
import { loadSplit } from '../datasets/split.ts';
import type { Split, SplitRequest } from '../datasets/split.ts';
import { repeatsOf } from '../protocol/experiment.ts';
import type { Arm, Experiment } from '../protocol/experiment.ts';
import { splitRequestOf } from '../protocol/split-request.ts';

/** Prepared as the lane's own rows are. */
type TestOf = (arm: Arm, replicate: number, fold?: number) => Examples;

export interface LoadedData {
  readonly dataOf: (arm: Arm, replicate: number, fold?: number) => RunData;
  /** How these rows were drawn and prepared. */
  readonly splitOf: (arm: Arm, replicate: number, fold?: number) => Split;
  /** The same test rows for all arms and folds of a repeat. */
  readonly sealedTestRows: number;
  /** Breaks the seal: rows that neither trained nor validated any arm, prepared as the arm's own are. */
  readonly loadTest: (context: LoadContext) => Promise<TestOf>;
}

/** Throws a `DataError` if rows cannot be loaded, or the signal's reason when aborted. */
export async function loadData(
  experiment: Experiment,
  dataset: Dataset,
  context: LoadContext,
): Promise<LoadedData> {
  const requests = new Map<string, SplitRequest>();
  for (const arm of experiment.arms)
    for (const { replicate, fold } of repeatsOf(experiment)) {
      const request = splitRequestOf(experiment, dataset, arm, replicate, fold);
      requests.set(nameOf(request), request);
    }
  const loaded = new Map<string, { readonly data: RunData; readonly split: Split }>();
  // The largest training set leaves the fewest over.
  let sealedTestRows = Infinity;
  for (const [name, request] of requests) {
    const split = await loadSplit(request, partProgress(context, loaded.size, requests.size));
    const { training, validation } = split;
    const { trueTargets, wrongRows } = training;
    loaded.set(name, { split, data: { training, trueTargets, wrongRows, validation } });
    sealedTestRows = Math.min(sealedTestRows, split.sealedTestRows);
  }
  const find = <Part>(parts: ReadonlyMap<string, Part>, ...lane: Parameters<TestOf>): Part => {
    const part = parts.get(nameOf(splitRequestOf(experiment, dataset, ...lane)));
    if (!part) throw new Error('These rows were not loaded.');
    return part;
  };
  return {
    sealedTestRows,
    dataOf: (...lane) => find(loaded, ...lane).data,
    splitOf: (...lane) => find(loaded, ...lane).split,
    loadTest: async (testContext) => {
      const tests = new Map<string, Examples>();
      for (const [name, { split }] of loaded) {
        const part = partProgress(testContext, tests.size, loaded.size);
        tests.set(name, lastRows(await split.loadTest(part), sealedTestRows));
      }
      return (...lane) => find(tests, ...lane);
    },
  };
}

/** What an arm with fewer training rows leaves over begins with rows that others train on. */
function lastRows(rows: Examples, count: number): Examples {
  const width = rows.features.length / rows.count;
  return {
    ...rows,
    count,
    features: rows.features.subarray((rows.count - count) * width),
    targets: rows.targets.subarray(rows.count - count),
  };
}

/** Within one run nothing else differs. */
function nameOf({ trainingExamples, replicate, fold }: SplitRequest): string {
  return `${trainingExamples}/${replicate}/${fold}`;
}

/** Draws are about equally large: each takes the same share of the bar. */
function partProgress(context: LoadContext, part: number, parts: number): LoadContext {
  return {
    ...context,
    onProgress: (loaded, total) => {
      context.onProgress(part * total + loaded, parts * total);
    },
  };
}
