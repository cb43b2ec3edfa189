/** All views, by id. Adding one is its file, its type in protocol/views.ts and a line here. */
import type { ViewId } from '../../protocol/views.ts';
import type { ViewMaker } from './view-maker.ts';
import { activationsView } from './activations-view.ts';
import { batchStatisticsView } from './batch-statistics-view.ts';
import { confusionView } from './confusion-view.ts';
import { decisionBoundaryView } from './decision-boundary-view.ts';
import { dropoutMaskView } from './dropout-mask-view.ts';
import { firstLayerView } from './first-layer-view.ts';
import { fittedCurveView } from './fitted-curve-view.ts';
import { gradientsView } from './gradients-view.ts';
import { largestErrorsView } from './largest-errors-view.ts';
import { mistakesView } from './mistakes-view.ts';
import { redundancyView } from './redundancy-view.ts';
import { stabilityView } from './stability-view.ts';
import { weightsView } from './weights-view.ts';

export const VIEW_MAKERS: { readonly [Id in ViewId]: ViewMaker<Id> } = {
  weights: weightsView,
  mistakes: mistakesView,
  largestErrors: largestErrorsView,
  confusion: confusionView,
  stability: stabilityView,
  decisionBoundary: decisionBoundaryView,
  fittedCurve: fittedCurveView,
  firstLayer: firstLayerView,
  activations: activationsView,
  dropoutMask: dropoutMaskView,
  batchStatistics: batchStatisticsView,
  gradients: gradientsView,
  redundancy: redundancyView,
};
