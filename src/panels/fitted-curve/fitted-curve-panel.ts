/** “Fitted curve” among the panels of the microscope. */
import type { MicroscopePanel } from '../microscope-panel.ts';
import { CurveControls } from './curve-controls.tsx';
import { FittedCurve } from './fitted-curve.tsx';

export const fittedCurvePanel: MicroscopePanel = {
  id: 'fitted-curve',
  label: 'Fitted curve',
  views: ['fittedCurve'],
  applies: ({ dataset: { curve, featureCount, standardizes } }) =>
    curve !== undefined && featureCount === 1 && !standardizes.features && !standardizes.target,
  Shared: CurveControls,
  Panel: FittedCurve,
};
