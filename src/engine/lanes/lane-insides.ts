/** Looks into lanes, off the device: for pictures of them, and for answers to questions. */
import type { LaneStatistics } from '../step/batch-statistics.ts';
import type { LaneSettings } from './lane-group.ts';
import type { LaneState } from './lane-state.ts';
import type { LiveSettings } from '../step/live-settings.ts';
import type { RunningLanes } from './running-lanes.ts';

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

/** What these lanes answer with and their settings of now, of those that train and those that have stopped. */
export async function lookInside(
  lanes: ReadonlySet<number>,
  running: RunningLanes,
  stopped: ReadonlyMap<number, LaneState>,
  live: LiveSettings,
): Promise<Map<number, LaneInsides>> {
  const found = new Map<number, LaneInsides>();
  const add = (
    lane: number,
    moment: Pick<LaneInsides, 'step' | 'batchStatistics'>,
    state: LaneState | undefined,
  ) => {
    const settings = live.settings[lane];
    const stepSettings = live.ofStep(lane, moment.step);
    if (!state || !settings || !stepSettings || !lanes.has(lane)) return;
    found.set(lane, { state, settings, stepSettings, ...moment });
  };
  for (const { group, members } of running.groups) {
    if (!members.some(({ lane }) => lanes.has(lane))) continue;
    const states = await group.readStates('answering');
    const statistics = await group.readBatchStatistics();
    const { step } = group.moment;
    members.forEach(({ lane }, i) => {
      add(lane, { step, batchStatistics: statistics[i] ?? [] }, states[i]);
    });
  }
  for (const [lane, state] of stopped) add(lane, { step: NaN, batchStatistics: [] }, state);
  return found;
}
