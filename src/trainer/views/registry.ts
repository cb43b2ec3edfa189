/** All views, by id. Adding one is its file, its type in protocol/views.ts and a line here. */
import type { ViewId } from '../../protocol/views.ts';
import type { ViewMaker } from './view-maker.ts';
import { confusionView } from './confusion-view.ts';
import { mistakesView } from './mistakes-view.ts';
import { stabilityView } from './stability-view.ts';
import { weightsView } from './weights-view.ts';

export const VIEW_MAKERS: { readonly [Id in ViewId]: ViewMaker<Id> } = {
  weights: weightsView,
  mistakes: mistakesView,
  confusion: confusionView,
  stability: stabilityView,
};
