/**
 * A whole run: lanes in groups, trained in lock-step and measured after every epoch. It knows when to
 * step and what to measure; time slices, pauses and messages are the trainer's business.
 */
import type { LaneStatistics } from './batch-statistics.ts';
import type { LaneCheckpoint, RunCheckpoint } from './checkpoint.ts';
import type { Examples } from './examples.ts';
import { initialState } from './initial-state.ts';
import type { ComputeBackend } from './kernels.ts';
import { LaneGroup, START } from './lane-group.ts';
import type { LaneSettings } from './lane-group.ts';
import { LaneEndings } from './lane-endings.ts';
import type { EpochVerdict, KnownEnding, LaneEnding } from './lane-endings.ts';
import type { LaneState } from './lane-state.ts';
import { groupLanes } from './lanes.ts';
import type { LanePlan, RunData } from './lanes.ts';
import { Measuring, laneFigures, measureSet } from './measuring.ts';
import type { LaneFigures, SetFigures } from './measuring.ts';
import { groupPlan, rebuildGroup, shareDone, startGroup } from './running-group.ts';
import type { GroupSurroundings, Member, RunningGroup } from './running-group.ts';

/** A lane's arrays, and what it trains with. */
export interface LaneInsides {
  readonly state: LaneState;
  readonly settings: LaneSettings;
  /** Optimiser steps taken; NaN where it has stopped. */
  readonly step: number;
  /** What the last of them was taken with: a change since then is left out. */
  readonly stepSettings: LaneSettings;
  /** What its batch was normalised with. */
  readonly batchStatistics: LaneStatistics;
}

export interface EpochReport extends EpochVerdict {
  /** Of all lanes that trained in this epoch, by lane. */
  readonly figures: ReadonlyMap<number, LaneFigures>;
}

export class TrainingRun {
  private backend: ComputeBackend;
  private readonly measuring = new Map<RunData, Measuring>();
  private running: RunningGroup[] = [];
  private readonly plans: readonly LanePlan[];
  private readonly settings: LaneSettings[];
  private readonly penalties: LanePlan['penalty'][];
  private readonly endings: LaneEndings;
  /** By lane: the settings before those of now, and the steps that were taken by then. */
  private readonly changed = new Map<
    number,
    { readonly step: number; readonly before: LaneSettings }
  >();
  private turns = 0;
  /** Finished when the last lane ended. */
  private lastEpoch = 0;

  /** Starts at a checkpoint of the same lanes, or at the beginning. */
  constructor(
    backend: ComputeBackend,
    lanes: readonly LanePlan[],
    checkpoint: RunCheckpoint | null = null,
  ) {
    this.backend = backend;
    this.settings = lanes.map((lane) => lane.settings);
    this.penalties = lanes.map((lane) => lane.penalty);
    this.endings = new LaneEndings(lanes);
    this.plans = lanes;
    this.resume(backend, checkpoint);
  }

  /** Everything that the future of the run depends on, off the device. At the end of an epoch. */
  async takeCheckpoint(): Promise<RunCheckpoint> {
    const lanes = new Map<number, LaneCheckpoint>();
    for (const { group, members } of this.running) {
      const states = await group.readStates();
      members.forEach(({ lane }, i) => {
        const state = states[i];
        if (state) lanes.set(lane, { state, progress: { ...group.progress } });
      });
    }
    const { turns: turn } = this;
    const epoch = this.ended ? this.lastEpoch : this.epoch;
    return { epoch, turn, lanes, ...this.endings.keep() };
  }

  /**
   * Goes back to a checkpoint (null: to the beginning) on another backend, after the one before was lost
   * with all its tensors. On a backend of the same kind the run goes on bit for bit as it would have, if
   * live changes are made again at their turns.
   */
  resume(backend: ComputeBackend, checkpoint: RunCheckpoint | null): void {
    this.backend = backend;
    this.running = [];
    this.measuring.clear();
    this.changed.clear();
    this.turns = checkpoint?.turn ?? 0;
    this.lastEpoch = checkpoint?.epoch ?? 0;
    this.endings.resume(checkpoint);
    this.allocate((lane, plan) => (checkpoint ? checkpoint.lanes.get(lane) : beginning(plan)));
  }

  /** Puts the lanes that have a start on the backend, with the rows they are measured on. */
  private allocate(startOf: (lane: number, plan: LanePlan) => LaneCheckpoint | undefined): void {
    const members = this.plans.flatMap((plan, lane) => {
      const start = startOf(lane, plan);
      return start ? [{ lane, plan, start }] : [];
    });
    try {
      for (const { data, identity } of this.plans)
        if (!this.measuring.has(data))
          this.measuring.set(data, new Measuring(this.backend, data, identity));
      for (const group of groupLanes(members, this.backend.lanesPerProgram))
        this.running.push(startGroup(this.surroundings, group));
    } catch (error) {
      // Out of memory, most likely: what was allocated so far must not stay.
      this.dispose();
      throw error;
    }
  }

