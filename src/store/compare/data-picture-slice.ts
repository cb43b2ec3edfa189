/** How pictures of the data themselves are drawn, and what a click into one does. No figure follows from it. */
import type { StateCreator } from 'zustand/vanilla';
import type { Playground } from '../playground.ts';
import type { DataPictureSlice } from './data-picture-state.ts';

export const createDataPictureSlice: StateCreator<Playground, [], [], DataPictureSlice> = (
  set,
) => ({
  showsValidationPoints: false,
  curveInFront: null,
  pointTool: 'look',
  pointNote: '',
  showValidationPoints: (showsValidationPoints) => set({ showsValidationPoints }),
  putCurveInFront: (curveInFront) => set({ curveInFront }),
  choosePointTool: (pointTool) => set({ pointTool, pointNote: '' }),
  notePoint: (pointNote) => set({ pointNote }),
});
