/**
 * The epoch being read, by pointer or keyboard: one for all charts of the page, apart from their data,
 * so that reading redraws no line.
 */
import { createContext, use, useSyncExternalStore } from 'react';

export interface ReadingEpoch {
  readonly get: () => number | null;
  readonly set: (epoch: number | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createReadingEpoch(): ReadingEpoch {
  const listeners = new Set<() => void>();
  let reading: number | null = null;
  return {
    get: () => reading,
    set(epoch) {
      if (epoch === reading) return;
      reading = epoch;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Without a provider all charts share this one. */
export const ReadingEpochContext = createContext<ReadingEpoch>(createReadingEpoch());

/** The epoch read now, null if none, and how to change it. */
export function useReadingEpoch(): readonly [number | null, (epoch: number | null) => void] {
  const reading = use(ReadingEpochContext);
  return [useSyncExternalStore(reading.subscribe, reading.get), reading.set];
}
