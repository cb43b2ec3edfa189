/** “Activations” among the panels of the microscope. */
import { settingsOfArm } from '../../../../experiment/experiment.ts';
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { Activations } from './activations.tsx';

export const activationsPanel: MicroscopePanel = {
  id: 'activations',
  label: 'Activations',
  views: ['activations'],
  applies: ({ experiment }) =>
    experiment.arms.some((arm) => settingsOfArm(experiment, arm).network.hiddenLayers.length > 0),
  Panel: Activations,
};
