/**
 * Decides when a run is prepared anew and when the one there goes on: the rules behind the buttons of
 * the transport and behind every edit. The slice holds the state; this holds what was ordered last.
 *
 * A run is ordered, being prepared until the worker says "ready", then untouched until it trains. What
 * is pressed while it is being prepared waits in `whenReady`; an edit until it trains orders it anew.
 */
import type { RunCommand } from '../../client/trainer-client.ts';
import type { ArmId, Experiment } from '../../experiment/experiment.ts';
import type { Failure, TrainerEvent } from '../../protocol/messages.ts';
import type { NetworkWeights } from '../../protocol/network-weights.ts';
import { OPENING_PRESET } from '../../presets/registry.ts';
import { continuation } from './continuation.ts';
import { withChanges } from '../../experiment/live-changes.ts';
import type { Playground, Surroundings, Trainer } from '../playground.ts';
import { takeEvent } from './run-events.ts';
import { RunKeeper } from './run-keeper.ts';
import { sameValue } from '../../base/same-value.ts';
import { trainsAlike, withLiveChanges, withNames } from '../../experiment/settings-change.ts';
import type { CutRun } from '../../client/cut-run.ts';
import type { RunSave } from '../../protocol/run-save.ts';
import { cutRunOnScreen } from './cut-run-on-screen.ts';
import { keptRunOnScreen } from './kept-run.ts';
import type { KeptRun } from './run-state.ts';
import { SilenceWatch } from './silence-watch.ts';
import { WaitingRun } from './waiting-run.ts';
import { WeightsQuestion } from './weights-question.ts';

const EDIT_DELAY_MS = 250;
const MOST_DEATHS = 3;
const RESTART_NOTICE = 'The training worker stopped and was restarted; settings are kept.';
const RESUME_NOTICE =
  'The training worker stopped and was restarted: the run goes on from its last checkpoint.';

/** The state of a run that was ordered this moment. */
export const JUST_ORDERED = {
  status: 'loading data',
  failure: null,
  epoch: 0,
  stepInEpoch: 0,
  stepsPerEpoch: 1,
  stepsPerSecond: NaN,
  dataProgress: null,
  runProgress: null,
} as const;

export class RunDirector {
  readonly trainer: Trainer;
  private ordered: Experiment = OPENING_PRESET.experiment;
  /** Workers lost since a run was last ready or advanced. */
  private deaths = 0;
  private readonly keeper = new RunKeeper();
  private readonly weights = new WeightsQuestion();
  /** What the run was last told to do: after a worker's death it is told again. */
  private lastCommand: RunCommand | null = null;
  /** The worker's run, while a kept one is on screen. */
  private waiting: WaitingRun | null = null;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly silence: SilenceWatch;
  private readonly get: () => Playground;
  private readonly set: (changes: Partial<Playground>) => void;

  constructor(
    get: () => Playground,
    set: (changes: Partial<Playground>) => void,
    connectTrainer: Surroundings['connectTrainer'],
  ) {
    this.get = get;
    this.set = set;
    this.silence = new SilenceWatch(() => set({ isWorkerSilent: true }));
    this.trainer = connectTrainer({
      eventArrived: (event) => this.takeEvent(event),
      workerDied: (reason) => this.recover(reason),
    });
  }

  /** Starts over with the settings as they are now; does nothing where they cannot run. */
  prepare(whenReady: RunCommand | null): void {
    // The note on the last click into the data is about the run before this one.
    this.set({ pointNote: '' });
    this.prepareEdited(whenReady);
  }

  private prepareEdited(whenReady: RunCommand | null): void {
    const { experiment, problems } = this.get();
    if (problems.length === 0) this.order(experiment, whenReady);
    else this.set({ whenReady: null });
  }

  /** As the user wants it, however often the worker died before. */
  prepareAfresh(): void {
    this.deaths = 0;
    this.prepare(null);
  }

  /** For a silent worker: ends it and orders the run from another. */
  restartWorker(): void {
    this.trainer.dispose();
    this.deaths = 0;
    this.bringBack();
  }

  /** A step or the start of training; a run that is needed first is prepared. */
  advance(command: RunCommand): void {
    const state = this.get();
    if (isPreparing(state) && trainsAlike(this.ordered, state.experiment))
      this.set({ whenReady: command });
    else if (isPreparing(state) || this.needsPreparing(state)) this.prepare(command);
    else this.command(command);
  }

  pause(): void {
    if (this.get().whenReady === null) this.command('pauseRun');
    else this.set({ whenReady: null });
  }

  /** Until it trains an edit prepares anew; later live settings reach the run, and the others wait. */
  takeEdit(): void {
    clearTimeout(this.editTimer);
    const state = this.get();
    if (isUntouched(state)) this.takeEarlyEdit(state);
    else this.takeLateEdit(state);
  }

