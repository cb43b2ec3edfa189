/** “Confusion” among the panels of the microscope. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { Confusion } from './confusion.tsx';

export const confusionPanel: MicroscopePanel = {
  id: 'confusion',
  label: 'Confusion',
  views: ['confusion'],
  applies: ({ dataset }) => dataset.task === 'classification',
  Panel: Confusion,
};
