/**
 * The place on the horizontal axis that is being read, by pointer or keyboard: one for all charts of the
 * page, apart from their data, so that reading redraws no line.
 */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let reading: number | null = null;
let resting: number | null = null;

/** In the unit of the axis, which all charts share; null: none. */
export function setReading(at: number | null) {
  if (at === reading) return;
  reading = at;
  tell();
}

/** The epoch that the page looks back at: marked while nothing is being read. */
export function setRestingEpoch(epoch: number | null) {
  if (epoch === resting) return;
  resting = epoch;
  tell();
}

export function useReading(): number | null {
  return useSyncExternalStore(subscribe, () => reading);
}

export function useRestingEpoch(): number | null {
  return useSyncExternalStore(subscribe, () => resting);
}

function tell() {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
