/** “First layer” among the panels of the microscope. */
import type { MicroscopePanel } from '../shared/microscope-panel.ts';
import { FirstLayer } from './first-layer.tsx';

/** A curve or the plane has too few features to compare. */
const FEWEST_FEATURES = 3;

export const firstLayerPanel: MicroscopePanel = {
  id: 'first-layer',
  label: 'First layer',
  views: ['firstLayer'],
  applies: ({ dataset }) => dataset.featureCount >= FEWEST_FEATURES,
  Panel: FirstLayer,
};
