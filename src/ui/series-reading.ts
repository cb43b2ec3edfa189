/**
 * The place on the horizontal axis that is being read, by pointer or keyboard: one for all charts of the
 * page, apart from their data, so that reading redraws no line.
 */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let reading: number | null = null;

/** In the unit of the axis, which all charts share; null: none. */
export function setReading(at: number | null) {
  if (at === reading) return;
  reading = at;
  for (const listener of listeners) listener();
}

export function useReading(): number | null {
  return useSyncExternalStore(subscribe, () => reading);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
