/** “Mistakes” among the panels of the microscope. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { Mistakes } from './mistakes.tsx';
import { SharingSwitch } from './sharing-switch.tsx';

export const mistakesPanel: MicroscopePanel = {
  id: 'mistakes',
  label: 'Mistakes',
  views: ['mistakes'],
  applies: ({ dataset }) => dataset.task === 'classification',
  Shared: SharingSwitch,
  Panel: Mistakes,
};
