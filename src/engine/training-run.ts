/**
 * A whole run: lanes in groups, trained in lock-step and measured after every epoch. It knows when to
 * step and what to measure; time slices, pauses and messages are the trainer's business.
 */
import type { LaneCheckpoint, RunCheckpoint } from './checkpoint.ts';
import { PatienceWatch } from './early-stopping.ts';
import { initialState } from './initial-state.ts';
import type { ComputeBackend } from './kernels.ts';
import { LaneGroup, START } from './lane-group.ts';
import type { GroupPlan, LaneSettings } from './lane-group.ts';
import type { LaneState } from './lane-state.ts';
import { groupLanes } from './lanes.ts';
import type { LanePlan, RunData } from './lanes.ts';
import { Measuring, laneFigures, measureAllTrainingRows } from './measuring.ts';
import type { AllTrainingRows, LaneFigures } from './measuring.ts';

interface Member {
  /** Index of the lane in the run. */
  readonly lane: number;
  readonly plan: LanePlan;
  /** Where it started on this backend. */
  readonly start: LaneCheckpoint;
}

interface RunningGroup {
  group: LaneGroup;
  members: Member[];
}

/** How a lane ended before the others. */
export interface LaneEnding {
  readonly kind: 'diverged' | 'stoppedEarly';
  /** Epoch whose weights and statistics were put back; null: none. */
  readonly restoredEpoch: number | null;
}

export interface EpochReport {
  /** Of all lanes that trained in this epoch, by lane. */
  readonly figures: ReadonlyMap<number, LaneFigures>;
  readonly ends: ReadonlyMap<number, LaneEnding>;
  /** Lanes for which this is the epoch that would be put back. */
  readonly improved: ReadonlySet<number>;
}

export class TrainingRun {
  private backend: ComputeBackend;
  private readonly measuring = new Map<RunData, Measuring>();
  private running: RunningGroup[] = [];
  private readonly plans: readonly LanePlan[];
  private readonly settings: LaneSettings[];
  private readonly penalties: LanePlan['penalty'][];
  private readonly watches: (PatienceWatch | null)[];
  /** State at the best epoch so far, of lanes that will put it back. */
  private readonly best = new Map<number, LaneState>();
  /** Lanes that lost patience, with the weights they ended with. */
  private stopped: { readonly member: Member; readonly state: LaneState }[] = [];

  constructor(backend: ComputeBackend, lanes: readonly LanePlan[]) {
    this.backend = backend;
    this.settings = lanes.map((lane) => lane.settings);
    this.penalties = lanes.map((lane) => lane.penalty);
    this.watches = lanes.map(({ stop }) => stop && new PatienceWatch(stop));
    this.plans = lanes;
    this.allocate((_, plan) => ({
      state: initialState(plan.network, plan.initialization, plan.identity),
      progress: START,
    }));
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
    const patience = this.watches.map((watch) => watch?.standing ?? null);
    return { lanes, patience, best: new Map(this.best) };
  }

  /**
   * Goes back to a checkpoint on another backend, after the one before was lost with all its tensors. On
   * a backend of the same kind the run goes on bit for bit as it would have.
   */
  resume(backend: ComputeBackend, checkpoint: RunCheckpoint): void {
    this.backend = backend;
    this.running = [];
    this.measuring.clear();
    this.watches.forEach((watch, lane) => {
      const standing = checkpoint.patience[lane];
      if (standing) watch?.resume(standing);
    });
    this.best.clear();
    for (const [lane, state] of checkpoint.best) this.best.set(lane, state);
    this.stopped = this.stopped.filter(({ member }) => !checkpoint.lanes.has(member.lane));
    this.allocate((lane) => checkpoint.lanes.get(lane));
  }

