/**
 * A plan is what a page wants to know, as trainings: an experiment in, lanes out; results in, a summary out.
 * Pure. A partial map of results is fine: pages show what is there.
 */
import type { LaneResult, LaneWishes } from '../figures/lane-result.ts';
import type { LaneSpec } from '../experiment/lane-spec.ts';

export interface PlannedTraining<Key> {
  readonly key: Key;
  readonly spec: LaneSpec;
}

export interface Plan<Key, Summary> {
  readonly lanes: () => readonly PlannedTraining<Key>[];
  readonly wishes: LaneWishes;
  readonly summarise: (done: ReadonlyMap<Key, LaneResult>) => Summary;
}
