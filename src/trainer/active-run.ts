/**
 * One prepared run on the worker: its data, its lanes and what is sent about them. It trains one burst
 * or one epoch when told to; training-loop.ts tells it when.
 */
import type { ComputeBackend } from '../engine/kernels.ts';
import { TrainingRun } from '../engine/training-run.ts';
import type { KnownEnding, LaneEnding } from '../engine/lane-endings.ts';
import type { Examples } from '../engine/examples.ts';
import type { LanePlan } from '../engine/lanes.ts';
import type { LaneFigures } from '../engine/measuring.ts';
import type { Dataset, LoadContext } from '../datasets/dataset.ts';
import { settingsOfArm } from '../protocol/experiment.ts';
import type { Experiment } from '../protocol/experiment.ts';
import { FIGURES } from '../protocol/figures.ts';
import type { FigureRow } from '../protocol/figures.ts';
import type { Frame, Lane, PreparedRun, TestFigures } from '../protocol/messages.ts';
import type { Place, Resumption, RunSave } from '../protocol/run-save.ts';
import { SHOWN_LIARS, describeLanes } from './describe-lanes.ts';
import { FrameSender } from './frame-sender.ts';
import { NetworkQuestions } from './network-questions.ts';
import { PictureTaker } from './picture-taker.ts';
import type { LoadedData } from './load-data.ts';
import { lanePenalty, laneSettings, planLanes } from './plan-run.ts';
import type { PlannedLane } from './plan-run.ts';
import { Replay } from './replay.ts';
import { SaveKeeper } from './save-keeper.ts';
import type { SaveEvent } from './save-keeper.ts';

/** A burst of steps aims at this long, so that messages are answered and the GPU's queue stays short. */
const BURST_MS = 20;

export interface RunSurroundings {
  readonly send: (frame: Frame, transfer: Transferable[]) => void;
  readonly report: (event: SaveEvent, transfer: Transferable[]) => void;
  /** Lets requests in when it is time; throws when the run is of no more use. */
  readonly breathe: () => Promise<void>;
}

export class ActiveRun {
  /** As it trains now: live changes are taken over. */
  private experiment: Experiment;
  /** As the page wants it; after a loss only what was trained before comes first. */
  private wanted: Experiment;
  readonly prepared: PreparedRun;
  readonly sender: FrameSender;
  private readonly breathe: () => Promise<void>;
  private backend: ComputeBackend;
  private readonly loaded: LoadedData;
  private readonly run: TrainingRun;
  private readonly trainingMs: number[];
  private readonly ended = new Set<number>();
  private readonly lanes: readonly PlannedLane[];
  readonly pictures: PictureTaker;
  readonly questions: NetworkQuestions;
  /** Figures of the epoch that early stopping would put back, or at which it ended a lane. */
  private readonly bestFigures: Map<number, LaneFigures>;
  private readonly saves: SaveKeeper;
  /** After a loss, until all is again as it was. */
  private replay: Replay | null;
  /** As far as results are known, and the endings up to there. */
  private place: Place;
  private readonly endings: Map<number, KnownEnding>;
  private burstSteps = 1;
  private laneSteps = 0;
  private steppingMs = 0;
  private finishedEpochs = -1;
  /** `laneSteps` when what the pictures show was measured. */
  private picturedAtStep = 0;

