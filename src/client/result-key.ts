/** What was trained and what was wanted of it, as a text: equal keys have equal results on one backend. */
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { LaneWishes } from '../figures/lane-result.ts';

export function resultKey(spec: LaneSpec, wishes: LaneWishes): string {
  return JSON.stringify(inOrder([spec, wishes]));
}

/** The same whatever the order in which settings were set. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]),
  );
}
