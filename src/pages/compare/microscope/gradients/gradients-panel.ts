/** “Gradients” among the panels of the microscope. */
import { settingsOfArm } from '../../../../experiment/experiment.ts';
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { GradientKey } from './gradient-key.tsx';
import { Gradients } from './gradients.tsx';

export const gradientsPanel: MicroscopePanel = {
  id: 'gradients',
  label: 'Gradients',
  views: ['gradients'],
  // Through a single layer a gradient cannot vanish.
  applies: ({ experiment }) =>
    experiment.arms.some((arm) => settingsOfArm(experiment, arm).network.hiddenLayers.length > 0),
  Shared: GradientKey,
  Panel: Gradients,
};
