/** “Mistakes” among the panels of the microscope, where values are predicted. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { LargestErrors } from './largest-errors.tsx';

export const largestErrorsPanel: MicroscopePanel = {
  id: 'largest-errors',
  label: 'Mistakes',
  views: ['largestErrors'],
  applies: ({ dataset }) => dataset.task === 'regression',
  Panel: LargestErrors,
};
