/**
 * One prepared run on the worker: its data, its lanes and what is sent about them. It trains one burst
 * or one epoch when told to; training-loop.ts tells it when.
 */
import type { ComputeBackend } from '../../engine/step/kernels.ts';
import type { OnShare } from '../../engine/measuring/measured-share.ts';
import { TrainingRun } from '../../engine/lanes/training-run.ts';
import type { Dataset, LoadContext } from '../../datasets/dataset.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Frame, Lane, PreparedRun, TestFigures } from '../../protocol/messages.ts';
import type { Resumption, RunSave } from '../../protocol/run-save.ts';
import { describeLanes } from './describe-lanes.ts';
import { FrameSender } from './frame-sender.ts';
import { LaneResults } from './lane-results.ts';
import { NetworkQuestions } from './network-questions.ts';
import { PictureTaker } from './picture-taker.ts';
import type { LoadedData } from '../load-data.ts';
import { planLanes } from '../plan-lanes.ts';
import type { PlannedLane } from '../plan-lanes.ts';
import { RunChanges } from './run-changes.ts';
import { RunOutlook } from './run-outlook.ts';
import type { OutlookParts } from './run-outlook.ts';
import { sampleValidation } from './sample-validation.ts';
import { SaveKeeper } from './save-keeper.ts';
import type { SaveEvent } from './save-keeper.ts';
import type { NetworkWeights } from '../../protocol/network-weights.ts';
import { readWeights } from './read-weights.ts';
import { measureTraining, openTest } from './whole-sets.ts';
import type { WholeSetParts } from './whole-sets.ts';

/** A burst of steps aims at this long, so that messages are answered and the GPU's queue stays short. */
const BURST_MS = 20;

export interface RunSurroundings extends Pick<OutlookParts, 'wanted' | 'tell' | 'breathe'> {
  readonly send: (frame: Frame, transfer: Transferable[]) => void;
  readonly report: (event: SaveEvent, transfer: Transferable[]) => void;
}

