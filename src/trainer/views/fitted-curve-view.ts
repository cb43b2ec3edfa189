/**
 * What a network of one feature answers along the data's range. The generated curves are not standardised:
 * the curve is in the data's own units.
 */
import { CURVE_RANGE } from '../../datasets/kinds/curve-dataset.ts';
import { plainForward } from '../../engine/step/plain-forward.ts';
import type { ViewMaker } from './view-maker.ts';

const PLACES = 401;

export const fittedCurveView: ViewMaker<'fittedCurve'> = {
  needsWeights: true,
  make: ({ plan: { network }, state }) => {
    // A run on other data may be watched for as long as the page has not heard of it.
    if (network.sizes[0] !== 1 || network.task !== 'regression')
      return { values: new Float32Array() };
    const { from, to } = CURVE_RANGE;
    const step = (to - from) / (PLACES - 1);
    const places = Float64Array.from({ length: PLACES }, (_, i) => from + i * step);
    return { values: Float32Array.from(plainForward(network, state, places).outputs) };
  },
};
