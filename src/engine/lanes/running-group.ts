/** Lanes of a run that train together: which they are, how far, and how they are made anew. */
import type { LaneCheckpoint } from './checkpoint.ts';
import type { ComputeBackend } from '../step/kernels.ts';
import { LaneGroup } from './lane-group.ts';
import type { GroupPlan, LaneSettings } from './lane-group.ts';
import type { LaneState } from './lane-state.ts';
import type { LanePlan } from './lanes.ts';

export interface Member {
  /** Index of the lane in the run. */
  readonly lane: number;
  readonly plan: LanePlan;
}

export interface RunningGroup {
  readonly group: LaneGroup;
  readonly members: readonly Member[];
}

/** What groups are made on, and the settings of each lane as they are now. */
export interface GroupSurroundings {
  readonly backend: ComputeBackend;
  readonly settings: readonly LaneSettings[];
}

/** All members start at the same place. */
export function startGroup(
  surroundings: GroupSurroundings,
  members: readonly (Member & { readonly start: LaneCheckpoint })[],
): RunningGroup {
  const first = members[0];
  if (!first) throw new Error('A group needs a lane.');
  const states = members.map(({ start }) => start.state);
  const { backend } = surroundings;
  const group = new LaneGroup(backend, groupPlan(first.plan), states, first.start.moment);
  const known = members.map(({ lane, plan }) => ({ lane, plan }));
  return withSettings(surroundings, { group, members: known });
}

/** The same group with other lanes or other weights, at the same place; the old one is freed. */
export function rebuildGroup(
  surroundings: GroupSurroundings,
  { group }: RunningGroup,
  members: readonly Member[],
  states: readonly (LaneState | undefined)[],
): RunningGroup {
  const known = states.filter((state) => state !== undefined);
  const next = new LaneGroup(surroundings.backend, group.plan, known, group.moment);
  group.dispose();
  return withSettings(surroundings, { group: next, members });
}

function withSettings({ settings }: GroupSurroundings, running: RunningGroup): RunningGroup {
  running.members.forEach(({ lane }, i) => {
    const own = settings[lane];
    if (own) running.group.setLane(i, own);
  });
  return running;
}

export function groupPlan({ network, batchSize, identity, data }: LanePlan): GroupPlan {
  return { network, batchSize, identity, training: data.training };
}

/** Epochs done, the part of the one under way included. */
export function shareDone({ group }: RunningGroup): number {
  const { epoch, stepInEpoch } = group.moment;
  return epoch + stepInEpoch / group.stepsPerEpoch;
}
