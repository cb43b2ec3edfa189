/**
 * The rows that the run on screen trains and is validated on, as the worker has them: sets that are made
 * come from the seed alone, so the page makes them too and nothing needs to be sent.
 */
import type { RunHistory } from '../../../client/run-history.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { drawSplit } from '../../../datasets/splitting/split.ts';
import type { Split } from '../../../datasets/splitting/split.ts';
import type { ArmId, Experiment } from '../../../experiment/experiment.ts';
import { laneSpecOf } from '../../../experiment/lane-spec.ts';
import { splitRequestOf } from '../../../experiment/split-request.ts';
import { usePlayground } from '../../../store/playground-context.tsx';

export type RunRows = ReadonlyMap<ArmId, Split>;

const NO_ROWS: RunRows = new Map();
/** A run keeps its rows, whatever settings change while it goes on. */
const drawn = new WeakMap<RunHistory, RunRows>();
const wholeDraws = new WeakMap<RunHistory, RunRows>();

/** The rows of the first repeat of every arm; none of a set that is kept in files. */
export function useRunRows(): RunRows {
  const history = usePlayground((state) => state.history);
  const experiment = usePlayground((state) => state.runExperiment);
  if (!history || !experiment) return NO_ROWS;
  return rowsOf(history, experiment);
}

/** The rows as they were drawn: with points that were removed since, and without own points. */
export function useWholeDraws(): RunRows {
  const history = usePlayground((state) => state.history);
  const experiment = usePlayground((state) => state.runExperiment);
  if (!history || !experiment) return NO_ROWS;
  const { ownPoints: _own, removedPoints: _removed, ...data } = experiment.data;
  return rowsOf(history, { ...experiment, data }, wholeDraws);
}

function rowsOf(history: RunHistory, experiment: Experiment, cache = drawn): RunRows {
  const known = cache.get(history);
  if (known) return known;
  const rows = drawRows(experiment);
  cache.set(history, rows);
  return rows;
}

function drawRows(experiment: Experiment): RunRows {
  const dataset = findDataset(experiment.data.dataset);
  if (dataset?.rows.kind !== 'generated') return NO_ROWS;
  const { rows } = dataset;
  return new Map(
    experiment.arms.map((arm) => {
      const spec = laneSpecOf(experiment, arm, { replicate: 0, fold: 0 });
      const request = splitRequestOf(spec, dataset);
      return [arm.id, drawSplit(request, rows)];
    }),
  );
}
