/**
 * The epoch being read, by pointer or keyboard: one for all charts of the page, apart from their data,
 * so that reading redraws no line.
 */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let reading: number | null = null;

/** Null: none. */
export function setReadingEpoch(epoch: number | null) {
  if (epoch === reading) return;
  reading = epoch;
  for (const listener of listeners) listener();
}

export function useReadingEpoch(): number | null {
  return useSyncExternalStore(subscribe, () => reading);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
