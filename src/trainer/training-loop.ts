/**
 * The worker's state machine: takes requests, prepares runs, trains in short bursts so that requests
 * are heard between them, keeps the pace, and reports. It lives off timers of the worker, so a hidden tab
 * trains on.
 */
import { findDataset } from '../datasets/registry.ts';
import { DataError } from '../datasets/dataset.ts';
import { assertNever } from '../base/assert-never.ts';
import { DeviceLimitError } from '../engine/device-limit-error.ts';
import type { Experiment } from '../protocol/experiment.ts';
import { checkExperiment } from '../protocol/check-experiment.ts';
import type {
  BackendChoice,
  BackendReport,
  Failure,
  Frame,
  Pace,
  Request,
  TrainerEvent,
  TrainingStatus,
} from '../protocol/messages.ts';
import type { WatchedViews } from '../protocol/views.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { ActiveRun } from './active-run.ts';
import type { ChosenBackend } from './backend.ts';
import { loadData } from './load-data.ts';
import { LossRecovery } from './loss-recovery.ts';
import type { SaveEvent } from './save-keeper.ts';

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
  isPrepared = false;
  run: ActiveRun | null = null;
  recovery: LossRecovery | null = null;
  goal: Goal = 'none';
  /** Single batches asked for and not yet trained. */
  batches = 0;
  /** Live settings that came before there was a run. */
  settings: Experiment | null = null;
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
  private watched: WatchedViews = { open: [], kept: [] };
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
    if (request.type === 'watchViews') {
      this.watched = request.views;
      session.run?.pictures.watch(request.views);
      this.callAttention(session);
      return;
    }
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
        if (session.run) session.run.changeSettings(request.experiment);
        else session.settings = request.experiment;
        break;
      case 'cancelRun':
        // Too late for a run that is there.
        if (!session.isPrepared) session.abort.abort();
        break;
      case 'askNetworks':
        session.run?.questions.ask(request);
        this.callAttention(session);
        break;
      case 'openTest':
        this.openTest(session);
        break;
      case 'takeFrame':
        session.run?.sender.taken();
        break;
      default:
        assertNever(request);
    }
  }

  /** In its turn; what goes wrong here harms nothing that was trained. */
  private openTest(session: Session): void {
    this.enqueue(session, async () => {
      const { runId } = session;
      try {
        const test = await this.outlast(session, (run) =>
          run.measureTest({
            baseUrl: this.parts.baseUrl,
            signal: session.abort.signal,
            onProgress: () => undefined,
          }),
        );
        this.post(session, { type: 'testMeasured', runId, test });
      } catch (error) {
        this.post(session, { type: 'testFailed', runId, message: failureOf(error).message });
      }
    });
  }

  /** At once where training rests or waits for its pace, else between two bursts. */
  private callAttention(session: Session): void {
    this.wake();
    if (!session.wants('none')) return;
    this.enqueue(session, async () => {
      if (session.run) await this.outlast(session, (run) => this.show(session, run));
    });
  }

  /** Does something with a run that rests; after a loss it first comes back to how it stood. */
  private async outlast<Result>(
    session: Session,
    act: (run: ActiveRun) => Promise<Result>,
  ): Promise<Result> {
    const { run, recovery } = session;
    if (!run || !recovery) throw new Error('There is no run.');
    for (;;) {
      const done = await recovery.outlast(run, async () => ({ result: await act(run) }));
      if (done) return done.result;
      // What was done at the end is undone by going back.
      session.completed = false;
      await this.conclude(session, run, recovery);
    }
  }

  /** What the page wants to see beside the figures; a wait of `spareMs` leaves time for pictures. */
  private async show(session: Session, run: ActiveRun, spareMs = 0): Promise<void> {
    const answered = await run.questions.answer();
    const { runId } = session;
    if (answered) this.post(session, { type: 'networksAnswered', runId, ...answered });
    const rests = session.wants('none') || run.atEpochEnd;
    const { pictures } = run;
    if (rests && (pictures.isAwaited || pictures.affords(spareMs))) await run.showPictures();
  }

  /** The same while it trains. */
  private async attend(session: Session, run: ActiveRun, spareMs = 0): Promise<void> {
    try {
      await this.show(session, run, spareMs);
    } catch (error) {
      // Of a lost device there is nothing to see; the next step finds it lost and goes on elsewhere.
      if (!run.isLost) throw error;
    }
  }

  private prepare(request: PrepareRequest): void {
    const before = this.session;
    before.replace();
    const session = new Session(request.runId);
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
    const { signal } = session.abort;
    const isNew = !request.resumption;
    if (isNew) this.setStatus(session, 'loading data');
    const { run, report } = await this.makeRun(session, request);
    const recovery = this.recoveryFor(session, request.backend);
    session.run = run;
    session.recovery = recovery;
    run.pictures.watch(this.watched);
    if (session.settings) run.changeSettings(session.settings);
    if (isNew) {
      this.post(session, { type: 'runPrepared', runId: session.runId, run: run.prepared });
      await this.untilDone(recovery, run, () => run.start());
    } else {
      this.tellResumed(session, run, report);
      await recovery.catchUp(run);
      if (session.wants('none')) await this.untilDone(recovery, run, () => run.showStanding());
      await this.conclude(session, run, recovery);
    }
    await this.attend(session, run);
    await run.sender.sent();
    signal.throwIfAborted();
    session.isPrepared = true;
    if (isNew) this.setStatus(session, 'ready');
    else if (session.wants('none')) this.setStatus(session, standing(run));
  }

  /** Throws what keeps the run from being. */
  private async makeRun(
    session: Session,
    { runId, experiment, backend, resumption }: PrepareRequest,
  ): Promise<{ readonly run: ActiveRun; readonly report: BackendReport }> {
    const { signal } = session.abort;
    const dataset = findDataset(experiment.data.dataset);
    const [problem] = checkExperiment(experiment, { dataset, regularizers: REGULARIZERS });
    if (problem || !dataset)
      throw new SettingsError(problem?.message ?? 'There is no such data set.');
    const { compute, report } = await this.parts.chooseBackend(backend);
    if (!resumption) this.post(session, { type: 'backendChosen', runId, backend: report });
    const loaded = await loadData(experiment, dataset, {
      baseUrl: this.parts.baseUrl,
      signal,
      onProgress: (loadedBytes, totalBytes) => {
        this.post(session, { type: 'dataProgressed', runId, loadedBytes, totalBytes });
      },
    });
    if (!resumption) this.setStatus(session, 'compiling');
    await this.parts.breathe();
    signal.throwIfAborted();
    const surroundings = {
      send: (frame: Frame, transfer: Transferable[]) => {
        this.post(session, { type: 'frameCompleted', runId, frame }, transfer);
      },
      report: (event: SaveEvent, transfer: Transferable[]) => {
        this.post(session, { ...event, runId }, transfer);
      },
      breathe: () => this.breatheIfDue(session),
    };
    const run = new ActiveRun(compute, experiment, dataset, loaded, surroundings, resumption);
    return { run, report };
  }

  private recoveryFor(session: Session, choice: BackendChoice): LossRecovery {
    return new LossRecovery({
      choice,
      chooseBackend: this.parts.chooseBackend,
      resumed: (run, report) => {
        this.tellResumed(session, run, report);
      },
      breathe: () => this.breatheIfDue(session),
    });
  }

  private tellResumed(session: Session, run: ActiveRun, backend: BackendReport): void {
    const { runId } = session;
    this.post(session, { type: 'runResumed', runId, epoch: run.savedEpoch, backend });
  }

  /** Again after every loss. */
  private async untilDone(
    recovery: LossRecovery,
    run: ActiveRun,
    act: () => Promise<void>,
  ): Promise<void> {
    const done = () => act().then(() => true);
    while ((await recovery.outlast(run, done)) === null);
  }

  private aim(session: Session, goal: Exclude<Goal, 'none'>): void {
    const isUnderWay = !session.wants('none');
    session.batches = goal === 'batch' ? session.batches + 1 : 0;
    session.goal = goal;
    this.wake();
    if (isUnderWay) return;
    this.enqueue(session, async () => {
      const { run, recovery } = session;
      if (run && recovery) await this.train(session, run, recovery);
      else session.goal = 'none';
    });
  }

  /** Trains until the goal is reached or taken away, then says how the run stands. */
  private async train(session: Session, run: ActiveRun, recovery: LossRecovery): Promise<void> {
    if (session.wants('none')) return;
    if (!run.finished && !run.stopped) this.setStatus(session, 'training');
    let epochStartedAt = performance.now();
    while (!session.wants('none') && !run.finished && !run.stopped) {
      const epochDone = await recovery.outlast(run, () => this.advance(session, run));
      if (epochDone && session.wants('end')) {
        await this.keepPace(session, epochStartedAt);
        epochStartedAt = performance.now();
      }
      await this.attend(session, run);
      if (this.isBreathDue()) {
        // Shows the epoch growing where one takes long.
        if (!run.atEpochEnd) run.flush();
        await this.breatheIfDue(session);
      }
    }
    session.goal = 'none';
    await this.conclude(session, run, recovery);
    run.pictures.watch(this.watched);
    await this.attend(session, run);
    // The page hears how the run stands when it has all its figures.
    if (!run.atEpochEnd) run.flush();
    await run.sender.sent();
    this.setStatus(session, standing(run));
  }

  /** What is done once at the end of a run. */
  private async conclude(session: Session, run: ActiveRun, recovery: LossRecovery): Promise<void> {
    if (session.completed || !(run.finished || run.stopped)) return;
    await this.untilDone(recovery, run, () => run.finish());
    session.completed = true;
  }

  /** A burst or a batch; takes the goal away once reached, unless it has changed meanwhile. */
  private async advance(session: Session, run: ActiveRun): Promise<boolean> {
    if (session.wants('batch')) {
      const done = await run.trainBatch();
      session.batches -= 1;
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
      const endsAt = startedAt + 1000 / this.pace;
      await this.attend(session, session.run, endsAt - performance.now());
      const left = endsAt - performance.now();
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

function standing(run: ActiveRun): TrainingStatus {
  if (run.finished) return 'finished';
  return run.stopped ? 'stopped' : 'paused';
}

/** The settings cannot be trained with; the page should have said so before. */
class SettingsError extends Error {}

function failureOf(error: unknown): Failure {
  if (error instanceof DOMException && error.name === 'AbortError')
    return { kind: 'cancelled', message: 'Cancelled.' };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof DataError) return { kind: 'data', message };
  if (error instanceof SettingsError) return { kind: 'settings', message };
  if (error instanceof DeviceLimitError) return { kind: 'settings', message: tooLarge(message) };
  return { kind: 'internal', message: `Training stopped unexpectedly: ${message}` };
}

function tooLarge(why: string): string {
  return `This experiment is too large for the device: ${why}. Make the hidden layers or the batch smaller, use fewer arms or repeats, or compute with another backend.`;
}
