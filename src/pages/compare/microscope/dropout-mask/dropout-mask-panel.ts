/** “Dropout mask” among the panels of the microscope. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { BatchRowChoice } from './batch-row-choice.tsx';
import { DropoutMask } from './dropout-mask.tsx';

export const dropoutMaskPanel: MicroscopePanel = {
  id: 'dropout-mask',
  label: 'Dropout mask',
  views: ['dropoutMask'],
  applies: ({ experiment }) => experiment.arms.some(({ regularizers }) => regularizers.dropout),
  Shared: BatchRowChoice,
  Panel: DropoutMask,
};
