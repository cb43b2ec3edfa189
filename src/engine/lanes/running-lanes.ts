/**
 * The lanes of a run that still train, in groups that share programs: where they stand, one step of all,
 * and how they are read, restored and ended.
 */
import type { LaneCheckpoint } from './checkpoint.ts';
import type { LaneSettings } from './lane-group.ts';
import type { LaneState } from './lane-state.ts';
import { groupLanes } from './lanes.ts';
import type { LanePlan } from './lanes.ts';
import { rebuildGroup, shareDone, startGroup } from './running-group.ts';
import type { GroupSurroundings, Member, RunningGroup } from './running-group.ts';

export type GroupStates = ReadonlyMap<RunningGroup, readonly LaneState[]>;

export class RunningLanes {
  private readonly surroundings: GroupSurroundings;
  private running: RunningGroup[] = [];

  constructor(surroundings: GroupSurroundings) {
    this.surroundings = surroundings;
  }

  /** Puts the lanes that have a start on the backend. */
  start(
    plans: readonly LanePlan[],
    startOf: (lane: number, plan: LanePlan) => LaneCheckpoint | undefined,
  ): void {
    const members = plans.flatMap((plan, lane) => {
      const start = startOf(lane, plan);
      return start ? [{ lane, plan, start }] : [];
    });
    for (const group of groupLanes(members, this.surroundings.backend.lanesPerProgram))
      this.running.push(startGroup(this.surroundings, group));
  }

  get groups(): readonly RunningGroup[] {
    return this.running;
  }

  /** Epochs that every lane has finished. */
  get epoch(): number {
    let epoch = Infinity;
    for (const { group } of this.running) epoch = Math.min(epoch, group.moment.epoch);
    return epoch;
  }

  /** Steps into the epoch under way, 0 at its start, and its steps: of the lane furthest behind. */
  get epochProgress(): { readonly stepInEpoch: number; readonly stepsPerEpoch: number } {
    const [first] = this.running;
    if (!first) return { stepInEpoch: 0, stepsPerEpoch: 1 };
    const { group } = this.running.reduce((a, b) => (shareDone(b) < shareDone(a) ? b : a), first);
    return { stepInEpoch: group.moment.stepInEpoch, stepsPerEpoch: group.stepsPerEpoch };
  }

  get atEpochEnd(): boolean {
    for (const { group } of this.running) if (group.moment.stepInEpoch !== 0) return false;
    return true;
  }

  groupOf(lane: number): RunningGroup | undefined {
    return this.running.find(({ members }) => members.some((member) => member.lane === lane));
  }

  /**
   * One batch for those groups that are furthest behind (all of them, where epochs have the same number
   * of steps), so that lanes go through an epoch side by side. Returns how many lanes stepped.
   */
  step(): number {
    let behind = Infinity;
    for (const running of this.running) behind = Math.min(behind, shareDone(running));
    let lanes = 0;
    for (const running of this.running) {
      if (shareDone(running) > behind) continue;
      running.group.step();
      lanes += running.members.length;
    }
    return lanes;
  }

  setLane(lane: number, settings: LaneSettings): void {
    const found = this.groupOf(lane);
    const index = found?.members.findIndex((member) => member.lane === lane) ?? -1;
    found?.group.setLane(index, settings);
  }

  /** What every lane goes on from, by lane. */
  async readStarts(): Promise<Map<number, LaneCheckpoint>> {
    const lanes = new Map<number, LaneCheckpoint>();
    for (const { group, members } of this.running) {
      const states = await group.readStates();
      members.forEach(({ lane }, i) => {
        const state = states[i];
        if (state) lanes.set(lane, { state, moment: { ...group.moment } });
      });
    }
    return lanes;
  }

  /**
   * States of the groups that have such a member. They are read before anything is changed, so that a
   * live change in the meantime, or a failed read, finds the run whole.
   */
  async readGroups(concerns: (member: Member) => boolean): Promise<GroupStates> {
    const states = new Map<RunningGroup, LaneState[]>();
    for (const running of this.running)
      if (running.members.some(concerns)) states.set(running, await running.group.readStates());
    return states;
  }

  /** Makes these groups anew, with other states; a lane that gets none (null) trains no more. */
  rebuild(states: GroupStates, put: (lane: number, state: LaneState) => LaneState | null): void {
    this.running = this.running.flatMap((running) => {
      const all = states.get(running);
      if (!all) return [running];
      const left = running.members.flatMap((member, i) => {
        const read = all[i];
        const state = read && put(member.lane, read);
        return state ? [{ member, state }] : [];
      });
      if (left.length > 0) {
        const members = left.map(({ member }) => member);
        const kept = left.map(({ state }) => state);
        return [rebuildGroup(this.surroundings, running, members, kept)];
      }
      running.group.dispose();
      return [];
    });
  }

  dispose(): void {
    for (const { group } of this.running) group.dispose();
    this.running = [];
  }
}
