/** The panels of the microscope, in the order of “Look at”. Adding one is its folder and a line here. */
import { activationsPanel } from './activations/activations-panel.ts';
import { batchStatisticsPanel } from './batch-statistics/batch-statistics-panel.ts';
import { confusionPanel } from './confusion/confusion-panel.ts';
import { drawPanel } from './draw/draw-panel.ts';
import { dropoutMaskPanel } from './dropout-mask/dropout-mask-panel.ts';
import { firstLayerPanel } from './first-layer/first-layer-panel.ts';
import { largestErrorsPanel } from './largest-errors/largest-errors-panel.ts';
import { gradientsPanel } from './gradients/gradients-panel.ts';
import type { MicroscopePanel } from './shared/microscope-panel.ts';
import { mistakesPanel } from './mistakes/mistakes-panel.ts';
import { redundancyPanel } from './redundancy/redundancy-panel.ts';
import { stabilityPanel } from './stability/stability-panel.ts';
import { weightsPanel } from './weights/weights-panel.ts';
import { wrongLabelsPanel } from './wrong-labels/wrong-labels-panel.ts';

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
