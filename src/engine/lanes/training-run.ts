/**
 * A whole run: lanes in groups, trained in lock-step and measured after every epoch. It knows when to
 * step and what to measure; time slices, pauses and messages are the trainer's business.
 */
import type { LaneCheckpoint, RunCheckpoint } from './checkpoint.ts';
import type { Examples } from '../batches/examples.ts';
import { initialState } from '../step/initial-state.ts';
import type { ComputeBackend } from '../step/kernels.ts';
import { LaneEndings } from './lane-endings.ts';
import type { EpochVerdict, KnownEnding, LaneEnding } from './lane-endings.ts';
import { START } from './lane-group.ts';
import type { LaneSettings } from './lane-group.ts';
import { lookInside } from './lane-insides.ts';
import type { LaneInsides } from './lane-insides.ts';
import type { LanePlan, RunData } from './lanes.ts';
import { LiveSettings } from '../step/live-settings.ts';
import { sharesOf } from '../measuring/measured-share.ts';
import type { OnShare } from '../measuring/measured-share.ts';
import { measureSets } from '../measuring/measure-sets.ts';
import { Measuring, laneFigures } from '../measuring/measuring.ts';
import type { LaneFigures, SetFigures } from '../measuring/measuring.ts';
import type { Member } from './running-group.ts';
import { RunningLanes } from './running-lanes.ts';

export interface EpochReport extends EpochVerdict {
  /** Of all lanes that trained in this epoch, by lane. */
  readonly figures: ReadonlyMap<number, LaneFigures>;
}

export class TrainingRun {
  private backend: ComputeBackend;
  private readonly measuring = new Map<RunData, Measuring>();
  private running: RunningLanes;
  private readonly plans: readonly LanePlan[];
  private readonly live: LiveSettings;
  private readonly endings: LaneEndings;
  private runSteps = 0;
  /** Finished when the last lane ended. */
  private lastEpoch = 0;

  /** Starts at a checkpoint of the same lanes, or at the beginning. */
  constructor(
    backend: ComputeBackend,
    lanes: readonly LanePlan[],
    checkpoint: RunCheckpoint | null = null,
  ) {
    this.backend = backend;
    this.live = new LiveSettings(lanes);
    this.endings = new LaneEndings(lanes);
    this.plans = lanes;
    this.running = new RunningLanes({ backend, settings: this.live.settings });
    this.resume(backend, checkpoint);
  }

  /** Everything that the future of the run depends on, off the device. At the end of an epoch. */
  async takeCheckpoint(): Promise<RunCheckpoint> {
    const lanes = await this.running.readStarts();
    this.backend.assertSound();
    const { runSteps: runStep } = this;
    const epoch = this.ended ? this.lastEpoch : this.epoch;
    return { epoch, runStep, lanes, ...this.endings.keep() };
  }

  /**
   * Goes back to a checkpoint (null: to the beginning) on another backend, after the one before was lost
   * with all its tensors. On a backend of the same kind the run goes on bit for bit as it would have, if
   * live changes are made again at the same step.
   */
  resume(backend: ComputeBackend, checkpoint: RunCheckpoint | null): void {
    this.backend = backend;
    // What the backend before held is lost with it: there is nothing to free.
    this.running = new RunningLanes({ backend, settings: this.live.settings });
    this.measuring.clear();
    this.live.forgetSteps();
    this.runSteps = checkpoint?.runStep ?? 0;
    this.lastEpoch = checkpoint?.epoch ?? 0;
    this.endings.resume(checkpoint);
    this.allocate((lane, plan) => (checkpoint ? checkpoint.lanes.get(lane) : beginning(plan)));
  }

  /** Puts the lanes that have a start on the backend, with the rows they are measured on. */
  private allocate(startOf: (lane: number, plan: LanePlan) => LaneCheckpoint | undefined): void {
    try {
      this.backend.forgetErrors();
      for (const { data, identity } of this.plans)
        if (!this.measuring.has(data))
          this.measuring.set(data, new Measuring(this.backend, data, identity));
      this.running.start(this.plans, startOf);
    } catch (error) {
      // Out of memory, most likely: what was allocated so far must not stay.
      this.dispose();
      throw error;
    }
  }

  /** No lane is left to train. */
  get ended(): boolean {
    return this.running.groups.length === 0;
  }

  /** Epochs that every running lane has finished. */
  get epoch(): number {
    return this.running.epoch;
  }

  /** Steps into the epoch under way, 0 at its start, and its steps: of the lane furthest behind. */
  get epochProgress(): RunningLanes['epochProgress'] {
    return this.running.epochProgress;
  }

  /** Calls of `step` since the start: names a moment of the run, whatever the lanes' epochs. */
  get runStep(): number {
    return this.runSteps;
  }

  get atEpochEnd(): boolean {
    return this.running.atEpochEnd;
  }

  /** Optimiser steps that a lane has taken, and those of one epoch. */
  stepsTaken(lane: number): number {
    return this.running.groupOf(lane)?.group.moment.step ?? 0;
  }

  stepsPerEpoch(lane: number): number {
    return this.running.groupOf(lane)?.group.stepsPerEpoch ?? 0;
  }

