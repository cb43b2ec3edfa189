/** “Wrong labels” among the panels of the microscope: what it draws comes with the figures. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { NoneWrong } from './none-wrong.tsx';
import { WrongLabels } from './wrong-labels.tsx';

export const wrongLabelsPanel: MicroscopePanel = {
  id: 'wrong-labels',
  label: 'Wrong labels',
  views: [],
  applies: ({ dataset }) => dataset.task === 'classification',
  // If it is chosen without wrong labels, it offers to add some.
  isVacant: ({ experiment }) => experiment.data.wrongLabelShare === 0,
  Shared: NoneWrong,
  Panel: WrongLabels,
};
