/**
 * How large the gradient of the data loss is in each layer, on a few training rows with the labels that they
 * were given.
 */
import { STREAM, permutation } from '../../base/random.ts';
import type { FloatArray } from '../../engine/step/kernels.ts';
import { laneKey } from '../../engine/lanes/lane-key.ts';
import type { GradientLayer } from '../../protocol/views.ts';
import { lossGradient } from '../loss-gradient.ts';
import { fewRows, productsOf } from './few-rows.ts';
import type { ViewMaker } from './view-maker.ts';

/** More would say it no better, and take time from pictures of more epochs. */
const MOST_ROWS = 200;
/** Forward, back to the weights, and back to what comes before them. */
const PASSES = 3;

export const gradientsView: ViewMaker<'gradients'> = {
  needsWeights: true,
  make: ({ plan: { network, data, identity }, state }) => {
    const { training } = data;
    const available = Math.min(training.count, MOST_ROWS);
    const { length } = fewRows(available, PASSES * productsOf(network.sizes));
    // The first of those that training figures are measured on.
    const key = laneKey(identity, STREAM.evaluationSample);
    const rows = permutation(training.count, key).slice(0, length);
    const gradient = lossGradient(network, state, training, rows);
    return { rows: length, layers: gradient.map(describeLayer) };
  },
};

function describeLayer(gradient: FloatArray): GradientLayer {
  let squares = 0;
  for (const one of gradient) squares += one * one;
  return { weights: gradient.length, norm: Math.sqrt(squares) };
}
