/** “Weights” among the panels of the microscope. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { Weights } from './weights.tsx';

export const weightsPanel: MicroscopePanel = {
  id: 'weights',
  label: 'Weights',
  views: ['weights'],
  applies: () => true,
  Panel: Weights,
};
