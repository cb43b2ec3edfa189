/** The key of one kind of a lane's random draws: the same for every arm of a replicate and fold. */
import { makeKey } from '../../base/random.ts';
import type { LaneIdentity } from '../step/initial-state.ts';

export function laneKey({ seed, replicate, fold }: LaneIdentity, stream: number): number {
  return makeKey(seed, stream, replicate, fold);
}
