/**
 * The rows that lanes train on, loaded once for every different request and shared by the lanes that have the
 * same one: a lane with other noise, wrong labels or training size has rows of its own.
 */
import type { Examples } from '../engine/batches/examples.ts';
import type { RunData } from '../engine/lanes/lanes.ts';
import type { Dataset, LoadContext } from '../datasets/dataset.ts';
import { loadSplit } from '../datasets/splitting/split.ts';
import type { SplitRequest } from '../datasets/splitting/drawn-rows.ts';
import type { Split } from '../datasets/splitting/split.ts';
import type { LaneSpec } from '../experiment/lane-spec.ts';
import { splitRequestOf } from '../experiment/split-request.ts';

/** Prepared as the lane's own rows are. */
type TestOf = (spec: LaneSpec) => Examples;

export interface LoadedData {
  readonly dataOf: (spec: LaneSpec) => RunData;
  /** How these rows were drawn and prepared. */
  readonly splitOf: (spec: LaneSpec) => Split;
  /** The same test rows for all lanes of a repeat. */
  readonly sealedTestRows: number;
  /** Breaks the seal: rows that neither trained nor validated any lane, prepared as the lane's own are. */
  readonly loadTest: (context: LoadContext) => Promise<TestOf>;
}

interface LoadedRows {
  readonly data: RunData;
  readonly split: Split;
}

/** Throws a `DataError` if rows cannot be loaded, or the signal's reason when aborted. */
export async function loadData(
  specs: readonly LaneSpec[],
  dataset: Dataset,
  context: LoadContext,
  load: LoadSplit = loadSplit,
): Promise<LoadedData> {
  const keyOf = (spec: LaneSpec) => requestKey(splitRequestOf(spec, dataset));
  const requests = new Map(
    specs.map((spec) => {
      const request = splitRequestOf(spec, dataset);
      return [requestKey(request), request] as const;
    }),
  );
  const loaded = new Map<string, LoadedRows>();
  // The largest training set leaves the fewest over.
  let sealedTestRows = Infinity;
  for (const [key, request] of requests) {
    const split = await load(request, partProgress(context, loaded.size, requests.size));
    const { training, validation } = split;
    const { trueTargets, wrongRows } = training;
    loaded.set(key, { split, data: { training, trueTargets, wrongRows, validation } });
    sealedTestRows = Math.min(sealedTestRows, split.sealedTestRows);
  }
  const find = <Part>(parts: ReadonlyMap<string, Part>, spec: LaneSpec): Part => {
    const part = parts.get(keyOf(spec));
    if (!part) throw new Error('These rows were not loaded.');
    return part;
  };
  return {
    sealedTestRows,
    dataOf: (spec) => find(loaded, spec).data,
    splitOf: (spec) => find(loaded, spec).split,
    loadTest: async (testContext) => {
      const tests = new Map<string, Examples>();
      for (const [key, { split }] of loaded) {
        const part = partProgress(testContext, tests.size, loaded.size);
        tests.set(key, lastRows(await split.loadTest(part), sealedTestRows));
      }
      return (spec) => find(tests, spec);
    },
  };
}

/** What a lane with fewer training rows leaves over begins with rows that others train on. */
function lastRows(rows: Examples, count: number): Examples {
  const width = rows.features.length / rows.count;
  return {
    ...rows,
    count,
    features: rows.features.subarray((rows.count - count) * width),
    targets: rows.targets.subarray(rows.count - count),
  };
}

/** What draws and prepares rows; a job that asks for the same ones again may keep them. */
export type LoadSplit = typeof loadSplit;

/** Equal for equal requests, whatever the order of their keys. */
export function requestKey({ dataset, ...request }: SplitRequest): string {
  const entries = Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([dataset.id, ...entries]);
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
