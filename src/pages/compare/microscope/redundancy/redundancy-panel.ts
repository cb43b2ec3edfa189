/** “Redundancy” among the panels of the microscope. */
import { settingsOfArm } from '../../../../experiment/experiment.ts';
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { Redundancy } from './redundancy.tsx';

export const redundancyPanel: MicroscopePanel = {
  id: 'redundancy',
  label: 'Redundancy',
  views: ['redundancy'],
  applies: ({ dataset, experiment }) =>
    dataset.task === 'classification' &&
    experiment.arms.some((arm) => settingsOfArm(experiment, arm).network.hiddenLayers.length > 0),
  Panel: Redundancy,
};
