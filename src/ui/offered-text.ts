/** The last file that was handed over where the browser may have dropped it, until it is dismissed. */
export interface OfferedText {
  readonly name: string;
  /** Null: it is no text, and cannot be copied. */
  readonly text: string | null;
}

let offered: OfferedText | null = null;
const listeners = new Set<() => void>();

export function offerText(file: OfferedText | null): void {
  offered = file;
  for (const listener of listeners) listener();
}

/** For React's useSyncExternalStore. */
export const offeredText = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  now: () => offered,
};
