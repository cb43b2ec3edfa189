/** What is looked at inside the networks, and of which epoch. Nothing here reaches a figure. */
import type { StateCreator } from 'zustand/vanilla';
import type { Playground } from './playground-store.ts';

export interface MicroscopeSlice {
  /** The panel that all arms show, if the run has it; null: the first that it has. */
  readonly panelId: string | null;
  /** The epoch on show, however far the run is by now; null: the latest. */
  readonly lookBackEpoch: number | null;
  readonly showPanel: (panelId: string) => void;
  readonly lookBack: (epoch: number | null) => void;
}

export const createMicroscopeSlice: StateCreator<Playground, [], [], MicroscopeSlice> = (set) => ({
  panelId: null,
  lookBackEpoch: null,
  showPanel: (panelId) => set({ panelId }),
  lookBack: (lookBackEpoch) => set({ lookBackEpoch }),
});
