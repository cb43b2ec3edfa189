/**
 * The page's end of the worker boundary: posts requests, passes on the events of the current run and
 * of no other, and takes frames at the page's rhythm. It starts a worker when a run is ordered and there
 * is none; whether one is ordered after a death is the listener's to say. It keeps no figures and no
 * settings; the store does.
 */
import type { Experiment } from '../experiment/experiment.ts';
import type { BackendChoice, Pace, Request, TrainerEvent } from '../protocol/messages.ts';
import type { Resumption } from '../protocol/run-save.ts';
import type { WatchedViews } from '../protocol/views.ts';
import { giveTable } from './give-table.ts';
import { FrameGate } from './frame-gate.ts';

/** What the client needs of a worker; tests give it a message channel. */
export type TrainerWorker = Pick<
  Worker,
  'postMessage' | 'terminate' | 'addEventListener' | 'removeEventListener'
>;

export interface TrainerListener {
  /** An event of the current run. Frames come when the page should look again. */
  readonly eventArrived: (event: TrainerEvent) => void;
  /** The worker stopped or could not be started. The next order of a run starts another. */
  readonly workerDied: (reason: string) => void;
}

/** Requests that carry the run and nothing else. */
export type RunCommand =
  'trainRun' | 'pauseRun' | 'stepEpoch' | 'stepBatch' | 'cancelRun' | 'openTest' | 'readWeights';

export interface RunOrder {
  readonly experiment: Experiment;
  readonly backend: BackendChoice;
  readonly pace: Pace;
  /** Goes on where another worker was lost, in place of the beginning. */
  readonly resumption?: Resumption;
}

const FRAME_INTERVAL_MS = 220;

/** Events that say nothing about the status of the run: they do not hurry a frame. */
const KEEPS_FRAMES: ReadonlySet<TrainerEvent['type']> = new Set([
  ...(['networksAnswered', 'testFailed', 'runProgressed', 'weightsRead', 'weightsFailed'] as const),
]);

export class TrainerClient {
  private worker: TrainerWorker | null = null;
  private runId = 0;
  private training = false;
  private watched: WatchedViews = { open: [], kept: [] };
  private questionId = 0;
  private readonly gate: FrameGate;
  private readonly spawn: () => TrainerWorker;
  private readonly listener: TrainerListener;

  constructor(
    spawn: () => TrainerWorker,
    listener: TrainerListener,
    frameIntervalMs = FRAME_INTERVAL_MS,
  ) {
    this.spawn = spawn;
    this.listener = listener;
    this.gate = new FrameGate((frame) => {
      const { runId } = this;
      try {
        listener.eventArrived({ type: 'frameCompleted', runId, frame });
      } finally {
        // The worker sends no other frame until it hears that this one was taken.
        this.post({ type: 'takeFrame', runId });
      }
    }, frameIntervalMs);
  }

  /** Starts a new run; events of the one before are dropped from now on. Returns its id. */
  prepareRun(order: RunOrder): number {
    this.forgetRun();
    const { runId } = this;
    try {
      this.worker ??= this.start();
    } catch (error) {
      this.listener.workerDied(error instanceof Error ? error.message : String(error));
      return runId;
    }
    this.post({ type: 'watchViews', views: this.watched });
    giveTable(this.worker, order.experiment.data.dataset);
    this.post({ type: 'prepareRun', runId, ...order });
    return runId;
  }

  command(type: RunCommand): void {
    this.post({ type, runId: this.runId });
  }

  changeSettings(experiment: Experiment): void {
    this.post({ type: 'changeSettings', runId: this.runId, experiment });
  }

  setPace(pace: Pace): void {
    this.post({ type: 'setPace', pace });
  }

  /** Which pictures the frames of this run and the next ones bring. */
  watchViews(views: WatchedViews): void {
    this.watched = views;
    this.post({ type: 'watchViews', views });
  }

  /** Asks all arms of the run for their answer to one example; the last question is answered. */
  askNetworks(features: Float32Array): void {
    this.questionId += 1;
    const { runId, questionId } = this;
    this.post({ type: 'askNetworks', runId, questionId, features });
  }

  /** Ends the worker, and with it the run. */
  dispose(): void {
    this.forgetRun();
    const { worker } = this;
    this.worker = null;
    worker?.removeEventListener('message', this.messageArrived);
    worker?.removeEventListener('error', this.workerFailed);
    worker?.removeEventListener('messageerror', this.workerFailed);
    worker?.terminate();
  }

  private start(): TrainerWorker {
    const worker = this.spawn();
    worker.addEventListener('message', this.messageArrived);
    worker.addEventListener('error', this.workerFailed);
    worker.addEventListener('messageerror', this.workerFailed);
    return worker;
  }

  private forgetRun(): void {
    this.runId += 1;
    this.training = false;
    this.gate.clear();
  }

  private post(request: Request): void {
    this.worker?.postMessage(request);
  }

  private readonly messageArrived = (message: MessageEvent): void => {
    const event = message.data as TrainerEvent;
    if (event.runId !== this.runId) return;
    if (event.type === 'frameCompleted') {
      this.gate.offer(event.frame, !this.training);
      return;
    }
    if (KEEPS_FRAMES.has(event.type)) {
      this.listener.eventArrived(event);
      return;
    }
    if (event.type === 'statusChanged') this.training = event.status === 'training';
    try {
      // Figures must arrive before the status that says that they are the last.
      this.gate.flush();
    } finally {
      this.listener.eventArrived(event);
    }
  };

  private readonly workerFailed = (event: Event): void => {
    event.preventDefault();
    const message = 'message' in event && typeof event.message === 'string' ? event.message : '';
    this.dispose();
    this.listener.workerDied(message || withoutMessage(event));
  };
}

/** An error that was thrown has a message; one without is of the worker's file. */
function withoutMessage({ type }: Event): string {
  return type === 'error'
    ? 'Its file did not arrive: there may be no connection to the site.'
    : `The worker sent "${type}".`;
}
