/** Which charts are on show and how they are looked at. Nothing here reaches a figure. */
import type { StateCreator } from 'zustand/vanilla';
import type { Playground } from '../playground.ts';
import type { ChartSlice, OwnChartView } from './chart-state.ts';

const FIRST_VIEW: OwnChartView = { scale: 'linear', smoothing: 0, showsTrueLabels: false };

export const createChartSlice: StateCreator<Playground, [], [], ChartSlice> = (set) => ({
  chartViews: { accuracy: FIRST_VIEW, loss: FIRST_VIEW, gap: FIRST_VIEW, penalty: FIRST_VIEW },
  sharedChartView: { unit: 'epochs', from: 0, to: null, showsSeeds: false },
  chosenChart: null,
  gapOf: 'loss',
  changeChartView: (chart, { unit, from, to, showsSeeds, ...own }) =>
    set(({ chartViews, sharedChartView }) => ({
      chartViews: { ...chartViews, [chart]: { ...chartViews[chart], ...own } },
      sharedChartView: {
        unit: unit ?? sharedChartView.unit,
        from: from ?? sharedChartView.from,
        to: to === undefined ? sharedChartView.to : to,
        showsSeeds: showsSeeds ?? sharedChartView.showsSeeds,
      },
    })),
  showChart: (chosenChart) => set({ chosenChart }),
  showGapOf: (gapOf) => set({ gapOf }),
});
