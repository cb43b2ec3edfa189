/**
 * What the engine trains: a lane is one arm x one replicate x one fold. Which lanes share a program
 * depends on each lane's own plan only, never on how many there are.
 */
import type { StopRule } from './early-stopping.ts';
import type { Examples } from '../batches/examples.ts';
import type { LaneIdentity } from '../step/initial-state.ts';
import type { InitializationId } from '../step/initial-weights.ts';
import type { LaneSettings } from './lane-group.ts';
import type { NetworkPlan } from '../step/network.ts';
import type { WeightSums } from '../step/regularizer.ts';

/** Training rows with what is known of their labels, and validation rows. */
export interface RunData {
  readonly training: Examples;
  /** [row]: true labels of the training rows. */
  readonly trueTargets: Float32Array;
  /** Training rows whose label is wrong, ascending. */
  readonly wrongRows: Int32Array;
  readonly validation: Examples;
}

export interface LanePlan {
  readonly network: NetworkPlan;
  readonly batchSize: number;
  readonly initialization: InitializationId;
  readonly identity: LaneIdentity;
  readonly data: RunData;
  readonly settings: LaneSettings;
  /** What its regularizers add to the data loss. */
  readonly penalty: (sums: WeightSums) => number;
  /** When it stops by itself; null: only at the end. */
  readonly stop: StopRule | null;
}

/**
 * Lanes alike in network, batch size and data, in their order, at most `lanesPerProgram` together, which
 * is asked for the sizes of a network.
 */
export function groupLanes<Member extends { readonly plan: LanePlan }>(
  members: readonly Member[],
  lanesPerProgram: (sizes: readonly number[]) => number,
): Member[][] {
  const groups: Member[][] = [];
  for (const member of members) {
    const most = lanesPerProgram(member.plan.network.sizes);
    const place = groups.find(
      (group) => group.length < most && group[0] !== undefined && alike(group[0].plan, member.plan),
    );
    if (place) place.push(member);
    else groups.push([member]);
  }
  return groups;
}

function alike(a: LanePlan, b: LanePlan): boolean {
  return (
    a.data === b.data &&
    a.batchSize === b.batchSize &&
    JSON.stringify(a.network) === JSON.stringify(b.network) &&
    JSON.stringify(a.identity) === JSON.stringify(b.identity)
  );
}
