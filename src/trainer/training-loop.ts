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
import type {
  BackendChoice,
  Failure,
  Pace,
  Request,
  TrainerEvent,
  TrainingStatus,
} from '../protocol/messages.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { ActiveRun } from './active-run.ts';
import type { ChosenBackend } from './backend.ts';

type PrepareRequest = Extract<Request, { type: 'prepareRun' }>;

export interface TrainingLoopParts {
  readonly post: (event: TrainerEvent, transfer?: Transferable[]) => void;
  readonly chooseBackend: (choice: BackendChoice) => Promise<ChosenBackend>;
  /** Where the site's public files lie, ending in "/". */
  readonly baseUrl: string;
  /** Lets waiting messages in. */
  readonly breathe: () => Promise<void>;
}

/** What is being done to a run: nothing, or training until a goal. */
type Goal = 'none' | 'end' | 'epoch' | 'batch';

const BREATHE_MS = 25;

/** One run from its order to its replacement; what it wants is its own and dies with it. */
class Session {
  readonly runId: number;
  /** Aborted when another run is ordered, or when the user cancels the preparation. */
  readonly abort = new AbortController();
  replaced = false;
  run: ActiveRun | null = null;
  goal: Goal = 'none';
  /** Single batches asked for and not yet trained. */
  batches = 0;
  backendChoice: BackendChoice = 'auto';
  /** Everything at the end was done. */
  completed = false;

  constructor(runId: number) {
    this.runId = runId;
  }

  /** Asked anew after every wait: requests arrive in between. */
  wants(goal: Goal): boolean {
    return this.goal === goal;
  }

  replace(): void {
    this.replaced = true;
    this.goal = 'none';
    this.abort.abort();
    this.run?.sender.close();
  }
}