  /** No lane is left to train. */
  get ended(): boolean {
    return this.running.length === 0;
  }

  /** Epochs that every running lane has finished. */
  get epoch(): number {
    let epoch = Infinity;
    for (const { group } of this.running) epoch = Math.min(epoch, group.progress.epoch);
    return epoch;
  }

  /** Steps into the epoch under way, 0 at its start, and its steps: of the lane furthest behind. */
  get standing(): { readonly stepInEpoch: number; readonly stepsPerEpoch: number } {
    const [first] = this.running;
    if (!first) return { stepInEpoch: 0, stepsPerEpoch: 1 };
    const { group } = this.running.reduce((a, b) => (shareDone(b) < shareDone(a) ? b : a), first);
    return { stepInEpoch: group.progress.stepInEpoch, stepsPerEpoch: group.stepsPerEpoch };
  }

  /** Calls of `step` since the start: names a moment of the run, whatever the lanes' epochs. */
  get turn(): number {
    return this.turns;
  }

  get atEpochEnd(): boolean {
    for (const { group } of this.running) if (group.progress.stepInEpoch !== 0) return false;
    return true;
  }

  /** Optimiser steps that a lane has taken, and those of one epoch. */
  stepsTaken(lane: number): number {
    return this.groupOf(lane)?.group.progress.step ?? 0;
  }

  stepsPerEpoch(lane: number): number {
    return this.groupOf(lane)?.group.stepsPerEpoch ?? 0;
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
    let behind = Infinity;
    for (const running of this.running) behind = Math.min(behind, shareDone(running));
    let lanes = 0;
    this.turns += 1;
    for (const running of this.running) {
      if (shareDone(running) > behind) continue;
      running.group.step();
      lanes += running.members.length;
    }
    return lanes;
  }

  /** New strengths, rates or learning rate, from the next step on. */
  changeLane(lane: number, settings: LaneSettings, penalty: LanePlan['penalty']): void {
    const found = this.groupOf(lane);
    const [before, step] = [this.settings[lane], this.stepsTaken(lane)];
    // Of several changes between two steps the first one names what the last step was taken with.
    if (before && this.changed.get(lane)?.step !== step) this.changed.set(lane, { step, before });
    this.settings[lane] = settings;
    this.penalties[lane] = penalty;
    const index = found?.members.findIndex((member) => member.lane === lane) ?? -1;
    found?.group.setLane(index, settings);
  }

  /**
   * Figures of all running lanes, by lane. `onChunk` is awaited every few hundred rows, and may throw to
   * end it.
   */
  async measure(onChunk: () => Promise<void> = immediately): Promise<Map<number, LaneFigures>> {
    const results = new Map<number, LaneFigures>();
    for (const { group, members } of this.running) {
      const measuring = this.measuringOf(members);
      const outputs = await group.evaluate(measuring.inputs, onChunk);
      const weights = await group.weightFigures();
      members.forEach(({ lane, plan }, i) => {
        const [output, sums] = [outputs[i], weights[i]];
        const penalty = this.penalties[lane];
        if (output && sums && penalty)
          results.set(lane, laneFigures(measuring, plan.network, output, sums, penalty));
      });
    }
    return results;
  }

  /**
   * Measures a finished epoch and ends the lanes that diverged or have lost patience; the others go on
   * bit for bit as they would have. `known`: the epoch was shown before, and these endings with it.
   */
  async finishEpoch(
    onChunk: () => Promise<void> = immediately,
    known: ReadonlyMap<number, KnownEnding> | null = null,
  ): Promise<EpochReport> {
    const { epoch } = this;
    const figures = await this.measure(onChunk);
    const { ends, improved } = this.endings.judge(epoch, figures, known);
    await this.keepBest(improved);
    if (ends.size > 0) await this.endLanes(ends);
    this.lastEpoch = epoch;
    return { figures, ends, improved };
  }

  /**
   * The end of training: early stopping puts back its best epoch here too. Returns the epochs put back,
   * by lane.
   */
  async restoreBest(): Promise<Map<number, number>> {
    const restored = new Map<number, number>();
    for (const { members } of this.running)
      for (const { lane } of members) {
        const restoredEpoch = this.endings.restoredEpoch(lane);
        if (restoredEpoch !== null && restoredEpoch !== this.epoch)
          restored.set(lane, restoredEpoch);
      }
    const states = await this.readGroups(({ lane }) => restored.has(lane));
    this.running = this.running.map((running) => {
      const all = states.get(running);
      if (!all) return running;
      const put = running.members.map(({ lane }, i) =>
        restored.has(lane) ? (this.endings.best.get(lane) ?? all[i]) : all[i],
      );
      return rebuildGroup(this.surroundings, running, running.members, put);
    });
    return restored;
  }

