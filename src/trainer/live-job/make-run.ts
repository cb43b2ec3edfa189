/** From an order to a run: checks the experiment, finds a backend, loads the rows, builds the lanes. */
import { DataError } from '../../datasets/dataset.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import { findDataset } from '../../datasets/registry.ts';
import { experimentProblems } from '../../experiment/experiment-problems.ts';
import type { BackendReport, Request, TrainerEvent } from '../../protocol/messages.ts';
import { ActiveRun } from './active-run.ts';
import type { RunSurroundings } from './active-run.ts';
import type { RecoveryParts } from './loss-recovery.ts';
import { loadData } from '../load-data.ts';
import { orderLanes } from '../plan-lanes.ts';
import { SettingsError } from '../failure-of.ts';

export type PrepareRequest = Extract<Request, { type: 'prepareRun' }>;

interface MakingParts {
  readonly chooseBackend: RecoveryParts['chooseBackend'];
  readonly baseUrl: string;
  /** Aborted when the run is of no more use. */
  readonly signal: AbortSignal;
  readonly post: (event: TrainerEvent, transfer?: Transferable[]) => void;
  /** Lets waiting messages in. */
  readonly breathe: () => Promise<void>;
  /** The same while it trains, when it is time. */
  readonly breatheIfDue: () => Promise<void>;
  readonly wanted: RunSurroundings['wanted'];
}

/** Throws what keeps the run from being. Of a run that is resumed nothing is told on the way. */
export async function makeRun(
  { runId, experiment, backend, resumption }: PrepareRequest,
  { chooseBackend, baseUrl, signal, post, breathe, breatheIfDue, wanted }: MakingParts,
): Promise<{ readonly run: ActiveRun; readonly report: BackendReport }> {
  const dataset = findDataset(experiment.data.dataset);
  const [problem] = experimentProblems(experiment);
  if (problem || !dataset)
    throw new SettingsError(problem?.message ?? 'There is no such data set.');
  const { compute, report } = await chooseBackend(backend);
  if (!resumption) post({ type: 'backendChosen', runId, backend: report });
  const specs = orderLanes(experiment).map(({ spec }) => spec);
  const loaded = await loadData(specs, dataset, {
    baseUrl,
    signal,
    onProgress: (loadedBytes, totalBytes) => {
      post({ type: 'dataProgressed', runId, loadedBytes, totalBytes });
    },
  }).catch((error: unknown) => {
    throw namingDataset(error, dataset);
  });
  if (!resumption) post({ type: 'statusChanged', runId, status: 'compiling' });
  await breathe();
  signal.throwIfAborted();
  const run = new ActiveRun(
    compute,
    experiment,
    dataset,
    loaded,
    {
      send: (frame, transfer) => {
        post({ type: 'frameCompleted', runId, frame }, transfer);
      },
      report: (event, transfer) => {
        post({ ...event, runId }, transfer);
      },
      breathe: breatheIfDue,
      wanted,
      tell: (progress) => {
        post({ type: 'runProgressed', runId, progress });
      },
    },
    resumption,
  );
  return { run, report };
}

/** Of a file the user knows nothing, of a data set that was chosen something. */
function namingDataset(error: unknown, { label }: Dataset): unknown {
  if (!(error instanceof DataError)) return error;
  return new DataError(`${label} could not be loaded. ${error.message}`);
}
