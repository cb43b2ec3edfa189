/** What is looked at inside the networks, and of which epoch. Nothing here reaches a figure. */
import type { StateCreator } from 'zustand/vanilla';
import type { Playground } from '../playground.ts';
import type { MicroscopeSlice } from './microscope-state.ts';

export const createMicroscopeSlice: StateCreator<Playground, [], [], MicroscopeSlice> = (set) => ({
  panelId: null,
  lookBackEpoch: null,
  sharesExamples: false,
  drawing: [],
  sample: null,
  batchRow: 0,
  showPanel: (panelId) => set({ panelId }),
  lookBack: (lookBackEpoch) => set({ lookBackEpoch }),
  shareExamples: (sharesExamples) => set({ sharesExamples }),
  startStroke: (point) => set(({ drawing }) => ({ drawing: [...drawing, [point]], sample: null })),
  extendStroke: (point) =>
    set(({ drawing }) => ({
      drawing: [...drawing.slice(0, -1), [...(drawing.at(-1) ?? []), point]],
    })),
  clearDrawing: () => set({ drawing: [], sample: null }),
  chooseSample: (sample) => set({ sample, drawing: [] }),
  showBatchRow: (batchRow) => set({ batchRow }),
});
