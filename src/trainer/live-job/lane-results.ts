/**
 * What is known of each lane's results and sent of them: figures with the time they took, how lanes ended,
 * and the epochs that early stopping restored.
 */
import type { FloatArray } from '../../engine/step/kernels.ts';
import type { KnownEnding, LaneEnding } from '../../engine/lanes/lane-endings.ts';
import type { LaneFigures } from '../../engine/measuring/measuring.ts';
import type { EpochReport } from '../../engine/lanes/training-run.ts';
import { settingsOfArm } from '../../experiment/experiment.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { FIGURES } from '../../figures/figures.ts';
import type { FigureRow } from '../../figures/figures.ts';
import type { RightAnswers } from '../../protocol/run-save.ts';
import { BestAnswers } from './best-answers.ts';
import { SHOWN_MISLABELLED } from './describe-lanes.ts';
import type { FrameSender } from './frame-sender.ts';
import type { PictureTaker } from './picture-taker.ts';
import type { PlannedLane } from '../plan-lanes.ts';

interface ResultParts {
  readonly lanes: readonly PlannedLane[];
  readonly sender: FrameSender;
  readonly pictures: PictureTaker;
  /** Figures of the epoch that early stopping would restore, or at which it ended a lane. */
  readonly bestFigures: ReadonlyMap<number, LaneFigures>;
  /** At the most accurate epoch so far. */
  readonly bestAnswers: ReadonlyMap<number, RightAnswers>;
  /** Endings that were shown. */
  readonly endings: ReadonlyMap<number, KnownEnding> | undefined;
}

/** A finished epoch. */
interface FinishedEpoch {
  readonly epoch: number;
  /** By lane, at its end. */
  readonly steps: readonly number[];
  /** It was not shown before. */
  readonly isNew: boolean;
  /** As it trains now. */
  readonly experiment: Experiment;
}

export class LaneResults {
  readonly bestFigures: Map<number, LaneFigures>;
  readonly endings: Map<number, KnownEnding>;
  private readonly lanes: readonly PlannedLane[];
  private readonly sender: FrameSender;
  private readonly pictures: PictureTaker;
  private readonly best: BestAnswers;
  private readonly trainingMs: number[];
  private readonly ended = new Set<number>();

  constructor({ lanes, sender, pictures, bestFigures, bestAnswers, endings }: ResultParts) {
    this.lanes = lanes;
    this.sender = sender;
    this.pictures = pictures;
    this.bestFigures = new Map(bestFigures);
    this.endings = new Map(endings);
    this.best = new BestAnswers(bestAnswers);
    this.trainingMs = lanes.map(() => 0);
  }

  get bestAnswers(): ReadonlyMap<number, RightAnswers> {
    return this.best.all;
  }

  /** The lanes that train have trained for so long, together. */
  account(elapsedMs: number): void {
    const running = this.trainingMs.length - this.ended.size;
    for (let lane = 0; lane < this.trainingMs.length; lane++)
      if (!this.ended.has(lane))
        this.trainingMs[lane] = (this.trainingMs[lane] ?? 0) + elapsedMs / running;
  }

  /** Figures in mid-epoch, not part of the curve. */
  showCurrent(lane: number, figures: LaneFigures, epoch: number, step: number): void {
    this.sender.setCurrent(lane, this.rowOf(lane, figures, epoch, step), shownAnswers(figures));
  }

  finishEpoch({ figures, ends, improved }: EpochReport, finished: FinishedEpoch): void {
    const { epoch, steps, isNew } = finished;
    for (const [lane, one] of figures) {
      const end = ends.get(lane);
      const keepsLast = end?.kind === 'stoppedEarly' && end.restoredEpoch === null;
      if (improved.has(lane) || keepsLast) this.bestFigures.set(lane, one);
      this.pictures.setMeasured(lane, epoch, one);
      const targets = this.targetsOf(lane);
      if (targets) this.best.note(lane, one, targets);
      if (end?.kind === 'diverged') this.pictures.forget(lane);
      else if (isNew) {
        const row = this.rowOf(lane, one, epoch, steps[lane] ?? NaN);
        this.sender.addRow(lane, row, shownAnswers(one));
      }
      this.trainingMs[lane] = 0;
      if (end) this.endLane(lane, end, finished);
    }
  }

  sendRestored(lane: number, epoch: number): void {
    this.sender.setRestoredEpoch(lane, epoch);
    const figures = this.bestFigures.get(lane);
    if (figures) this.pictures.setMeasured(lane, epoch, figures);
  }

  /** Lanes that ended later train again; of the others there are pictures of where they ended. */
  forgetEndingsAfter(lastEpoch: number): void {
    this.ended.clear();
    for (const [lane, { epoch, restoredEpoch }] of this.endings) {
      if (epoch > lastEpoch) continue;
      this.ended.add(lane);
      const figures = this.bestFigures.get(lane);
      if (figures) this.pictures.setMeasured(lane, restoredEpoch ?? epoch, figures);
    }
  }

  private endLane(
    lane: number,
    end: LaneEnding,
    { epoch, isNew, experiment }: FinishedEpoch,
  ): void {
    this.ended.add(lane);
    this.endings.set(lane, { ...end, epoch });
    const message = describeEnd(end, epoch, rateOf(experiment, this.lanes[lane]));
    if (isNew) this.sender.endLane(lane, { kind: end.kind, epoch, message });
    if (end.restoredEpoch !== null) this.sendRestored(lane, end.restoredEpoch);
  }

  /** Of the validation rows; null in regression. */
  private targetsOf(lane: number): FloatArray | null {
    const plan = this.lanes[lane]?.plan;
    return plan?.network.task === 'classification' ? plan.data.validation.targets : null;
  }

  private rowOf(lane: number, figures: LaneFigures, epoch: number, step: number): number[] {
    const targets = this.targetsOf(lane);
    const row: FigureRow = {
      ...figures,
      lostSinceBest: targets ? this.best.lostBy(lane, figures, targets) : NaN,
      epoch,
      step,
      trainingMs: this.trainingMs[lane] ?? 0,
    };
    return FIGURES.map((name) => row[name]);
  }
}

function shownAnswers(figures: LaneFigures): Int32Array {
  return figures.wrongRowAnswers.slice(0, SHOWN_MISLABELLED);
}

function rateOf(experiment: Experiment, lane: PlannedLane | undefined): number {
  const { training } = lane ? settingsOfArm(experiment, lane.arm) : experiment;
  return training.learningRate;
}

function describeEnd({ kind, restoredEpoch }: LaneEnding, epoch: number, rate: number): string {
  if (kind === 'stoppedEarly')
    return `Stopped at epoch ${epoch}${restoredEpoch === null ? '' : `, restored the weights of epoch ${restoredEpoch}`}.`;
  return `Diverged in epoch ${epoch}: its numbers grew beyond what can be computed. A learning rate below ${rate} may help.`;
}