  /** Puts the lanes that have a start on the backend, with the rows they are measured on. */
  private allocate(startOf: (lane: number, plan: LanePlan) => LaneCheckpoint | undefined): void {
    const members = this.plans.flatMap((plan, lane): Member[] => {
      const start = startOf(lane, plan);
      return start ? [{ lane, plan, start }] : [];
    });
    try {
      for (const { data, identity } of this.plans)
        if (!this.measuring.has(data))
          this.measuring.set(data, new Measuring(this.backend, data, identity));
      for (const group of groupLanes(members, this.backend.lanesPerProgram))
        this.running.push(this.startGroup(group));
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

  /** Steps into the epoch under way, of the lane that is furthest behind; 0 at its start. */
  get stepInEpoch(): number {
    if (this.ended) return 0;
    const least = this.running.reduce((a, b) => (share(b) < share(a) ? b : a));
    return least.group.progress.stepInEpoch;
  }

  get atEpochEnd(): boolean {
    for (const { group } of this.running) if (group.progress.stepInEpoch !== 0) return false;
    return true;
  }

  /** Optimiser steps that a lane has taken. */
  stepsTaken(lane: number): number {
    return this.groupOf(lane)?.group.progress.step ?? 0;
  }

  /** Steps of one epoch of the first running lane. */
  get stepsPerEpoch(): number {
    return this.running[0]?.group.stepsPerEpoch ?? 0;
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
    for (const running of this.running) behind = Math.min(behind, share(running));
    let lanes = 0;
    for (const running of this.running) {
      if (share(running) > behind) continue;
      running.group.step();
      lanes += running.members.length;
    }
    return lanes;
  }

  /** New strengths, rates or learning rate, from the next step on. */
  changeLane(lane: number, settings: LaneSettings, penalty: LanePlan['penalty']): void {
    this.settings[lane] = settings;
    this.penalties[lane] = penalty;
    const found = this.groupOf(lane);
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
   * bit for bit as they would have.
   */
  async finishEpoch(onChunk: () => Promise<void> = immediately): Promise<EpochReport> {
    const { epoch } = this;
    const figures = await this.measure(onChunk);
    const ends = new Map<number, LaneEnding>();
    const improved = new Set<number>();
    for (const [lane, one] of figures) {
      const watch = this.watches[lane];
      if (!one.finite) ends.set(lane, { kind: 'diverged', restoredEpoch: null });
      else if (watch && epoch > 0) {
        const seen = watch.observe(epoch, one[watch.rule.metric]);
        if (seen === 'improved' && watch.rule.restoreBest) improved.add(lane);
        if (seen === 'stop') ends.set(lane, { kind: 'stoppedEarly', ...this.restoration(lane) });
      }
    }
    await this.keepBest(improved);
    if (ends.size > 0) await this.endLanes(ends);
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
        const { restoredEpoch } = this.restoration(lane);
        if (restoredEpoch !== null && restoredEpoch !== this.epoch)
          restored.set(lane, restoredEpoch);
      }
    const states = await this.readGroups(({ lane }) => restored.has(lane));
    this.running = this.running.map((running) => {
      const all = states.get(running);
      if (!all) return running;
      const put = running.members.map(({ lane }, i) =>
        restored.has(lane) ? (this.best.get(lane) ?? all[i]) : all[i],
      );
      return this.rebuild(running, running.members, put);
    });
    return restored;
  }

  /** Loss and accuracy on all training rows, by lane: once, at the end. `onChunk` may wait or throw. */
  async measureAllTrainingRows(
    onChunk: () => Promise<void>,
  ): Promise<Map<number, AllTrainingRows>> {
    const results = new Map<number, AllTrainingRows>();
    const measure = async (group: LaneGroup, members: readonly Member[]) => {
      const rows = await measureAllTrainingRows(this.backend, group, onChunk);
      members.forEach(({ lane }, i) => {
        const row = rows[i];
        if (row) results.set(lane, row);
      });
    };
    for (const { group, members } of this.running) await measure(group, members);
    for (const { member, state } of this.stopped) {
      const group = new LaneGroup(this.backend, groupPlan(member.plan), [state]);
      try {
        await measure(group, [member]);
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

  private startGroup(members: Member[]): RunningGroup {
    const first = members[0];
    if (!first) throw new Error('A group needs a lane.');
    const states = members.map(({ start }) => start.state);
    const { progress } = first.start;
    const group = new LaneGroup(this.backend, groupPlan(first.plan), states, progress);
    return this.withSettings({ group, members });
  }

  private restoration(lane: number): { readonly restoredEpoch: number | null } {
    const watch = this.watches[lane];
    const restores = watch?.rule.restoreBest === true && watch.bestEpoch >= 0;
    return { restoredEpoch: restores ? watch.bestEpoch : null };
  }

  private async keepBest(improved: ReadonlySet<number>): Promise<void> {
    for (const { group, members } of this.running) {
      if (!members.some(({ lane }) => improved.has(lane))) continue;
      const states = await group.readStates('answering');
      members.forEach(({ lane }, i) => {
        const state = states[i];
        if (state && improved.has(lane)) this.best.set(lane, state);
      });
    }
  }

  private async endLanes(ends: ReadonlyMap<number, LaneEnding>): Promise<void> {
    const states = await this.readGroups(({ lane }) => ends.has(lane));
    this.running = this.running.flatMap((running) => {
      const all = states.get(running);
      if (!all) return [running];
      running.members.forEach((member, i) => {
        const state = this.best.get(member.lane) ?? all[i];
        if (ends.get(member.lane)?.kind === 'stoppedEarly' && state)
          this.stopped.push({ member, state });
        this.best.delete(member.lane);
      });
      const left = running.members.filter(({ lane }) => !ends.has(lane));
      const kept = all.filter((_, i) => !ends.has(running.members[i]?.lane ?? -1));
      if (left.length > 0) return [this.rebuild(running, left, kept)];
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

  /** The same group with other lanes or other weights, at the same place; the old one is freed. */
  private rebuild(
    { group }: RunningGroup,
    members: Member[],
    states: readonly (LaneState | undefined)[],
  ): RunningGroup {
    const known = states.filter((state) => state !== undefined);
    const next = new LaneGroup(this.backend, group.plan, known, group.progress);
    group.dispose();
    return this.withSettings({ group: next, members });
  }

  private withSettings(running: RunningGroup): RunningGroup {
    running.members.forEach(({ lane }, i) => {
      const settings = this.settings[lane];
      if (settings) running.group.setLane(i, settings);
    });
    return running;
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

function groupPlan({ network, batchSize, identity, data }: LanePlan): GroupPlan {
  return { network, batchSize, identity, training: data.training };
}

/** Epochs done, the part of the one under way included. */
function share({ group }: RunningGroup): number {
  const { epoch, stepInEpoch } = group.progress;
  return epoch + stepInEpoch / group.stepsPerEpoch;
}
