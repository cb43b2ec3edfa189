/** Measures lanes on whole sets that are not kept on the device: all training rows, the opened test. */
import type { Examples } from '../batches/examples.ts';
import { sharesOf } from './measured-share.ts';
import type { OnShare } from './measured-share.ts';
import type { ComputeBackend } from '../step/kernels.ts';
import { LaneGroup } from '../lanes/lane-group.ts';
import type { LaneState } from '../lanes/lane-state.ts';
import type { LanePlan } from '../lanes/lanes.ts';
import { measureSet } from './measuring.ts';
import type { SetFigures } from './measuring.ts';
import { groupPlan } from '../lanes/running-group.ts';
import type { RunningLanes } from '../lanes/running-lanes.ts';

interface Parts {
  readonly backend: ComputeBackend;
  readonly running: RunningLanes;
  readonly plans: readonly LanePlan[];
  /** What lanes that train no more answer with. */
  readonly stopped: ReadonlyMap<number, LaneState>;
}

/** By lane. `examplesOf` gives the rows of a lane, the same ones for lanes with the same data. */
export async function measureSets(
  { backend, running, plans, stopped }: Parts,
  examplesOf: (lane: number) => Examples,
  onShare: OnShare,
): Promise<Map<number, SetFigures>> {
  const results = new Map<number, SetFigures>();
  const trained = running.groups.flatMap(({ members }) => members.map(({ lane }) => lane));
  const total = [...trained, ...stopped.keys()].reduce(
    (sum, lane) => sum + examplesOf(lane).count,
    0,
  );
  const onRows = sharesOf(total, onShare);
  const measure = async (group: LaneGroup, lanes: readonly number[]) => {
    const [first] = lanes;
    if (first === undefined) return;
    const rows = await measureSet(backend, group, examplesOf(first), onRows);
    lanes.forEach((lane, i) => {
      const row = rows[i];
      if (row) results.set(lane, row);
    });
  };
  for (const { group, members } of running.groups)
    await measure(
      group,
      members.map(({ lane }) => lane),
    );
  for (const [lane, state] of stopped) {
    const plan = plans[lane];
    if (!plan) continue;
    const group = new LaneGroup(backend, groupPlan(plan), [state]);
    try {
      await measure(group, [lane]);
    } finally {
      group.dispose();
    }
  }
  return results;
}
