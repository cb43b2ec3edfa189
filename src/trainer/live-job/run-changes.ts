/**
 * The settings that a run trains with, as they are changed on the way. After a loss it goes back to those
 * of its save, and makes every change again before its step; what the page has wanted meanwhile comes then.
 */
import type { TrainingRun } from '../../engine/lanes/training-run.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { laneSpecOf } from '../../experiment/lane-spec.ts';
import type { RunMoment, Resumption, RunSave, TimedChange } from '../../protocol/run-save.ts';
import { lanePenalty, laneSettings } from '../plan-lanes.ts';
import type { PlannedLane } from '../plan-lanes.ts';
import { Replay } from './replay.ts';
import type { SaveKeeper } from './save-keeper.ts';

interface ChangeParts {
  readonly run: TrainingRun;
  readonly lanes: readonly PlannedLane[];
  readonly saves: SaveKeeper;
  /** As the page wants it. */
  readonly wanted: Experiment;
  readonly resumption: Resumption | null;
}

export class RunChanges {
  /** How far results are known. */
  reached: RunMoment;
  private readonly run: TrainingRun;
  private readonly lanes: readonly PlannedLane[];
  private readonly saves: SaveKeeper;
  /** As it trains now: live changes are taken over. */
  private current: Experiment;
  /** As the page wants it; after a loss only what was trained before comes first. */
  private wanted: Experiment;
  /** After a loss, until all is again as it was. */
  private replay: Replay | null;

  constructor({ run, lanes, saves, wanted, resumption }: ChangeParts) {
    this.run = run;
    this.lanes = lanes;
    this.saves = saves;
    this.current = saves.last.experiment;
    this.wanted = wanted;
    this.reached = resumption?.shown ?? { epoch: 0, stepInEpoch: 0 };
    this.replay = resumption && new Replay(saves.last.changes, this.reached);
  }

  get experiment(): Experiment {
    return this.current;
  }

  /** What was shown before a loss is being trained again. */
  get isCatchingUp(): boolean {
    return this.replay?.hasArrived(this.run) === false;
  }

  /** Changes that are still to be made again. */
  get rest(): readonly TimedChange[] {
    return this.replay?.rest ?? [];
  }

  /** Takes over the live settings of an experiment that is otherwise the same. */
  change(experiment: Experiment): void {
    this.wanted = experiment;
    if (this.replay) return;
    this.apply(experiment);
    this.saves.addChange({ runStep: this.run.runStep, experiment });
  }

  goBack(save: RunSave): void {
    this.replay = new Replay(save.changes, this.reached);
    this.apply(save.experiment);
  }

  /** Before a step: what was changed at this step. */
  repeatDue(): void {
    const due = this.replay?.takeDue(this.run.runStep);
    if (due) this.apply(due);
  }

  /** If all is as it was, what the page has wanted meanwhile begins here. */
  endReplay(): void {
    if (!this.replay || this.isCatchingUp) return;
    this.repeatDue();
    if (this.replay.rest.length > 0) return;
    this.replay = null;
    if (this.wanted !== this.current) this.change(this.wanted);
  }

  private apply(experiment: Experiment): void {
    this.lanes.forEach(({ arm: { id }, ...repeat }, lane) => {
      const arm = experiment.arms.find((one) => one.id === id);
      if (!arm) return;
      const spec = laneSpecOf(experiment, arm, repeat);
      this.run.changeLane(lane, laneSettings(spec), lanePenalty(spec));
    });
    this.current = experiment;
  }
}