export class ActiveRun {
  private readonly changes: RunChanges;
  readonly prepared: PreparedRun;
  readonly sender: FrameSender;
  private readonly breathe: () => Promise<void>;
  private backend: ComputeBackend;
  private readonly loaded: LoadedData;
  private readonly run: TrainingRun;
  private readonly lanes: readonly PlannedLane[];
  readonly pictures: PictureTaker;
  readonly questions: NetworkQuestions;
  private readonly results: LaneResults;
  private readonly saves: SaveKeeper;
  private readonly outlook: RunOutlook;
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
    this.lanes = planLanes(save.experiment, dataset, loaded);
    const plans = this.lanes.map(({ plan }) => plan);
    this.run = new TrainingRun(backend, plans, save.checkpoint);
    this.finishedEpochs = resumption?.shown.epoch ?? -1;
    this.sender = new FrameSender(this.lanes.length, surroundings.send);
    this.breathe = surroundings.breathe;
    const { run, lanes, sender, breathe } = this;
    const { splitOf } = loaded;
    this.pictures = new PictureTaker({ run, lanes, dataset, splitOf, sender, breathe });
    this.questions = new NetworkQuestions(run, lanes);
    const { pictures } = this;
    const { bestFigures, bestAnswers } = save;
    const endings = resumption?.shown.endings;
    this.results = new LaneResults({
      ...{ lanes, sender, pictures },
      ...{ bestFigures, bestAnswers, endings },
    });
    const saves = new SaveKeeper(save, sender, surroundings.report);
    this.saves = saves;
    this.changes = new RunChanges({ run, lanes, saves, wanted: experiment, resumption });
    this.results.forgetEndingsAfter(save.checkpoint?.epoch ?? 0);
    this.prepared = {
      validationRows: Math.max(...plans.map(({ data }) => data.validation.count)),
      sealedTestRows: loaded.sealedTestRows,
      samples: plans.slice(0, 1).flatMap(({ data }) => sampleValidation(data.validation, dataset)),
      lanes: describeLanes(run, lanes),
    };
    this.outlook = new RunOutlook({
      ...surroundings,
      moment: () => ({ epoch: run.epoch, ...run.epochProgress }),
      epochs: experiment.training.epochs,
      closing: closingShare(this.prepared),
    });
  }

  get finished(): boolean {
    return !this.run.ended && this.run.epoch >= this.changes.experiment.training.epochs;
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
    return this.changes.isCatchingUp;
  }

  /** Goes on from the last save. What was shown since is trained again, not shown again. */
  resume(backend: ComputeBackend): void {
    const { last: save } = this.saves;
    this.backend = backend;
    this.changes.goBack(save);
    this.results.forgetEndingsAfter(save.checkpoint?.epoch ?? 0);
    this.run.resume(backend, save.checkpoint);
  }

  /** If all is as it was, what the page has wanted meanwhile begins here. */
  endReplay(): void {
    this.changes.endReplay();
  }

  /**
   * Some steps, at most to the end of the epoch; at its end it is measured. Resolves when the device
   * has done them. Returns whether an epoch was finished.
   */
  async trainBurst(): Promise<boolean> {
    const { isCatchingUp } = this;
    if (!isCatchingUp) this.sender.clearCurrent();
    this.outlook.beginSteps();
    const before = performance.now();
    let steps = 0;
    do {
      this.changes.repeatDue();
      this.laneSteps += this.run.step();
      steps += 1;
    } while (steps < this.burstSteps && !this.run.atEpochEnd && this.isCatchingUp === isCatchingUp);
    await this.backend.settle();
    const elapsed = performance.now() - before;
    if (elapsed < BURST_MS / 2 && steps === this.burstSteps) this.burstSteps *= 2;
    if (elapsed > BURST_MS * 2) this.burstSteps = Math.max(1, this.burstSteps >> 1);
    this.account(elapsed);
    if (!isCatchingUp) this.outlook.stepped(elapsed);
    return this.completeBurst();
  }

  /** One batch of every lane, measured at once. Returns whether that finished the epoch. */
  async trainBatch(): Promise<boolean> {
    const before = performance.now();
    this.changes.repeatDue();
    this.laneSteps += this.run.step();
    await this.backend.settle();
    this.account(performance.now() - before);
    if (!this.run.atEpochEnd) await this.showMidEpoch();
    return this.completeBurst();
  }

  /** Figures of where the run rests in mid-epoch; at the end of an epoch for pictures alone. */
  async showMidEpoch(): Promise<void> {
    for (const [lane, figures] of await this.measure()) {
      const { stepInEpoch, stepsPerEpoch } = this.run.epochProgress;
      const share = stepInEpoch / stepsPerEpoch;
      const steps = this.run.stepsTaken(lane);
      if (share > 0) this.results.showCurrent(lane, figures, this.run.epoch + share, steps);
      this.pictures.setMeasured(lane, this.run.epoch + share, figures);
    }
    this.picturedAtStep = this.laneSteps;
    this.flush();
  }

  /** Training rests: pictures of what is on screen are taken where it stands, in mid-epoch too. */
  async showPictures(): Promise<void> {
    if (!this.pictures.isWatched) return;
    if (!this.run.atEpochEnd && this.picturedAtStep !== this.laneSteps) {
      const { stepInEpoch, stepsPerEpoch } = this.run.epochProgress;
      const epoch = this.run.epoch + stepInEpoch / stepsPerEpoch;
      for (const [lane, figures] of await this.measure())
        this.pictures.setMeasured(lane, epoch, figures);
      this.picturedAtStep = this.laneSteps;
    }
    await this.pictures.takeOpen();
    this.flush();
  }

  /**
   * After the last epoch: restores what early stopping has kept, takes the pictures that tell the end, and
   * measures every training row where the sample was smaller.
   */
  async finish(): Promise<void> {
    // For `reopen`, to which the last epoch is one like the others.
    if (this.savedEpoch !== this.run.epoch && !this.run.ended) await this.keepSave();
    if (!this.run.ended)
      for (const [lane, epoch] of await this.run.restoreBest())
        this.results.sendRestored(lane, epoch);
    await this.pictures.takeEnd();
    this.flush();
    if (closingShare(this.prepared) === 0) return;
    const measured = this.outlook.measureLast((breathe) =>
      measureTraining({ ...this.wholeSets, breathe }),
    );
    for (const [lane, figures] of await measured) this.sender.setAllTrainingRows(lane, figures);
    this.flush();
  }

  /** More epochs are wanted after the last one: goes on from there, and not from what was restored. */
  reopen(): void {
    this.run.dispose();
    this.resume(this.backend);
    this.endReplay();
  }

  /** Breaks the seal of the test set: every lane on rows that nothing was chosen by. */
  async measureTest(context: LoadContext): Promise<TestFigures> {
    const measure = await openTest(this.wholeSets, context);
    // In mid-epoch the figures beside those of the test must be of the same weights.
    if (!this.run.atEpochEnd) await this.showMidEpoch();
    return measure();
  }

  /** As they stand. */
  readWeights(): Promise<NetworkWeights[]> {
    const { run, lanes, loaded } = this;
    return readWeights({ run, lanes, loaded });
  }

  private measure() {
    return this.outlook.measure((onShare) => this.run.measure(onShare));
  }

  private get wholeSets(): WholeSetParts {
    const { run, lanes, loaded, breathe } = this;
    return { run, lanes, loaded, breathe };
  }

  /** Takes over the live settings of an experiment that is otherwise the same. */
  changeSettings(experiment: Experiment): void {
    this.changes.change(experiment);
  }

  flush(): void {
    const { stepInEpoch } = this.isCatchingUp ? this.changes.reached : this.run.epochProgress;
    this.sender.flush({
      epoch: this.epoch,
      ...{ ...this.run.epochProgress, stepInEpoch },
      stepsPerSecond: (this.laneSteps / this.steppingMs) * 1000,
    });
  }

  dispose(): void {
    this.run.dispose();
  }

  /** At the end of an epoch it is measured, and saved if it is time. Returns whether it was one. */
  private async completeBurst(): Promise<boolean> {
    const { atEpochEnd } = this.run;
    if (atEpochEnd) await this.measureEpoch();
    const { stepInEpoch } = this.run.epochProgress;
    if (!this.isCatchingUp) this.changes.reached = { epoch: this.epoch, stepInEpoch };
    this.endReplay();
    if (atEpochEnd && this.saves.isDue) await this.keepSave();
    return atEpochEnd;
  }

  private async keepSave(): Promise<void> {
    try {
      await this.saves.keep(async () => {
        const checkpoint = await this.run.takeCheckpoint();
        const bestFigures = new Map(this.results.bestFigures);
        const { bestAnswers } = this.results;
        return {
          experiment: this.changes.experiment,
          checkpoint,
          bestFigures,
          bestAnswers,
          changes: this.changes.rest,
        };
      });
    } catch (error) {
      // The epoch is done and shown: the save before it will do, and the next step finds the device lost.
      if (!this.isLost) throw error;
    }
  }

  private account(elapsedMs: number): void {
    this.steppingMs += elapsedMs;
    this.results.account(elapsedMs);
  }

  private async measureEpoch(): Promise<void> {
    const { epoch } = this.run;
    const isNew = epoch > this.finishedEpochs;
    const steps = this.lanes.map((_, lane) => this.run.stepsTaken(lane));
    const known = isNew ? null : this.results.endings;
    const finish = (onShare: OnShare) => this.run.finishEpoch(onShare, known);
    const report = isNew ? await this.outlook.measure(finish) : await finish(this.breathe);
    this.finishedEpochs = Math.max(this.finishedEpochs, epoch);
    const { experiment } = this.changes;
    this.results.finishEpoch(report, { epoch, steps, isNew, experiment });
    this.picturedAtStep = this.laneSteps;
    if (isNew) await this.pictures.takeDue();
    this.flush();
  }
}

function beginning(experiment: Experiment): RunSave {
  return {
    ...{ experiment, checkpoint: null, changes: [] },
    ...{ bestFigures: new Map(), bestAnswers: new Map() },
  };
}

/** Rows measured after training, where the sample was smaller, as a share of those measured after an epoch. */
function closingShare({ lanes, validationRows }: PreparedRun): number {
  const isSampled = (lane: Lane) => lane.trainingSampleRows < lane.trainingRows;
  if (!lanes.some(isSampled)) return 0;
  const sum = (rowsOf: (lane: Lane) => number) =>
    lanes.reduce((all, lane) => all + rowsOf(lane), 0);
  const afterEpoch = sum(
    (lane) => validationRows + lane.trainingSampleRows + lane.wrongLabelsWatched,
  );
  return sum((lane) => lane.trainingRows) / afterEpoch;
}
