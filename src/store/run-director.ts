/**
 * Decides when a run is prepared anew and when the one there goes on: the rules behind the buttons of
 * the transport and behind every edit. The slice holds the state; this holds what was ordered last.
 */
import type { RunCommand } from '../client/trainer-client.ts';
import type { Experiment } from '../protocol/experiment.ts';
import type { Failure, TrainerEvent } from '../protocol/messages.ts';
import { OPENING_PRESET } from '../presets/registry.ts';
import type { Playground, Surroundings, Trainer } from './playground-store.ts';
import { takeEvent } from './run-events.ts';
import { trainsAlike, withLiveChanges } from './settings-change.ts';

const EDIT_DELAY_MS = 250;
const MOST_RESTARTS = 3;
const RESTART_NOTICE = 'The training worker stopped and was restarted; settings are kept.';

/** Where a run stands that was ordered this moment. */
export const JUST_ORDERED = {
  status: 'loading data',
  failure: null,
  epoch: 0,
  stepInEpoch: 0,
  stepsPerSecond: NaN,
  dataProgress: null,
} as const;

export class RunDirector {
  readonly trainer: Trainer;
  private ordered: Experiment = OPENING_PRESET.experiment;
  /** Of the worker, since it last prepared a run. */
  private restarts = 0;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly get: () => Playground;
  private readonly set: (changes: Partial<Playground>) => void;

  constructor(
    get: () => Playground,
    set: (changes: Partial<Playground>) => void,
    connectTrainer: Surroundings['connectTrainer'],
  ) {
    this.get = get;
    this.set = set;
    this.trainer = connectTrainer({
      eventArrived: (event) => this.takeEvent(event),
      workerRestarted: (reason) => this.recover(reason),
    });
  }

  /** Starts over with the settings as they are now; does nothing where they cannot run. */
  prepare(trainsWhenReady: boolean): void {
    clearTimeout(this.editTimer);
    const { experiment, problems, backendChoice, pace, runExperiment } = this.get();
    if (problems.length > 0) return;
    this.ordered = experiment;
    this.set({ ...JUST_ORDERED, trainsWhenReady, runBackendChoice: backendChoice });
    // The curves of before stay until the new ones come, but not beside other data.
    if (runExperiment?.data.dataset !== experiment.data.dataset)
      this.set({ history: null, runExperiment: null });
    this.trainer.prepareRun({ experiment, backend: backendChoice, pace });
  }

  /** As the user wants it, however often the worker died before. */
  prepareAfresh(): void {
    this.restarts = 0;
    this.prepare(false);
  }

  /** A step or the start of training; a run that is needed first is prepared. */
  advance(command: RunCommand): void {
    const state = this.get();
    const trains = command === 'trainRun';
    if (isPreparing(state) && trainsAlike(this.ordered, state.experiment))
      this.set({ trainsWhenReady: trains });
    else if (isPreparing(state) || this.needsPreparing(state)) this.prepare(trains);
    else this.command(command);
  }

  pause(): void {
    if (isPreparing(this.get())) this.set({ trainsWhenReady: false });
    else this.command('pauseRun');
  }

  /** At epoch 0 an edit prepares anew; later live settings reach the run, and the others wait. */
  takeEdit(): void {
    const state = this.get();
    if (isUntouched(state)) this.takeEarlyEdit(state);
    else this.takeLateEdit(state);
  }

  private takeEarlyEdit({ experiment, failure, status }: Playground): void {
    clearTimeout(this.editTimer);
    if (failure || !trainsAlike(this.ordered, experiment)) {
      this.editTimer = setTimeout(() => this.prepare(this.get().trainsWhenReady), EDIT_DELAY_MS);
      return;
    }
    // Only names of arms differ from what was ordered.
    this.ordered = experiment;
    if (status === 'ready') this.set({ runExperiment: experiment });
  }

  private takeLateEdit({ experiment, runExperiment, status }: Playground): void {
    if (!runExperiment) return;
    const live = withLiveChanges(runExperiment, experiment);
    const isRenamed = trainsAlike(runExperiment, live);
    // What has ended takes no further step that a live setting could act on.
    const runs = status === 'training' || status === 'paused';
    if (runs && !isRenamed) this.trainer.changeSettings(live);
    if (runs || isRenamed) this.set({ runExperiment: live });
  }

  private command(command: RunCommand): void {
    this.set({ trainsWhenReady: false });
    this.trainer.command(command);
  }

  private takeEvent(event: TrainerEvent): void {
    this.set(takeEvent(this.get(), event, this.ordered));
    if (event.type !== 'runPrepared') return;
    this.restarts = 0;
    if (this.get().trainsWhenReady) this.command('trainRun');
  }

  private recover(reason: string): void {
    this.restarts += 1;
    if (this.restarts > MOST_RESTARTS) {
      this.set({ status: 'stopped', failure: workerFailure(reason), trainsWhenReady: false });
      return;
    }
    this.set({ notices: [...new Set([...this.get().notices, RESTART_NOTICE])] });
    this.prepare(false);
  }

  /** After an end, a failure, or an edit at epoch 0. */
  private needsPreparing({ failure, status, experiment }: Playground): boolean {
    if (failure || status === 'finished' || status === 'stopped') return true;
    return status === 'ready' && !trainsAlike(this.ordered, experiment);
  }
}

type Standing = Pick<Playground, 'status' | 'failure'>;

/** Nothing was trained yet, or nothing can be trained on. */
export function isUntouched(state: Standing): boolean {
  return state.failure !== null || state.status === 'ready' || isPreparing(state);
}

function isPreparing({ status }: Standing): boolean {
  return status === 'loading data' || status === 'compiling';
}

function workerFailure(reason: string): Failure {
  const message = `The training worker stopped ${MOST_RESTARTS + 1} times in a row. ${reason}`;
  return { kind: 'internal', message };
}
