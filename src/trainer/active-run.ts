/**
 * One prepared run on the worker: its data, its lanes and what is sent about them. It trains one burst
 * or one epoch when told to; training-loop.ts tells it when.
 */
import type { ComputeBackend } from '../engine/kernels.ts';
import type { RunCheckpoint } from '../engine/checkpoint.ts';
import { TrainingRun } from '../engine/training-run.ts';
import type { LaneEnding } from '../engine/training-run.ts';
import type { LaneFigures } from '../engine/measuring.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { Split } from '../datasets/split.ts';
import { networkSizes, parameterCount } from '../protocol/experiment.ts';
import type { Experiment } from '../protocol/experiment.ts';
import { FIGURES } from '../protocol/figures.ts';
import type { FigureRow } from '../protocol/figures.ts';
import type { Frame, PreparedRun, WrongExample } from '../protocol/messages.ts';
import { FrameSender } from './frame-sender.ts';
import { lanePenalty, laneSettings, planLanes } from './plan-run.ts';

const SHOWN_LIARS = 12;
/** A burst of steps aims at this long, so that messages are answered and the GPU's queue stays short. */
const BURST_MS = 20;
/** Not more often, since a checkpoint reads every weight back. */
const CHECKPOINT_MS = 2000;

export interface RunSurroundings {
  readonly send: (frame: Frame, transfer: Transferable[]) => void;
  /** Lets requests in when it is time; throws when the run is of no more use. */
  readonly breathe: () => Promise<void>;
}

export class ActiveRun {
  /** As it trains now: live changes are taken over. */
  private experiment: Experiment;
  readonly prepared: PreparedRun;
  readonly sender: FrameSender;
  private readonly breathe: () => Promise<void>;
  private backend: ComputeBackend;
  private readonly run: TrainingRun;
  private readonly trainingMs: number[];
  private readonly ended = new Set<number>();
  private readonly watched: Int32Array;
  /** What a lane answered for the liars at the epoch that early stopping would put back. */
  private readonly bestAnswers = new Map<number, Int32Array>();
  private checkpoint: RunCheckpoint | null = null;
  private checkpointAt = 0;
  private burstSteps = 1;
  private laneSteps = 0;
  private steppingMs = 0;
  private finishedEpochs = -1;

  constructor(
    backend: ComputeBackend,
    experiment: Experiment,
    dataset: Dataset,
    split: Split,
    surroundings: RunSurroundings,
  ) {
    this.backend = backend;
    this.experiment = experiment;
    const { training, validation } = split;
    const data = {
      training,
      trueTargets: training.trueTargets,
      wrongRows: training.wrongRows,
      validation,
    };
    const plans = planLanes(experiment, dataset, data);
    const sizes = networkSizes(experiment, dataset);
    this.run = new TrainingRun(backend, plans);
    const { sample, watched } = this.run.measuredRows(data);
    this.watched = watched;
    this.trainingMs = experiment.arms.map(() => 0);
    this.sender = new FrameSender(experiment.arms.length, surroundings.send);
    this.breathe = surroundings.breathe;
    this.prepared = {
      stepsPerEpoch: this.run.stepsPerEpoch,
      parameterCount: parameterCount(sizes, false),
      trainingRows: training.count,
      trainingSampleRows: sample,
      validationRows: validation.count,
      sealedTestRows: split.sealedTestRows,
      wrongLabels: training.wrongRows.length,
      wrongLabelsWatched: watched.length,
      lanes: experiment.arms.map((arm, lane) => ({
        armId: arm.id,
        replicate: 0,
        fold: 0,
        parameterCount: parameterCount(sizes, plans[lane]?.network.batchNorm !== null),
      })),
      liars: this.describeLiars(split),
    };
  }

  get finished(): boolean {
    return !this.run.ended && this.run.epoch >= this.experiment.training.epochs;
  }

  /** Every lane has ended before the last epoch. */
  get stopped(): boolean {
    return this.run.ended;
  }

  /** Epochs finished and shown. */
  get epoch(): number {
    return Math.max(0, this.finishedEpochs);
  }

  get atEpochEnd(): boolean {
    return this.run.atEpochEnd;
  }

  /** Measures epoch 0. */
  async start(): Promise<void> {
    await this.measureEpoch();
    await this.keepCheckpoint();
  }

  /** The backend has lost the run; `resume` on another one brings it back. */
  get isLost(): boolean {
    return this.backend.isLost();
  }

  /** Goes on from the last checkpoint. Epochs that were shown since are trained again, not shown again. */
  resume(backend: ComputeBackend): void {
    if (!this.checkpoint) throw new Error('The device was lost before anything was trained.');
    this.backend = backend;
    this.run.resume(backend, this.checkpoint);
  }

  /**
   * Some steps, at most to the end of the epoch; at its end it is measured. Resolves when the device
   * has done them. Returns whether an epoch was finished.
   */
  async trainBurst(): Promise<boolean> {
    this.sender.clearCurrent();
    const before = performance.now();
    let steps = 0;
    do {
      this.laneSteps += this.run.step();
      steps += 1;
    } while (steps < this.burstSteps && !this.run.atEpochEnd);
    await this.backend.settle();
    const elapsed = performance.now() - before;
    if (elapsed < BURST_MS / 2 && steps === this.burstSteps) this.burstSteps *= 2;
    if (elapsed > BURST_MS * 2) this.burstSteps = Math.max(1, this.burstSteps >> 1);
    this.account(elapsed);
    if (!this.run.atEpochEnd) return false;
    await this.measureEpoch();
    if (performance.now() - this.checkpointAt > CHECKPOINT_MS) await this.keepCheckpoint();
    return true;
  }

