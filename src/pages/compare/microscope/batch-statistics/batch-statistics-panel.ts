/** “Batch statistics” among the panels of the microscope. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { BatchStatistics } from './batch-statistics.tsx';

export const batchStatisticsPanel: MicroscopePanel = {
  id: 'batch-statistics',
  label: 'Batch statistics',
  views: ['batchStatistics'],
  applies: ({ experiment }) => experiment.arms.some(({ regularizers }) => regularizers.batchNorm),
  Panel: BatchStatistics,
};
