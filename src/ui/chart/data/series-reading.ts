/**
 * The place on the horizontal axis that is being read, by pointer or keyboard: one for all charts of the page that
 * have this axis, apart from their data, so that reading redraws no line.
 */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let reading: { readonly axis: string; readonly at: number } | null = null;
let resting: number | null = null;

/** On the axis with this id; null: none. */
export function setReading(axis: string, at: number | null) {
  if (at === readingOn(axis)) return;
  reading = at === null ? null : { axis, at };
  tell();
}

function readingOn(axis: string): number | null {
  return reading?.axis === axis ? reading.at : null;
}

/** The epoch that the page looks back at: marked while nothing is being read. */
export function setRestingEpoch(epoch: number | null) {
  if (epoch === resting) return;
  resting = epoch;
  tell();
}

export function useReading(axis: string): number | null {
  return useSyncExternalStore(subscribe, () => readingOn(axis));
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
