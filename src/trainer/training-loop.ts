/**
 * The worker's state machine: takes requests, prepares runs, trains in short bursts so that requests
 * are heard between them, keeps the pace, and reports. It lives off timers of the worker, so a hidden tab
 * trains on.
 */
import { findDataset } from '../datasets/registry.ts';
import { DataError } from '../datasets/dataset.ts';
import { loadSplit } from '../datasets/split.ts';
import { assertNever } from '../base/assert-never.ts';
import { checkExperiment } from '../protocol/experiment.ts';
import type { Failure, Pace, Request, TrainerEvent, TrainingStatus } from '../protocol/messages.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { ActiveRun } from './active-run.ts';
import type { ChosenBackend } from './backend.ts';
import type { BackendChoice } from '../protocol/messages.ts';

type PrepareRequest = Extract<Request, { type: 'prepareRun' }>;

export interface TrainingLoopParts {
  readonly post: (event: TrainerEvent, transfer?: Transferable[]) => void;
  readonly chooseBackend: (choice: BackendChoice) => Promise<ChosenBackend>;
  /** Where the site's public files lie, ending in "/". */
  readonly baseUrl: string;
  /** Lets waiting messages in. */
  readonly breathe: () => Promise<void>;
}

/** What the loop is doing to the run: idle, or training until a goal. */
type Goal = 'none' | 'end' | 'epoch' | 'batch';

const BREATHE_MS = 25;

export class TrainingLoop {
  private readonly parts: TrainingLoopParts;
  private runId = -1;
  private run: ActiveRun | null = null;
  private abort = new AbortController();
  private goal: Goal = 'none';
  private pace: Pace = null;
  /** One task at a time touches the run: preparing, training, disposing. */
  private work: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(parts: TrainingLoopParts) {
    this.parts = parts;
  }

  handle(request: Request): void {
    if (request.type === 'prepareRun') {
      this.prepare(request);
      return;
    }
    if (request.type === 'setPace') {
      this.pace = request.pace;
      this.wake();
      return;
    }
    if (request.runId !== this.runId) return;
    switch (request.type) {
      case 'trainRun':
        this.trainUntil('end');
        break;
      case 'stepEpoch':
        this.trainUntil('epoch');
        break;
      case 'stepBatch':
        this.trainUntil('batch');
        break;
      case 'pauseRun':
        this.goal = 'none';
        this.wake();
        break;
      case 'changeSettings':
        this.run?.changeSettings(request.experiment);
        break;
      case 'cancelRun':
        this.abort.abort();
        break;
      case 'takeFrame':
        this.run?.sender.taken();
        break;
      default:
        assertNever(request);
    }
  }

  private prepare(request: PrepareRequest): void {
    this.abort.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.runId = request.runId;
    this.run?.sender.close();
    this.goal = 'none';
    this.pace = request.pace;
    this.wake();
    this.work = this.work.then(async () => {
      this.run?.dispose();
      this.run = null;
      if (abort.signal.aborted) return;
      try {
        await this.build(request, abort.signal);
      } catch (error) {
        this.fail(request.runId, failureOf(error, abort.signal));
      }
    });
  }

  private async build(request: PrepareRequest, signal: AbortSignal): Promise<void> {
    const { runId, experiment } = request;
    const dataset = findDataset(experiment.data.dataset);
    const [problem] = checkExperiment(experiment, { dataset, regularizers: REGULARIZERS });
    if (problem || !dataset) {
      const message = problem?.message ?? 'There is no such data set.';
      this.fail(runId, { kind: 'settings', message });
      return;
    }
    this.setStatus(runId, 'loading data');
    const { compute, report } = await this.parts.chooseBackend(request.backend);
    this.post(runId, { type: 'backendChosen', runId, backend: report });
    const { training, data } = experiment;
    const split = await loadSplit(
      { ...data, dataset, seed: training.seed, replicate: 0, fold: 0 },
      {
        baseUrl: this.parts.baseUrl,
        signal,
        onProgress: (loadedBytes, totalBytes) => {
          this.post(runId, { type: 'dataProgressed', runId, loadedBytes, totalBytes });
        },
      },
    );
    if (signal.aborted) return;
    this.setStatus(runId, 'compiling');
    await this.parts.breathe();
    const run = new ActiveRun(compute, experiment, dataset, split, (frame, transfer) => {
      this.post(runId, { type: 'frameCompleted', runId, frame }, transfer);
    });
    this.run = run;
    this.post(runId, { type: 'runPrepared', runId, run: run.prepared });
    await run.start();
    await run.sender.sent();
    this.setStatus(runId, 'ready');
  }

  private trainUntil(goal: Exclude<Goal, 'none'>): void {
    const already = this.goal !== 'none';
    this.goal = goal;
    this.wake();
    if (already) return;
    const runId = this.runId;
    this.work = this.work.then(async () => {
      const { run } = this;
      if (!run || runId !== this.runId || this.goal === 'none') return;
      try {
        await this.train(run, runId);
      } catch (error) {
        this.goal = 'none';
        this.fail(runId, failureOf(error, this.abort.signal));
      }
    });
  }

  /** Trains until the goal is reached or taken away, then says how the run stands. */
  private async train(run: ActiveRun, runId: number): Promise<void> {
    if (!run.finished && !run.stopped) this.setStatus(runId, 'training');
    let breathedAt = performance.now();
    let epochStartedAt = performance.now();
    while (this.goal !== 'none' && !run.finished && !run.stopped) {
      const stepwise = this.goal !== 'end';
      const epochDone = this.goal === 'batch' ? await run.trainBatch() : await run.trainBurst();
      if (this.goal === 'batch' || (epochDone && stepwise)) this.goal = 'none';
      if (epochDone && this.goal === 'end' && !run.finished) {
        await this.keepPace(epochStartedAt);
        epochStartedAt = performance.now();
      }
      if (performance.now() - breathedAt > BREATHE_MS) {
        // Shows the epoch growing where one takes long.
        if (!run.atEpochEnd) run.flush();
        await this.parts.breathe();
        breathedAt = performance.now();
      }
    }
    this.goal = 'none';
    if (runId === this.runId && (run.finished || run.stopped)) await this.finish(run, runId);
    // The page hears how the run stands when it has all its figures.
    await run.sender.sent();
    this.setStatus(runId, run.finished ? 'finished' : run.stopped ? 'stopped' : 'paused');
  }

  private async finish(run: ActiveRun, runId: number): Promise<void> {
    await run.finish(async () => {
      await this.parts.breathe();
      if (runId !== this.runId) throw new DOMException('A new run was asked for.', 'AbortError');
    });
  }

  /** Waits until the epoch has lasted as long as the pace says; a change of pace or goal ends the wait. */
  private async keepPace(startedAt: number): Promise<void> {
    while (this.pace !== null && this.goal === 'end') {
      const left = startedAt + 1000 / this.pace - performance.now();
      if (left <= 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  private setStatus(runId: number, status: TrainingStatus): void {
    this.post(runId, { type: 'statusChanged', runId, status });
  }

  private fail(runId: number, failure: Failure): void {
    this.post(runId, { type: 'runFailed', runId, failure });
  }

  /** Nothing about a run that has been replaced leaves the worker. */
  private post(runId: number, event: TrainerEvent, transfer?: Transferable[]): void {
    if (runId === this.runId) this.parts.post(event, transfer);
  }
}

function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted || (error instanceof DOMException && error.name === 'AbortError'))
    return { kind: 'cancelled', message: 'Cancelled.' };
  if (error instanceof DataError) return { kind: 'data', message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'internal', message: `Training stopped unexpectedly: ${message}` };
}