export class TrainingLoop {
  private readonly parts: TrainingLoopParts;
  private session = new Session(-1);
  private pace: Pace = null;
  /** One task at a time touches a run: preparing, training, disposing. */
  private work: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private breathedAt = 0;

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
    const { session } = this;
    if (request.runId !== session.runId) return;
    switch (request.type) {
      case 'trainRun':
        this.aim(session, 'end');
        break;
      case 'stepEpoch':
        this.aim(session, 'epoch');
        break;
      case 'stepBatch':
        this.aim(session, 'batch');
        break;
      case 'pauseRun':
        session.goal = 'none';
        this.wake();
        break;
      case 'changeSettings':
        session.run?.changeSettings(request.experiment);
        break;
      case 'cancelRun':
        session.abort.abort();
        break;
      case 'takeFrame':
        session.run?.sender.taken();
        break;
      default:
        assertNever(request);
    }
  }

  private prepare(request: PrepareRequest): void {
    const before = this.session;
    before.replace();
    const session = new Session(request.runId);
    session.backendChoice = request.backend;
    this.session = session;
    this.pace = request.pace;
    this.wake();
    this.enqueue(session, async () => {
      const { run } = before;
      before.run = null;
      run?.dispose();
      session.abort.signal.throwIfAborted();
      await this.build(session, request);
    });
  }

  /** Does a task after all before it; what it throws is the run's failure, never the loop's. */
  private enqueue(session: Session, task: () => Promise<void>): void {
    this.work = this.work.then(task).catch((error: unknown) => {
      session.goal = 'none';
      this.post(session, {
        type: 'runFailed',
        runId: session.runId,
        failure: failureOf(error),
      });
    });
  }

  private async build(session: Session, request: PrepareRequest): Promise<void> {
    const { runId, experiment } = request;
    const { signal } = session.abort;
    const dataset = findDataset(experiment.data.dataset);
    const [problem] = checkExperiment(experiment, { dataset, regularizers: REGULARIZERS });
    if (problem || !dataset)
      throw new SettingsError(problem?.message ?? 'There is no such data set.');
    this.setStatus(session, 'loading data');
    const { compute, report } = await this.parts.chooseBackend(request.backend);
    this.post(session, { type: 'backendChosen', runId, backend: report });
    const { training, data } = experiment;
    const split = await loadSplit(
      { ...data, dataset, seed: training.seed, replicate: 0, fold: 0 },
      {
        baseUrl: this.parts.baseUrl,
        signal,
        onProgress: (loadedBytes, totalBytes) => {
          this.post(session, { type: 'dataProgressed', runId, loadedBytes, totalBytes });
        },
      },
    );
    this.setStatus(session, 'compiling');
    await this.parts.breathe();
    signal.throwIfAborted();
    const run = new ActiveRun(compute, experiment, dataset, split, {
      send: (frame, transfer) => {
        this.post(session, { type: 'frameCompleted', runId, frame }, transfer);
      },
      breathe: () => this.breatheIfDue(session),
    });
    session.run = run;
    this.post(session, { type: 'runPrepared', runId, run: run.prepared });
    await run.start();
    await run.sender.sent();
    signal.throwIfAborted();
    this.setStatus(session, 'ready');
  }

  private aim(session: Session, goal: Exclude<Goal, 'none'>): void {
    const isUnderWay = !session.wants('none');
    session.batches = goal === 'batch' ? session.batches + 1 : 0;
    session.goal = goal;
    this.wake();
    if (isUnderWay) return;
    this.enqueue(session, async () => {
      if (session.run) await this.train(session, session.run);
      else session.goal = 'none';
    });
  }

  /** Trains until the goal is reached or taken away, then says how the run stands. */
  private async train(session: Session, run: ActiveRun): Promise<void> {
    if (session.wants('none')) return;
    if (!run.finished && !run.stopped) this.setStatus(session, 'training');
    let epochStartedAt = performance.now();
    while (!session.wants('none') && !run.finished && !run.stopped) {
      const epochDone = await this.advanceOrResume(session, run);
      if (epochDone && session.wants('end')) {
        await this.keepPace(session, epochStartedAt);
        epochStartedAt = performance.now();
      }
      if (this.isBreathDue()) {
        // Shows the epoch growing where one takes long.
        if (!run.atEpochEnd) run.flush();
        await this.breatheIfDue(session);
      }
    }
    session.goal = 'none';
    if ((run.finished || run.stopped) && !session.completed) {
      await run.finish();
      session.completed = true;
    }
    // The page hears how the run stands when it has all its figures.
    if (!run.atEpochEnd) run.flush();
    await run.sender.sent();
    this.setStatus(session, run.finished ? 'finished' : run.stopped ? 'stopped' : 'paused');
  }

  /** A run whose device is lost goes on from its last checkpoint, on a new one or on what there is. */
  private async advanceOrResume(session: Session, run: ActiveRun): Promise<boolean> {
    try {
      return await this.advance(session, run);
    } catch (error) {
      if (!run.isLost) throw error;
      const { compute, report } = await this.parts.chooseBackend(session.backendChoice);
      run.resume(compute);
      const reason = `The device was lost in epoch ${run.epoch + 1}; the run went on from the last checkpoint. ${report.reason}`;
      const backend = { ...report, reason };
      this.post(session, { type: 'backendChosen', runId: session.runId, backend });
      return false;
    }
  }

  /** A burst or a batch; takes the goal away once reached, unless it has changed meanwhile. */
  private async advance(session: Session, run: ActiveRun): Promise<boolean> {
    if (session.wants('batch')) {
      session.batches -= 1;
      const done = await run.trainBatch();
      if (session.wants('batch') && session.batches <= 0) session.goal = 'none';
      return done;
    }
    const done = await run.trainBurst();
    if (done && session.wants('epoch')) session.goal = 'none';
    return done;
  }

  private isBreathDue(): boolean {
    return performance.now() - this.breathedAt > BREATHE_MS;
  }

  /** Hears requests, at most every so often. Throws once another run was ordered. */
  private async breatheIfDue(session: Session): Promise<void> {
    if (!this.isBreathDue()) return;
    await this.parts.breathe();
    this.breathedAt = performance.now();
    if (session.replaced) throw new DOMException('Another run was ordered.', 'AbortError');
  }

  /** Waits until the epoch has lasted as long as the pace says; a change of pace or goal ends the wait. */
  private async keepPace(session: Session, startedAt: number): Promise<void> {
    while (this.pace !== null && session.wants('end') && session.run?.finished === false) {
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

  private setStatus(session: Session, status: TrainingStatus): void {
    this.post(session, { type: 'statusChanged', runId: session.runId, status });
  }

  /** Nothing about a run that has been replaced leaves the worker. */
  private post(session: Session, event: TrainerEvent, transfer?: Transferable[]): void {
    if (session === this.session) this.parts.post(event, transfer);
  }
}

/** The settings cannot be trained with; the page should have said so before. */
class SettingsError extends Error {}

function failureOf(error: unknown): Failure {
  if (error instanceof DOMException && error.name === 'AbortError')
    return { kind: 'cancelled', message: 'Cancelled.' };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof DataError) return { kind: 'data', message };
  if (error instanceof SettingsError) return { kind: 'settings', message };
  return { kind: 'internal', message: `Training stopped unexpectedly: ${message}` };
}