  /** One batch of every lane, measured at once. Returns whether that finished the epoch. */
  async trainBatch(): Promise<boolean> {
    const before = performance.now();
    this.laneSteps += this.run.step();
    await this.backend.settle();
    this.account(performance.now() - before);
    if (this.run.atEpochEnd) {
      await this.measureEpoch();
      return true;
    }
    for (const [lane, figures] of await this.run.measure(this.breathe)) {
      const share = this.run.stepInEpoch / this.run.stepsPerEpoch;
      const steps = this.run.stepsTaken(lane);
      const row = this.figureRow(lane, figures, this.run.epoch + share, steps);
      this.sender.setCurrent(lane, row, this.shownAnswers(figures));
    }
    this.flush();
    return false;
  }

  /**
   * After the last epoch: puts back what early stopping has kept, and measures every training row where
   * the sample was smaller.
   */
  async finish(): Promise<void> {
    if (!this.run.ended)
      for (const [lane, epoch] of await this.run.restoreBest()) this.sendRestored(lane, epoch);
    this.flush();
    const { trainingRows, trainingSampleRows } = this.prepared;
    if (trainingRows <= trainingSampleRows) return;
    for (const [lane, figures] of await this.run.measureAllTrainingRows(this.breathe))
      this.sender.setAllTrainingRows(lane, figures);
    this.flush();
  }

  /** Takes over the live settings of an experiment that is otherwise the same. */
  changeSettings(experiment: Experiment): void {
    this.experiment.arms.forEach(({ id }, lane) => {
      const arm = experiment.arms.find((one) => one.id === id);
      if (arm) this.run.changeLane(lane, laneSettings(experiment, arm), lanePenalty(arm));
    });
    const { learningRate } = experiment.training;
    this.experiment = {
      ...this.experiment,
      training: { ...this.experiment.training, learningRate },
    };
  }

  flush(): void {
    this.sender.flush({
      epoch: this.epoch,
      stepInEpoch: this.run.ended ? 0 : this.run.stepInEpoch,
      stepsPerSecond: (this.laneSteps / this.steppingMs) * 1000,
    });
  }

  dispose(): void {
    this.run.dispose();
  }

  private async keepCheckpoint(): Promise<void> {
    this.checkpoint = await this.run.takeCheckpoint();
    this.checkpointAt = performance.now();
  }

  private account(elapsedMs: number): void {
    this.steppingMs += elapsedMs;
    const running = this.trainingMs.length - this.ended.size;
    for (let lane = 0; lane < this.trainingMs.length; lane++)
      if (!this.ended.has(lane))
        this.trainingMs[lane] = (this.trainingMs[lane] ?? 0) + elapsedMs / running;
  }

  private async measureEpoch(): Promise<void> {
    const { epoch } = this.run;
    const isRepeated = epoch <= this.finishedEpochs;
    this.finishedEpochs = Math.max(this.finishedEpochs, epoch);
    const steps = this.trainingMs.map((_, lane) => this.run.stepsTaken(lane));
    const { figures, ends, improved } = await this.run.finishEpoch(this.breathe);
    for (const [lane, one] of figures) {
      if (improved.has(lane)) this.bestAnswers.set(lane, this.shownAnswers(one));
      const end = ends.get(lane);
      if (end?.kind !== 'diverged' && !isRepeated) {
        const row = this.figureRow(lane, one, epoch, steps[lane] ?? NaN);
        this.sender.addRow(lane, row, this.shownAnswers(one));
        this.trainingMs[lane] = 0;
      }
      if (!end) continue;
      this.ended.add(lane);
      this.sender.endLane(lane, { kind: end.kind, epoch, message: this.describeEnd(end, epoch) });
      if (end.restoredEpoch !== null) this.sendRestored(lane, end.restoredEpoch);
    }
    this.flush();
  }

  private sendRestored(lane: number, epoch: number): void {
    this.sender.setRestoredEpoch(lane, epoch, this.bestAnswers.get(lane) ?? new Int32Array(0));
  }

  private describeEnd({ kind, restoredEpoch }: LaneEnding, epoch: number): string {
    if (kind === 'stoppedEarly')
      return `Stopped at epoch ${epoch}${restoredEpoch === null ? '' : `, put back epoch ${restoredEpoch}`}.`;
    const rate = this.experiment.training.learningRate;
    return `Diverged in epoch ${epoch}: its numbers grew beyond what can be computed. A learning rate below ${rate} may help.`;
  }

  private figureRow(lane: number, figures: LaneFigures, epoch: number, step: number): number[] {
    const row: FigureRow = {
      ...figures,
      epoch,
      step,
      trainingMs: this.trainingMs[lane] ?? 0,
    };
    return FIGURES.map((name) => row[name]);
  }

  private shownAnswers(figures: LaneFigures): Int32Array {
    return figures.wrongRowAnswers.slice(0, SHOWN_LIARS);
  }

  private describeLiars({ training }: Split): WrongExample[] {
    const width = training.features.length / training.count;
    return Array.from(this.watched.slice(0, SHOWN_LIARS), (row) => ({
      row,
      givenLabel: training.targets[row] ?? NaN,
      trueLabel: training.trueTargets[row] ?? NaN,
      features: Float32Array.from(
        training.features.subarray(row * width, (row + 1) * width),
        (value) => value * training.featureScale,
      ),
    }));
  }
}
