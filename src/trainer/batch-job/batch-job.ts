/**
 * The worker's part of a batch job: takes chunks of lanes, trains them one chunk after the other, and answers
 * each with its results. It can be held between two steps and told to drop what it has.
 */
import type { Dataset, LoadContext } from '../../datasets/dataset.ts';
import { findDataset } from '../../datasets/registry.ts';
import type { BatchEvent, BatchRequest, LaneChunk } from '../../protocol/batch-messages.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import type { BackendChoice } from '../../protocol/messages.ts';
import { networkSizes } from '../../experiment/experiment.ts';
import type { ChosenBackend } from '../backend.ts';
import { loadData } from '../load-data.ts';
import type { LoadedData } from '../load-data.ts';
import { planLane } from '../plan-lanes.ts';
import { SettingsError, failureOf } from '../failure-of.ts';
import type { Swarm } from '../swarm.ts';
import { cachedSplits } from './split-cache.ts';
import { trainLanes } from './train-lanes.ts';

export interface BatchJobParts {
  readonly post: (event: BatchEvent, transfer?: Transferable[]) => void;
  readonly chooseBackend: (choice: BackendChoice, swarm: Swarm) => Promise<ChosenBackend>;
  /** Where the site's public files lie, ending in "/". */
  readonly baseUrl: string;
  /** Lets waiting messages in. */
  readonly breathe: () => Promise<void>;
}

/** Messages are heard this often, and progress is told no more often than every fifth time. */
const BREATHE_MS = 40;
const PROGRESS_MS = 200;

export class BatchJob {
  private readonly parts: BatchJobParts;
  private readonly loadSplit = cachedSplits();
  private work: Promise<void> = Promise.resolve();
  private abort = new AbortController();
  /** Share of the time in which it trains. */
  private processorShare = 1;
  /** Fulfilled when training may go on; null: it may. */
  private hold: Hold | null = null;

  constructor(parts: BatchJobParts) {
    this.parts = parts;
  }

  handle(request: BatchRequest): void {
    switch (request.type) {
      case 'trainLanes': {
        const { signal } = this.abort;
        this.work = this.work.then(() => this.train(request, signal));
        break;
      }
      case 'holdLanes':
        this.hold ??= holding();
        break;
      case 'releaseLanes':
        this.release();
        break;
      case 'paceLanes':
        this.processorShare = request.share;
        break;
      case 'dropLanes':
        this.abort.abort();
        this.abort = new AbortController();
        this.release();
        break;
    }
  }

  private release(): void {
    this.hold?.release();
    this.hold = null;
  }

  private async train(chunk: LaneChunk, signal: AbortSignal): Promise<void> {
    if (wasDropped(signal)) return;
    const { chunkId } = chunk;
    try {
      const { backend, results } = await this.trainChunk(chunk, signal);
      if (wasDropped(signal)) return;
      this.parts.post({ type: 'lanesTrained', chunkId, results, backend }, buffersOf(results));
    } catch (error) {
      if (wasDropped(signal)) return;
      this.parts.post({ type: 'lanesFailed', chunkId, failure: failureOf(error) });
    }
  }

  private async trainChunk(chunk: LaneChunk, signal: AbortSignal) {
    const dataset = datasetOf(chunk);
    const loaded = await loadData(chunk.specs, dataset, this.loadContext(signal), this.loadSplit);
    const plans = chunk.specs.map((spec) => planLane(spec, dataset, loaded.dataOf(spec)));
    const { compute, report } = await this.parts.chooseBackend(
      chunk.backend,
      swarmOf(chunk, dataset),
    );
    const epochs = chunk.specs[0]?.training.epochs ?? 0;
    const splits = chunk.specs.map(loaded.splitOf);
    const tests = chunk.wishes.test === true ? await this.loadTests(chunk, loaded, signal) : null;
    const order = { plans, epochs, wishes: chunk.wishes, tests, splits };
    const results = await trainLanes(compute, order, this.pauses(chunk.chunkId, signal));
    return { backend: report.name, results };
  }

  private async loadTests({ specs }: LaneChunk, loaded: LoadedData, signal: AbortSignal) {
    const testOf = await loaded.loadTest(this.loadContext(signal));
    return specs.map(testOf);
  }

  private loadContext(signal: AbortSignal): LoadContext {
    return { baseUrl: this.parts.baseUrl, signal, onProgress: () => undefined };
  }

  private pauses(chunkId: number, signal: AbortSignal) {
    let [breathedAt, toldAt] = [performance.now(), performance.now()];
    return async (share: number) => {
      const now = performance.now();
      const workedMs = now - breathedAt;
      if (this.hold === null && workedMs < BREATHE_MS) return;
      await this.parts.breathe();
      if (this.processorShare < 1) await rest(workedMs * (1 / this.processorShare - 1));
      if (this.hold) await this.hold.released;
      signal.throwIfAborted();
      breathedAt = performance.now();
      if (now - toldAt < PROGRESS_MS) return;
      toldAt = now;
      this.parts.post({ type: 'lanesProgressed', chunkId, share });
    };
  }
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Hold {
  readonly released: Promise<void>;
  readonly release: () => void;
}

function holding(): Hold {
  let release: Hold['release'] = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { released, release: () => release() };
}

/** Asked anew after every wait. */
function wasDropped({ aborted }: AbortSignal): boolean {
  return aborted;
}

function datasetOf({ specs }: LaneChunk): Dataset {
  const id = specs[0]?.data.dataset ?? '';
  const dataset = findDataset(id);
  if (!dataset) throw new SettingsError(`There is no data set "${id}".`);
  return dataset;
}

/** The largest network decides. */
function swarmOf({ specs }: LaneChunk, dataset: Dataset): Swarm {
  const sizes = specs.map(({ network }) => networkSizes(network, dataset));
  const weight = (layers: readonly number[]) => layers.reduce((sum, units) => sum + units, 0);
  const largest = sizes.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  return { lanes: specs.length, sizes: largest, batchSize: specs[0]?.training.batchSize ?? 1 };
}

function buffersOf(results: readonly LaneResult[]): Transferable[] {
  return results.flatMap(({ validationOutputs, weights }) => [
    ...(validationOutputs ? [validationOutputs.buffer] : []),
    ...(weights ?? []).map(({ buffer }) => buffer),
  ]);
}
