/**
 * What of the site is kept in this browser for times without a network: the page's own files, by a service worker
 * that tells this store how it goes, and all data, when somebody asks for them.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { KeptAmount } from '../../datasets/stored/kept-files.ts';

export interface OfflineState {
  /**
   * The page's own files: on their way, kept, not arrived this time, or such as this browser does not keep (a frame,
   * a private window, plain http).
   */
  readonly site: 'loading' | 'kept' | 'failed' | 'impossible';
  /** A newer version of the page is kept beside the one that runs. */
  readonly hasUpdate: boolean;
  /** Null: not measured yet. */
  readonly data: KeptAmount | null;
  readonly isKeepingData: boolean;
  /** Why data are not kept; null: nothing is wrong. */
  readonly problem: string | null;

  readonly measureData: () => Promise<void>;
  /** Keeps all data; what came stays when it is cancelled or fails. */
  readonly keepData: () => Promise<void>;
  readonly cancelKeeping: () => void;
  /** Loads the page anew, in its newer version. */
  readonly update: () => void;
  readonly dismissUpdate: () => void;
}

export type OfflineStore = StoreApi<OfflineState>;

export interface OfflineSurroundings {
  readonly measure: () => Promise<KeptAmount>;
  readonly keep: (
    signal: AbortSignal,
    onProgress: (loadedBytes: number, totalBytes: number) => void,
  ) => Promise<void>;
  /** Asks the browser not to clear what is kept here. */
  readonly askToPersist: () => Promise<void>;
  readonly update: () => void;
}

export function createOfflineStore({
  measure,
  keep,
  askToPersist,
  update,
}: OfflineSurroundings): OfflineStore {
  let keeping: AbortController | null = null;
  return createStore<OfflineState>()((set, get) => ({
    ...{ site: 'impossible', hasUpdate: false, data: null, isKeepingData: false, problem: null },

    measureData: async () => {
      const data = await measure();
      if (!get().isKeepingData) set({ data });
    },
    keepData: async () => {
      if (get().isKeepingData) return;
      const stop = new AbortController();
      keeping = stop;
      set({ isKeepingData: true, problem: null });
      try {
        await askToPersist().catch(() => undefined); // it keeps them all the same
        await keep(stop.signal, (keptBytes, totalBytes) =>
          set({ data: { keptBytes, totalBytes } }),
        );
      } catch (error) {
        if (!stop.signal.aborted)
          set({ problem: error instanceof Error ? error.message : String(error) });
      }
      set({ isKeepingData: false });
      await get().measureData();
    },
    cancelKeeping: () => keeping?.abort(),
    update,
    dismissUpdate: () => set({ hasUpdate: false }),
  }));
}
