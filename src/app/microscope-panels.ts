/** The panels of the microscope, in the order of “Look at”. Adding one is its folder and a line here. */
import { activationsPanel } from '../panels/activations/activations-panel.ts';
import { batchStatisticsPanel } from '../panels/batch-statistics/batch-statistics-panel.ts';
import { confusionPanel } from '../panels/confusion/confusion-panel.ts';
import { drawPanel } from '../panels/draw/draw-panel.ts';
import { dropoutMaskPanel } from '../panels/dropout-mask/dropout-mask-panel.ts';
import { firstLayerPanel } from '../panels/first-layer/first-layer-panel.ts';
import { largestErrorsPanel } from '../panels/largest-errors/largest-errors-panel.ts';
import { gradientsPanel } from '../panels/gradients/gradients-panel.ts';
import type { MicroscopePanel } from '../panels/microscope-panel.ts';
import { mistakesPanel } from '../panels/mistakes/mistakes-panel.ts';
import { redundancyPanel } from '../panels/redundancy/redundancy-panel.ts';
import { stabilityPanel } from '../panels/stability/stability-panel.ts';
import { weightsPanel } from '../panels/weights/weights-panel.ts';
import { wrongLabelsPanel } from '../panels/wrong-labels/wrong-labels-panel.ts';

export const MICROSCOPE_PANELS: readonly MicroscopePanel[] = [
  wrongLabelsPanel,
  mistakesPanel,
  largestErrorsPanel,
  drawPanel,
  confusionPanel,
  weightsPanel,
  firstLayerPanel,
  activationsPanel,
  gradientsPanel,
  dropoutMaskPanel,
  batchStatisticsPanel,
  redundancyPanel,
  stabilityPanel,
];
