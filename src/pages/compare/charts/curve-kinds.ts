/** The charts of curves that there are. */
import type { ChartId } from '../../../store/compare/chart-state.ts';
import { accuracyChart } from './accuracy-chart.ts';
import type { CurveKind } from './curve-kind.ts';
import { gapChart } from './gap-chart.ts';
import { lossChart } from './loss-chart.ts';
import { penaltyChart } from './penalty-chart.ts';

export const CURVE_KINDS: Readonly<Record<ChartId, CurveKind>> = {
  accuracy: accuracyChart,
  loss: lossChart,
  gap: gapChart,
  penalty: penaltyChart,
};