  private takeEarlyEdit({ experiment, runExperiment, status }: Playground): void {
    if (!trainsAlike(this.ordered, experiment)) {
      this.editTimer = setTimeout(() => this.takeDelayedEdit(), EDIT_DELAY_MS);
      return;
    }
    // Only names of arms differ from what was ordered.
    this.ordered = experiment;
    if (runExperiment && trainsAlike(runExperiment, experiment))
      this.set({ runExperiment: experiment });
    if (status === 'ready') this.sendWaiting();
  }

  /** The run may have begun to train meanwhile. */
  private takeDelayedEdit(): void {
    const state = this.get();
    if (isUntouched(state)) this.prepareEdited(state.whenReady);
    else this.takeLateEdit(state);
  }

  private takeLateEdit(state: Playground): void {
    const { experiment, runExperiment } = state;
    if (!runExperiment) return;
    const retiredArms = runExperiment.arms
      .map(({ id }) => id)
      .filter((id) => state.retiredArms.includes(id) || !hasArm(experiment, id));
    const underWay = armsUnderWay(state, retiredArms);
    const live = withLiveChanges(runExperiment, experiment, { underWay, epoch: state.epoch });
    this.set({ retiredArms });
    this.changeRun(runExperiment, live);
  }

  /** The finished run trains on, to more epochs, where that is what is set. */
  goOn(): void {
    const state = this.get();
    const longer = continuation(state);
    if (!longer || !state.runExperiment) return;
    // What was restored or measured at its end was so for an end that it is no longer.
    state.history?.reopen();
    this.changeRun(state.runExperiment, longer);
    this.command('trainRun');
  }

  readWeights(): Promise<readonly NetworkWeights[]> {
    if (this.waiting) return Promise.reject(new Error('A kept run has no networks.'));
    return this.weights.answer(() => this.trainer.command('readWeights'));
  }

  /** In place of the worker's run, which pauses and waits. */
  showKept(keptRun: KeptRun): void {
    clearTimeout(this.editTimer);
    const state = this.get();
    if (!this.waiting) {
      if (state.status === 'training') this.trainer.command('pauseRun');
      this.waiting = new WaitingRun(state);
      this.weights.giveUp('A kept run has taken its place.');
    }
    this.set(keptRunOnScreen(keptRun, state));
    this.stopWaiting();
  }

  /** What the run on screen goes on from, should this page be lost. */
  lastSave(): RunSave | null {
    return this.waiting ? null : this.keeper.last;
  }

  /** In place of the run on screen: trains on where it was cut off. */
  goOnWith(cutRun: CutRun): void {
    this.weights.giveUp('A run that was cut off has taken its place.');
    clearTimeout(this.editTimer);
    this.waiting = null;
    this.ordered = cutRun.experiment;
    this.deaths = 0;
    this.keeper.takeOver(cutRun.save);
    this.lastCommand = 'trainRun';
    this.set(cutRunOnScreen(cutRun, this.get()));
    this.bringBack();
  }

  leaveKept(): void {
    const { waiting } = this;
    if (!waiting) return;
    this.waiting = null;
    this.set(waiting.whole());
    const state = this.get();
    if (waiting.lostBecause !== null) this.recover(waiting.lostBecause);
    else if (isUntouched(state) && state.backendChoice !== state.runBackendChoice)
      this.prepare(null);
    // An edit may have been on its way to it.
    else this.takeEdit();
  }

  private changeRun(before: Experiment, after: Experiment): void {
    const state = this.get();
    if (!sameValue(after, before)) this.trainer.changeSettings(after);
    const now = { epoch: epochReached(state), madeAt: performance.now() };
    this.set({
      runExperiment: withNames(after, state.experiment, state.retiredArms),
      liveChanges: withChanges(state.liveChanges, [before, after], now),
    });
  }

  private order(experiment: Experiment, whenReady: RunCommand | null): void {
    clearTimeout(this.editTimer);
    this.weights.giveUp('Another run has taken the place of this one.');
    const { backendChoice, pace, runExperiment, keptRun } = this.get();
    this.waiting = null;
    this.ordered = experiment;
    this.keeper.forget();
    this.lastCommand = null;
    this.set({ ...JUST_ORDERED, whenReady, runBackendChoice: backendChoice, keptRun: null });
    // The curves of before stay until the new ones come, but not beside other data, nor
    // as if they were of networks that are there.
    if (keptRun || runExperiment?.data.dataset !== experiment.data.dataset)
      this.set({ history: null, runExperiment: null, retiredArms: [], liveChanges: [] });
    this.awaitEvent();
    this.trainer.prepareRun({ experiment, backend: backendChoice, pace });
  }

