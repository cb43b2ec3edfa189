/**
 * The worker's state machine: takes requests, prepares runs, trains in short bursts so that requests
 * are heard between them, keeps the pace, and reports. It lives off timers of the worker, so a hidden tab
 * trains on.
 */
import { assertNever } from '../../base/assert-never.ts';
import type {
  BackendChoice,
  BackendReport,
  Pace,
  Request,
  TrainerEvent,
  TrainingStatus,
} from '../../protocol/messages.ts';
import type { WatchedViews } from '../../protocol/views.ts';
import type { ActiveRun } from './active-run.ts';
import type { ChosenBackend } from '../backend.ts';
import { LossRecovery } from './loss-recovery.ts';
import { makeRun } from './make-run.ts';
import type { PrepareRequest } from './make-run.ts';
import { Rests } from './rests.ts';
import { failureOf } from '../failure-of.ts';
import type { Goal } from './run-outlook.ts';
import { Session, statusAtRest, untilDone } from './session.ts';

export interface TrainingLoopParts {
  readonly post: (event: TrainerEvent, transfer?: Transferable[]) => void;
  readonly chooseBackend: (choice: BackendChoice) => Promise<ChosenBackend>;
  /** Where the site's public files lie, ending in "/". */
  readonly baseUrl: string;
  /** Lets waiting messages in. */
  readonly breathe: () => Promise<void>;
}

export class TrainingLoop {
  private readonly parts: TrainingLoopParts;
  private session = new Session(-1);
  private pace: Pace = null;
  private watched: WatchedViews = { open: [], kept: [] };
  /** One task at a time touches a run: preparing, training, disposing. */
  private work: Promise<void> = Promise.resolve();
  private readonly rests: Rests;

  constructor(parts: TrainingLoopParts) {
    this.parts = parts;
    this.rests = new Rests(parts.breathe);
  }

  handle(request: Request): void {
    if (request.type === 'prepareRun') {
      this.prepare(request);
      return;
    }
    if (request.type === 'setPace') {
      this.pace = request.pace;
      this.rests.wake();
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
        this.rests.wake();
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
      case 'readWeights':
        this.readWeights(session);
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
        const test = await session.outlast((run) =>
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

  /** In its turn. */
  private readWeights(session: Session): void {
    this.enqueue(session, async () => {
      const { runId } = session;
      try {
        const networks = await session.outlast((run) => run.readWeights());
        this.post(session, { type: 'weightsRead', runId, networks });
      } catch (error) {
        this.post(session, { type: 'weightsFailed', runId, message: failureOf(error).message });
      }
    });
  }

  /** At once where training rests or waits for its pace, else between two bursts. */
  private callAttention(session: Session): void {
    this.rests.wake();
    if (!session.wants('none')) return;
    this.enqueue(session, async () => {
      if (session.run) await session.outlast((run) => this.show(session, run));
    });
  }

  /** What the page wants to see beside the figures; a wait of `spareMs` leaves time for pictures. */
  private async show(session: Session, run: ActiveRun, spareMs = 0): Promise<void> {
    const answered = await run.questions.answer();
    const { runId } = session;
    if (answered) this.post(session, { type: 'networksAnswered', runId, ...answered });
    await session.showPictures(run, spareMs);
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
    this.rests.wake();
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
      await untilDone(recovery, run, () => run.start());
    } else {
      this.tellResumed(session, run, report);
      await recovery.catchUp(run);
      if (session.wants('none')) await untilDone(recovery, run, () => run.showMidEpoch());
      await session.conclude(run, recovery);
    }
    await this.attend(session, run);
    await run.sender.sent();
    signal.throwIfAborted();
    session.isPrepared = true;
    if (isNew) this.setStatus(session, 'ready');
    else if (session.wants('none')) this.setStatus(session, statusAtRest(run));
  }

  private makeRun(session: Session, request: PrepareRequest): ReturnType<typeof makeRun> {
    const { chooseBackend, baseUrl, breathe } = this.parts;
    const { signal } = session.abort;
    return makeRun(request, {
      ...{ chooseBackend, baseUrl, breathe, signal },
      post: (event, transfer) => {
        this.post(session, event, transfer);
      },
      breatheIfDue: () => this.breatheIfDue(session),
      wanted: () => ({ goal: session.goal, pace: this.pace }),
    });
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

  private aim(session: Session, goal: Exclude<Goal, 'none'>): void {
    const isUnderWay = !session.wants('none');
    session.aim(goal);
    this.rests.wake();
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
    await session.reopen(run, recovery);
    let epochStartedAt = performance.now();
    while (!session.wants('none') && !run.finished && !run.stopped) {
      const epochDone = await recovery.outlast(run, () => session.advance(run));
      if (epochDone && session.wants('end')) {
        epochStartedAt = await this.keepPace(session, epochStartedAt);
      }
      await this.attend(session, run);
      if (this.rests.isBreathDue) {
        // Shows the epoch growing where one takes long.
        if (!run.atEpochEnd) run.flush();
        await this.breatheIfDue(session);
      }
    }
    session.goal = 'none';
    await session.conclude(run, recovery);
    run.pictures.lookAnew();
    await this.attend(session, run);
    // The page hears how the run stands when it has all its figures.
    if (!run.atEpochEnd) run.flush();
    await run.sender.sent();
    this.setStatus(session, statusAtRest(run));
  }

  /** Hears requests, at most every so often. Throws once another run was ordered. */
  private async breatheIfDue(session: Session): Promise<void> {
    if (!this.rests.isBreathDue) return;
    await this.rests.breathe();
    if (session.replaced) throw new DOMException('Another run was ordered.', 'AbortError');
  }

  /**
   * Waits until the epoch has lasted as long as the pace says; a change of pace or goal ends the wait.
   * Answers with when the next one begins: timers wake late, and sixty of them a second would add up.
   */
  private async keepPace(session: Session, startedAt: number): Promise<number> {
    while (this.pace !== null && session.wants('end') && session.run?.finished === false) {
      const endsAt = startedAt + 1000 / this.pace;
      await this.attend(session, session.run, endsAt - performance.now());
      const now = performance.now();
      // What took longer than two epochs is not run after.
      if (now >= endsAt) return Math.max(endsAt, now - 1000 / this.pace);
      await this.rests.sleep(endsAt - now);
    }
    return performance.now();
  }

  private setStatus(session: Session, status: TrainingStatus): void {
    this.post(session, { type: 'statusChanged', runId: session.runId, status });
  }

  /** Nothing about a run that has been replaced leaves the worker. */
  private post(session: Session, event: TrainerEvent, transfer?: Transferable[]): void {
    if (session === this.session) this.parts.post(event, transfer);
  }
}