  /** What these lanes answer with, off the device, and their settings of now; none where one diverged. */
  async lookInside(lanes: ReadonlySet<number>): Promise<Map<number, LaneInsides>> {
    const found = new Map<number, LaneInsides>();
    const add = (
      lane: number,
      standing: Pick<LaneInsides, 'step' | 'batchStatistics'>,
      state: LaneState | undefined,
    ) => {
      const settings = this.settings[lane];
      if (!state || !settings || !lanes.has(lane)) return;
      const changed = this.changed.get(lane);
      const stepSettings = changed?.step === standing.step ? changed.before : settings;
      found.set(lane, { state, settings, stepSettings, ...standing });
    };
    for (const { group, members } of this.running) {
      if (!members.some(({ lane }) => lanes.has(lane))) continue;
      const states = await group.readStates('answering');
      const statistics = await group.readBatchStatistics();
      const { step } = group.progress;
      members.forEach(({ lane }, i) => {
        add(lane, { step, batchStatistics: statistics[i] ?? [] }, states[i]);
      });
    }
    for (const [lane, state] of this.endings.stopped)
      add(lane, { step: NaN, batchStatistics: [] }, state);
    return found;
  }

  /**
   * Loss and accuracy on whole sets, by lane; a lane that diverged has none. `examplesOf` gives the rows
   * of a lane, the same ones for lanes with the same data. `onChunk` may wait or throw.
   */
  async measureSets(
    examplesOf: (lane: number) => Examples,
    onChunk: () => Promise<void>,
  ): Promise<Map<number, SetFigures>> {
    const results = new Map<number, SetFigures>();
    const measure = async (group: LaneGroup, lanes: readonly number[]) => {
      const [first] = lanes;
      if (first === undefined) return;
      const rows = await measureSet(this.backend, group, examplesOf(first), onChunk);
      lanes.forEach((lane, i) => {
        const row = rows[i];
        if (row) results.set(lane, row);
      });
    };
    for (const { group, members } of this.running)
      await measure(
        group,
        members.map(({ lane }) => lane),
      );
    for (const [lane, state] of this.endings.stopped) {
      const plan = this.plans[lane];
      if (!plan) continue;
      const group = new LaneGroup(this.backend, groupPlan(plan), [state]);
      try {
        await measure(group, [lane]);
      } finally {
        group.dispose();
      }
    }
    return results;
  }

  dispose(): void {
    for (const { group } of this.running) group.dispose();
    for (const { inputs } of this.measuring.values()) inputs.dispose();
    this.running = [];
    this.measuring.clear();
  }

  private async keepBest(improved: ReadonlySet<number>): Promise<void> {
    for (const { group, members } of this.running) {
      if (!members.some(({ lane }) => improved.has(lane))) continue;
      const states = await group.readStates('answering');
      members.forEach(({ lane }, i) => {
        const state = states[i];
        if (state && improved.has(lane)) this.endings.best.set(lane, state);
      });
    }
  }

  private async endLanes(ends: ReadonlyMap<number, LaneEnding>): Promise<void> {
    const states = await this.readGroups(({ lane }) => ends.has(lane));
    this.running = this.running.flatMap((running) => {
      const all = states.get(running);
      if (!all) return [running];
      running.members.forEach(({ lane }, i) => {
        const [end, state] = [ends.get(lane), all[i]];
        if (end && state) this.endings.end(lane, end, state);
      });
      const left = running.members.filter(({ lane }) => !ends.has(lane));
      const kept = all.filter((_, i) => !ends.has(running.members[i]?.lane ?? -1));
      if (left.length > 0) return [rebuildGroup(this.surroundings, running, left, kept)];
      running.group.dispose();
      return [];
    });
  }

  /**
   * States of the groups that have such a member. They are read before anything is changed, so that a
   * live change in the meantime, or a failed read, finds the run whole.
   */
  private async readGroups(
    concerns: (member: Member) => boolean,
  ): Promise<Map<RunningGroup, LaneState[]>> {
    const states = new Map<RunningGroup, LaneState[]>();
    for (const running of this.running)
      if (running.members.some(concerns)) states.set(running, await running.group.readStates());
    return states;
  }

  private get surroundings(): GroupSurroundings {
    return { backend: this.backend, settings: this.settings };
  }

  private groupOf(lane: number): RunningGroup | undefined {
    return this.running.find(({ members }) => members.some((member) => member.lane === lane));
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
  return { state: initialState(network, initialization, identity), progress: START };
}