  /** After the loss of a worker. Returns whether the run goes on where it was; else it begins again. */
  private bringBack(): boolean {
    const state = this.get();
    const { experiment, problems, runExperiment, runBackendChoice: backend, pace } = state;
    const resumption = isUntouched(state) ? null : this.keeper.resumption(state);
    if (!resumption || !runExperiment) {
      // With the settings as they are now, or as they were when they could last run.
      this.order(problems.length > 0 ? this.ordered : experiment, null);
      return false;
    }
    this.awaitEvent();
    this.trainer.prepareRun({ experiment: runExperiment, backend, pace, resumption });
    if (state.status === 'training' && this.lastCommand !== null) this.command(this.lastCommand);
    return true;
  }

  private command(command: RunCommand): void {
    this.set({ whenReady: null });
    this.lastCommand = command;
    this.awaitEvent();
    this.trainer.command(command);
  }

  private takeEvent(event: TrainerEvent): void {
    this.weights.take(event);
    if (this.waiting) {
      this.waiting.take(event, this.get(), this.ordered);
      this.keeper.take(event);
      if (event.type === 'backendChosen') this.set({ backend: event.backend });
      return;
    }
    this.set(takeEvent(this.get(), event, this.ordered));
    if (this.keeper.take(event)) this.deaths = 0;
    if (isBusy(this.get())) this.awaitEvent();
    else this.stopWaiting();
    if (event.type !== 'statusChanged' || event.status !== 'ready') return;
    this.deaths = 0;
    this.sendWaiting();
  }

  /** Not where an edit is about to order the run anew: the command then waits for that one. */
  private sendWaiting(): void {
    const { whenReady, experiment } = this.get();
    if (whenReady !== null && trainsAlike(this.ordered, experiment)) this.command(whenReady);
  }

  private recover(reason: string): void {
    this.weights.giveUp(reason);
    if (this.waiting) {
      // Nothing on screen needs a worker.
      this.waiting.lostBecause = reason;
      return;
    }
    this.deaths += 1;
    if (this.deaths >= MOST_DEATHS) {
      this.stopWaiting();
      const failure = workerFailure(reason);
      // The worker is not restarted this time, so the notice that it was must go.
      const notices = this.get().notices.filter(
        (notice) => notice !== RESTART_NOTICE && notice !== RESUME_NOTICE,
      );
      this.set({ status: 'stopped', failure, notices, whenReady: null, isOpeningTest: false });
      return;
    }
    const notice = this.bringBack() ? RESUME_NOTICE : RESTART_NOTICE;
    this.set({ notices: [...new Set([...this.get().notices, notice])] });
  }

  private awaitEvent(): void {
    this.stopWaiting();
    this.silence.expectEvent();
  }

  private stopWaiting(): void {
    this.silence.rest();
    if (this.get().isWorkerSilent) this.set({ isWorkerSilent: false });
  }

  /** After an end, a failure, or an edit at epoch 0. */
  private needsPreparing({ failure, status, experiment }: Playground): boolean {
    if (failure || status === 'finished' || status === 'stopped') return true;
    return status === 'ready' && !trainsAlike(this.ordered, experiment);
  }
}

type StatusOfRun = Pick<Playground, 'status' | 'failure'>;

/** Nothing was trained yet, or nothing can be trained on. */
export function isUntouched(state: StatusOfRun): boolean {
  return state.failure !== null || state.status === 'ready' || isPreparing(state);
}

function isPreparing({ status }: StatusOfRun): boolean {
  return status === 'loading data' || status === 'compiling';
}

function isBusy(state: StatusOfRun): boolean {
  return isPreparing(state) || state.status === 'training';
}

/** Arms whose lanes still take steps; after the last one, and after an end of their own, none does. */
function armsUnderWay(state: Playground, retired: readonly ArmId[]): ReadonlySet<ArmId> {
  const { status, history, runExperiment } = state;
  if (!history || !runExperiment || !(status === 'training' || status === 'paused'))
    return new Set();
  const { epochs } = runExperiment.training;
  const lanes = history.lanes.filter(({ end, length }) => end === null && length <= epochs);
  return new Set(lanes.map(({ lane }) => lane.armId).filter((id) => !retired.includes(id)));
}

function hasArm({ arms }: Experiment, id: ArmId): boolean {
  return arms.some((arm) => arm.id === id);
}

function epochReached({ epoch, stepInEpoch, stepsPerEpoch }: Playground): number {
  return epoch + stepInEpoch / stepsPerEpoch;
}

function workerFailure(reason: string): Failure {
  const message = `The training worker stopped ${MOST_DEATHS} times in a row. ${reason} Try again; if that does not help, reload the page.`;
  return { kind: 'internal', message };
}
