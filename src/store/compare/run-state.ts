/** The run on screen: its status, and the buttons that start and stop it (run-director.ts). */
import type { RunHistory } from '../../client/run-history.ts';
import type { RunRecord } from '../../client/run-record.ts';
import type { RunCommand } from '../../client/trainer-client.ts';
import type { ArmId, Experiment } from '../../experiment/experiment.ts';
import type {
  BackendChoice,
  BackendReport,
  Failure,
  NetworkAnswer,
  Pace,
  RunProgress,
  TrainingStatus,
} from '../../protocol/messages.ts';
import type { NetworkWeights } from '../../protocol/network-weights.ts';
import type { WatchedViews } from '../../protocol/views.ts';
import type { CutRun } from '../../client/cut-run.ts';
import type { RunSave } from '../../protocol/run-save.ts';
import type { LiveChange } from '../../experiment/live-changes.ts';

export interface KeptRun {
  readonly record: RunRecord;
  /** What the user knows it by; null: nothing in particular. */
  readonly name: string | null;
}

export interface RunSlice {
  readonly status: TrainingStatus;
  readonly failure: Failure | null;
  /** Figures of the run on screen, and the settings it has. Null until the first one is prepared. */
  readonly history: RunHistory | null;
  readonly runExperiment: Experiment | null;
  /** A run that a reload has cut off, until it goes on or is discarded. */
  readonly cutRun: CutRun | null;
  readonly runBackendChoice: BackendChoice;
  /** Where the run on screen was kept or imported: it has figures and no networks. Null: it is the worker's. */
  readonly keptRun: KeptRun | null;
  /** Epochs that all lanes finished, steps into the one under way, and how many it has. */
  readonly epoch: number;
  readonly stepInEpoch: number;
  readonly stepsPerEpoch: number;
  /** NaN before the first step. */
  readonly stepsPerSecond: number;
  readonly pace: Pace;
  readonly backendChoice: BackendChoice;
  readonly backend: BackendReport | null;
  readonly dataProgress: { readonly loadedBytes: number; readonly totalBytes: number } | null;
  /** Progress within a long epoch or measurement; null: nothing takes long, or nothing is known yet. */
  readonly runProgress: RunProgress | null;
  /** Pressed before the run was ready for it. */
  readonly whenReady: RunCommand | null;
  /** Arms of the run on screen that were removed since: their letters may name other arms by now. */
  readonly retiredArms: readonly ArmId[];
  /** What was changed while the run on screen trained, in order. */
  readonly liveChanges: readonly LiveChange[];
  /** Times that a run went on elsewhere, after the loss of its worker or device. */
  readonly resumptions: number;
  /** No event has come for 20 s although one is expected. */
  readonly isWorkerSilent: boolean;
  /** Sentences that stay until dismissed. */
  readonly notices: readonly string[];

  /** What each arm answered to the last example that was asked of them; null: nothing was. */
  readonly networkAnswers: readonly NetworkAnswer[] | null;

  readonly train: () => void;
  /** Trains the finished run on, to the epochs that are set by now. */
  readonly goOn: () => void;
  readonly pause: () => void;
  readonly stepEpoch: () => void;
  readonly stepBatch: () => void;
  /** Back to epoch 0, with the settings as they are now. */
  readonly reset: () => void;
  readonly resetAndTrain: () => void;
  readonly cancel: () => void;
  readonly restartWorker: () => void;
  /**
   * Puts a run that was kept or imported on screen, with its settings; nothing is trained. `name`: what the user
   * knows it by. The run that was there waits until another is prepared.
   */
  readonly showRecord: (record: RunRecord, name?: string | null) => void;
  /** Brings back the run, and the settings, that were on screen before. */
  readonly leaveRecord: () => void;
  /** What the run on screen would go on from after the loss of the page; null: there is nothing yet. */
  readonly lastSave: () => RunSave | null;
  /** In place of the run on screen. */
  readonly goOnWithCutRun: () => void;
  readonly discardCutRun: () => void;
  readonly setPace: (pace: Pace) => void;
  readonly chooseBackend: (choice: BackendChoice) => void;
  /** Which pictures of the networks come with the figures. */
  readonly watchViews: (views: WatchedViews) => void;
  /** One example, scaled as the data are; answers come into `networkAnswers`. */
  readonly askNetworks: (features: Float32Array) => void;
  /** For what the run is asked beside its training. */
  readonly sendCommand: (command: RunCommand) => void;
  /** The networks of the run on screen as they stand; fails where there are none, or they are lost meanwhile. */
  readonly readWeights: () => Promise<readonly NetworkWeights[]>;
  readonly dismissNotice: (notice: string) => void;
  /** Called by the experiment slice after every edit. */
  readonly takeEdit: () => void;
}
