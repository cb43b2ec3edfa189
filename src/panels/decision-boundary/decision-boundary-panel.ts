/** “Decision boundary” among the panels of the microscope. */
import { takesOwnPoints } from '../../protocol/check-own-points.ts';
import type { MicroscopePanel } from '../microscope-panel.ts';
import { DecisionBoundary } from './decision-boundary.tsx';
import { PlaneControls } from './plane-controls.tsx';

export const decisionBoundaryPanel: MicroscopePanel = {
  id: 'decision-boundary',
  label: 'Decision boundary',
  views: ['decisionBoundary'],
  applies: ({ dataset }) => takesOwnPoints(dataset) && !dataset.standardizes.features,
  Shared: PlaneControls,
  Panel: DecisionBoundary,
};