  constructor(
    backend: ComputeBackend,
    experiment: Experiment,
    dataset: Dataset,
    loaded: LoadedData,
    surroundings: RunSurroundings,
    resumption: Resumption | null = null,
  ) {
    const save = resumption?.save ?? beginning(experiment);
    this.backend = backend;
    this.loaded = loaded;
    this.experiment = save.experiment;
    this.wanted = experiment;
    this.lanes = planLanes(save.experiment, dataset, loaded);
    const plans = this.lanes.map(({ plan }) => plan);
    this.run = new TrainingRun(backend, plans, save.checkpoint);
    this.bestFigures = new Map(save.bestFigures);
    this.finishedEpochs = resumption?.shown.epoch ?? -1;
    this.place = resumption?.shown ?? { epoch: 0, stepInEpoch: 0 };
    this.endings = new Map(resumption?.shown.endings);
    this.replay = resumption && new Replay(save.changes, this.place);
    this.trainingMs = this.lanes.map(() => 0);
    this.sender = new FrameSender(this.lanes.length, surroundings.send);
    this.breathe = surroundings.breathe;
    const { run, lanes, sender, breathe } = this;
    const { splitOf } = loaded;
    this.pictures = new PictureTaker({ run, lanes, dataset, splitOf, sender, breathe });
    this.questions = new NetworkQuestions(run, lanes);
    this.saves = new SaveKeeper(save, sender, surroundings.report);
    this.forgetEndingsAfter(save);
    this.prepared = {
      validationRows: experiment.data.validationExamples,
      sealedTestRows: loaded.sealedTestRows,
      lanes: describeLanes(run, lanes),
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
    await this.keepSave();
  }

  /** The backend has lost the run; `resume` on another one brings it back. */
  get isLost(): boolean {
    return this.backend.isLost();
  }

  /** Epoch of the last save. */
  get savedEpoch(): number {
    return this.saves.last.checkpoint?.epoch ?? 0;
  }

  /** What was shown before a loss is being trained again; `trainBurst` does it. */
  get isCatchingUp(): boolean {
    return this.replay?.hasArrived(this.run) === false;
  }

  /** Goes on from the last save. What was shown since is trained again, not shown again. */
  resume(backend: ComputeBackend): void {
    const { last: save } = this.saves;
    this.backend = backend;
    this.replay = new Replay(save.changes, this.place);
    this.apply(save.experiment);
    this.forgetEndingsAfter(save);
    this.run.resume(backend, save.checkpoint);
  }

  /** If all is as it was, what the page has wanted meanwhile begins here. */
  endReplay(): void {
    if (!this.replay || this.isCatchingUp) return;
    this.repeatChanges();
    if (this.replay.rest.length > 0) return;
    this.replay = null;
    if (this.wanted !== this.experiment) this.changeSettings(this.wanted);
  }

  /**
   * Some steps, at most to the end of the epoch; at its end it is measured. Resolves when the device
   * has done them. Returns whether an epoch was finished.
   */
  async trainBurst(): Promise<boolean> {
    const { isCatchingUp } = this;
    if (!isCatchingUp) this.sender.clearCurrent();
    const before = performance.now();
    let steps = 0;
    do {
      this.repeatChanges();
      this.laneSteps += this.run.step();
      steps += 1;
    } while (steps < this.burstSteps && !this.run.atEpochEnd && this.isCatchingUp === isCatchingUp);
    await this.backend.settle();
    const elapsed = performance.now() - before;
    if (elapsed < BURST_MS / 2 && steps === this.burstSteps) this.burstSteps *= 2;
    if (elapsed > BURST_MS * 2) this.burstSteps = Math.max(1, this.burstSteps >> 1);
    this.account(elapsed);
    return this.completeBurst();
  }

  /** One batch of every lane, measured at once. Returns whether that finished the epoch. */
  async trainBatch(): Promise<boolean> {
    const before = performance.now();
    this.repeatChanges();
    this.laneSteps += this.run.step();
    await this.backend.settle();
    this.account(performance.now() - before);
    if (!this.run.atEpochEnd) await this.showStanding();
    return this.completeBurst();
  }

  /** Figures of where the run rests in mid-epoch; at the end of an epoch for pictures alone. */
  async showStanding(): Promise<void> {
    for (const [lane, figures] of await this.run.measure(this.breathe)) {
      const { stepInEpoch, stepsPerEpoch } = this.run.standing;
      const share = stepInEpoch / stepsPerEpoch;
      const steps = this.run.stepsTaken(lane);
      const row = this.figureRow(lane, figures, this.run.epoch + share, steps);
      if (share > 0) this.sender.setCurrent(lane, row, this.shownAnswers(figures));
      this.pictures.setMeasured(lane, this.run.epoch + share, figures);
    }
    this.picturedAtStep = this.laneSteps;
    this.flush();
  }

  /** Training rests: pictures of what is on screen are taken where it stands, in mid-epoch too. */
  async showPictures(): Promise<void> {
    if (!this.pictures.isWatched) return;
    if (!this.run.atEpochEnd && this.picturedAtStep !== this.laneSteps) {
      const { stepInEpoch, stepsPerEpoch } = this.run.standing;
      const epoch = this.run.epoch + stepInEpoch / stepsPerEpoch;
      for (const [lane, figures] of await this.run.measure(this.breathe))
        this.pictures.setMeasured(lane, epoch, figures);
      this.picturedAtStep = this.laneSteps;
    }
    await this.pictures.takeOpen();
    this.flush();
  }

  /**
   * After the last epoch: puts back what early stopping has kept, and measures every training row where
   * the sample was smaller.
   */
  async finish(): Promise<void> {
    if (!this.run.ended)
      for (const [lane, epoch] of await this.run.restoreBest()) this.sendRestored(lane, epoch);
    this.flush();
    const isSampled = (lane: Lane) => lane.trainingSampleRows < lane.trainingRows;
    if (!this.prepared.lanes.some(isSampled)) return;
    for (const [lane, figures] of await this.measureSets(({ data }) => data.training))
      this.sender.setAllTrainingRows(lane, figures);
    this.flush();
  }

  /** Breaks the seal of the test set: every lane on rows that nothing was chosen by. */
  async measureTest(context: LoadContext): Promise<TestFigures> {
    const testOf = await this.loaded.loadTest(context);
    // In mid-epoch the figures beside those of the test must be of the same weights.
    if (!this.run.atEpochEnd) await this.showStanding();
    const figures = await this.measureSets((_, { arm, replicate }) => testOf(arm, replicate));
    const lanes = [...figures].map(([lane, one]) => ({ lane, ...one }));
    return { rows: this.prepared.sealedTestRows, lanes };
  }

  private measureSets(examplesOf: (plan: LanePlan, lane: PlannedLane) => Examples) {
    return this.run.measureSets((lane) => {
      const planned = this.lanes[lane];
      if (!planned) throw new Error(`There is no lane ${lane}.`);
      return examplesOf(planned.plan, planned);
    }, this.breathe);
  }

  /** Takes over the live settings of an experiment that is otherwise the same. */
  changeSettings(experiment: Experiment): void {
    this.wanted = experiment;
    if (this.replay) return;
    this.apply(experiment);
    this.saves.addChange({ turn: this.run.turn, experiment });
  }

  flush(): void {
    const { stepInEpoch } = this.isCatchingUp ? this.place : this.run.standing;
    this.sender.flush({
      epoch: this.epoch,
      ...{ ...this.run.standing, stepInEpoch },
      stepsPerSecond: (this.laneSteps / this.steppingMs) * 1000,
    });
  }

  dispose(): void {
    this.run.dispose();
  }

  private apply(experiment: Experiment): void {
    this.lanes.forEach(({ arm: { id } }, lane) => {
      const arm = experiment.arms.find((one) => one.id === id);
      if (arm) this.run.changeLane(lane, laneSettings(experiment, arm), lanePenalty(arm));
    });
    this.experiment = experiment;
  }

  private repeatChanges(): void {
    const due = this.replay?.takeDue(this.run.turn);
    if (due) this.apply(due);
  }

  /** At the end of an epoch it is measured, and saved if it is time. Returns whether it was one. */
  private async completeBurst(): Promise<boolean> {
    const { atEpochEnd } = this.run;
    if (atEpochEnd) await this.measureEpoch();
    const { stepInEpoch } = this.run.standing;
    if (!this.isCatchingUp) this.place = { epoch: this.epoch, stepInEpoch };
    this.endReplay();
    if (atEpochEnd && this.saves.isDue) await this.keepSave();
    return atEpochEnd;
  }

  private async keepSave(): Promise<void> {
    try {
      await this.saves.keep(async () => {
        const checkpoint = await this.run.takeCheckpoint();
        const bestFigures = new Map(this.bestFigures);
        return {
          experiment: this.experiment,
          checkpoint,
          bestFigures,
          changes: this.replay?.rest ?? [],
        };
      });
    } catch (error) {
      // The epoch is done and shown: the save before it will do, and the next step finds the device lost.
      if (!this.isLost) throw error;
    }
  }

  /** Lanes that ended later train again; of the others there are pictures of where they ended. */
  private forgetEndingsAfter({ checkpoint }: RunSave): void {
    this.ended.clear();
    for (const [lane, { epoch, restoredEpoch }] of this.endings) {
      if (epoch > (checkpoint?.epoch ?? 0)) continue;
      this.ended.add(lane);
      const figures = this.bestFigures.get(lane);
      if (figures) this.pictures.setMeasured(lane, restoredEpoch ?? epoch, figures);
    }
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
    const known = epoch <= this.finishedEpochs ? this.endings : null;
    const steps = this.trainingMs.map((_, lane) => this.run.stepsTaken(lane));
    const { figures, ends, improved } = await this.run.finishEpoch(this.breathe, known);
    this.finishedEpochs = Math.max(this.finishedEpochs, epoch);
    for (const [lane, one] of figures) {
      const end = ends.get(lane);
      const keepsLast = end?.kind === 'stoppedEarly' && end.restoredEpoch === null;
      if (improved.has(lane) || keepsLast) this.bestFigures.set(lane, one);
      this.pictures.setMeasured(lane, epoch, one);
      if (end?.kind === 'diverged') this.pictures.forget(lane);
      else if (!known)
        this.sender.addRow(
          lane,
          this.figureRow(lane, one, epoch, steps[lane] ?? NaN),
          this.shownAnswers(one),
        );
      this.trainingMs[lane] = 0;
      if (end) this.endLane(lane, end, epoch, known === null);
    }
    this.picturedAtStep = this.laneSteps;
    if (!known) await this.pictures.takeDue();
    this.flush();
  }

  private endLane(lane: number, end: LaneEnding, epoch: number, isNew: boolean): void {
    this.ended.add(lane);
    this.endings.set(lane, { ...end, epoch });
    const message = this.describeEnd(lane, end, epoch);
    if (isNew) this.sender.endLane(lane, { kind: end.kind, epoch, message });
    if (end.restoredEpoch !== null) this.sendRestored(lane, end.restoredEpoch);
  }

  private sendRestored(lane: number, epoch: number): void {
    this.sender.setRestoredEpoch(lane, epoch);
    const figures = this.bestFigures.get(lane);
    if (figures) this.pictures.setMeasured(lane, epoch, figures);
  }

  private describeEnd(lane: number, end: LaneEnding, epoch: number): string {
    const { kind, restoredEpoch } = end;
    if (kind === 'stoppedEarly')
      return `Stopped at epoch ${epoch}${restoredEpoch === null ? '' : `, put back epoch ${restoredEpoch}`}.`;
    const { arm } = this.lanes[lane] ?? {};
    const { learningRate: rate } = arm
      ? settingsOfArm(this.experiment, arm).training
      : this.experiment.training;
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
}

function beginning(experiment: Experiment): RunSave {
  return { experiment, checkpoint: null, bestFigures: new Map(), changes: [] };
}