  /** Training rows measured, and wrong ones watched, for a lane's data. */
  measuredRows(data: RunData): { sample: number; watched: Int32Array } {
    const measuring = this.measuring.get(data);
    return {
      sample: measuring?.sampleRows.length ?? 0,
      watched: measuring?.watchedRows ?? new Int32Array(0),
    };
  }

  /**
   * One batch for those groups that are furthest behind (all of them, where epochs have the same number
   * of steps), so that lanes go through an epoch side by side. Returns how many lanes stepped.
   */
  step(): number {
    this.runSteps += 1;
    return this.running.step();
  }

  /** New strengths, rates or learning rate, from the next step on. */
  changeLane(lane: number, settings: LaneSettings, penalty: LanePlan['penalty']): void {
    this.live.change(lane, settings, penalty, this.stepsTaken(lane));
    this.running.setLane(lane, settings);
  }

  /**
   * Figures of all running lanes, by lane. Throws if the device has met an error: there are no figures
   * then.
   */
  async measure(onShare: OnShare = immediately): Promise<Map<number, LaneFigures>> {
    const results = new Map<number, LaneFigures>();
    const { groups } = this.running;
    const total = groups.reduce(
      (sum, { members }) => sum + this.measuringOf(members).inputs.count * members.length,
      0,
    );
    const onRows = sharesOf(total, onShare);
    for (const { group, members } of groups) {
      const measuring = this.measuringOf(members);
      const outputs = await group.evaluate(measuring.inputs, onRows);
      const weights = await group.weightFigures();
      members.forEach(({ lane, plan }, i) => {
        const [output, sums] = [outputs[i], weights[i]];
        const penalty = this.live.penalties[lane];
        if (output && sums && penalty)
          results.set(lane, laneFigures(measuring, plan.network, output, sums, penalty));
      });
    }
    this.backend.assertSound();
    return results;
  }

  /**
   * Measures a finished epoch and ends the lanes that diverged or have lost patience; the others go on
   * bit for bit as they would have. `known`: the epoch was shown before, and these endings with it.
   */
  async finishEpoch(
    onShare: OnShare = immediately,
    known: ReadonlyMap<number, KnownEnding> | null = null,
  ): Promise<EpochReport> {
    const { epoch } = this;
    const figures = await this.measure(onShare);
    const { ends, improved } = this.endings.judge(epoch, figures, known);
    await this.keepBest(improved);
    if (ends.size > 0) await this.endLanes(ends);
    this.lastEpoch = epoch;
    return { figures, ends, improved };
  }

  /**
   * The end of training: early stopping restores its best epoch here too. Returns the epochs restored,
   * by lane.
   */
  async restoreBest(): Promise<Map<number, number>> {
    const restored = new Map<number, number>();
    for (const { members } of this.running.groups)
      for (const { lane } of members) {
        const restoredEpoch = this.endings.restoredEpoch(lane);
        if (restoredEpoch !== null && restoredEpoch !== this.epoch)
          restored.set(lane, restoredEpoch);
      }
    const states = await this.running.readGroups(({ lane }) => restored.has(lane));
    this.running.rebuild(states, (lane, state) =>
      restored.has(lane) ? (this.endings.best.get(lane) ?? state) : state,
    );
    return restored;
  }

  /** What these lanes answer with, off the device, and their settings of now; none where one diverged. */
  lookInside(lanes: ReadonlySet<number>): Promise<Map<number, LaneInsides>> {
    return lookInside(lanes, this.running, this.endings.stopped, this.live);
  }

  /**
   * Loss and accuracy on whole sets, by lane; a lane that diverged has none. `examplesOf` gives the rows
   * of a lane, the same ones for lanes with the same data.
   */
  async measureSets(
    examplesOf: (lane: number) => Examples,
    onShare: OnShare,
  ): Promise<Map<number, SetFigures>> {
    const { stopped } = this.endings;
    const parts = { backend: this.backend, running: this.running, plans: this.plans, stopped };
    const results = await measureSets(parts, examplesOf, onShare);
    this.backend.assertSound();
    return results;
  }

  dispose(): void {
    this.running.dispose();
    for (const { inputs } of this.measuring.values()) inputs.dispose();
    this.measuring.clear();
  }

  private async keepBest(improved: ReadonlySet<number>): Promise<void> {
    for (const { group, members } of this.running.groups) {
      if (!members.some(({ lane }) => improved.has(lane))) continue;
      const states = await group.readStates('answering');
      members.forEach(({ lane }, i) => {
        const state = states[i];
        if (state && improved.has(lane)) this.endings.best.set(lane, state);
      });
    }
  }

  private async endLanes(ends: ReadonlyMap<number, LaneEnding>): Promise<void> {
    const states = await this.running.readGroups(({ lane }) => ends.has(lane));
    this.running.rebuild(states, (lane, state) => {
      const end = ends.get(lane);
      if (!end) return state;
      this.endings.end(lane, end, state);
      return null;
    });
  }

  private measuringOf(members: readonly Member[]): Measuring {
    const measuring = members[0] && this.measuring.get(members[0].plan.data);
    if (!measuring) throw new Error('A group has no rows to be measured on.');
    return measuring;
  }
}

const immediately = () => Promise.resolve();

function beginning(plan: LanePlan): LaneCheckpoint {
  const { network, initialization, identity } = plan;
  return { state: initialState(network, initialization, identity), moment: START };
}
