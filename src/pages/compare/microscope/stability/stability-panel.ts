/** “Stability” among the panels of the microscope. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { Stability } from './stability.tsx';

export const stabilityPanel: MicroscopePanel = {
  id: 'stability',
  label: 'Stability',
  views: ['stability'],
  applies: ({ dataset }) => dataset.task === 'classification',
  Panel: Stability,
};
