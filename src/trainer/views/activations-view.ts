/** What the hidden units answer on a few hundred validation rows, and which of them are dead there. */
import { activationSlope } from '../../engine/step/activation.ts';
import type { ActivationId } from '../../engine/step/kernels.ts';
import { plainForward } from '../../engine/step/plain-forward.ts';
import { scaledRows } from '../../engine/step/scaled-rows.ts';
import type { ActivationLayer } from '../../protocol/views.ts';
import { fewRows, productsOf } from './few-rows.ts';
import type { ViewMaker } from './view-maker.ts';
import { zeroCentredBins } from './zero-centred-bins.ts';

/** Of the steepest slope: below this hardly any gradient passes. Exactly 0 in ReLU's case. */
const SATURATED = 0.01;

export const activationsView: ViewMaker<'activations'> = {
  needsWeights: true,
  make: ({ plan: { network, data }, state }) => {
    const { activation } = network;
    const rows = fewRows(data.validation.count, productsOf(network.sizes));
    const { hidden } = plainForward(network, state, scaledRows(data.validation, rows));
    return {
      activation,
      rows: rows.length,
      layers: hidden.map((values) => describeLayer(values, rows.length, activation)),
    };
  },
};

/** `values` [row, unit] */
function describeLayer(
  values: Float64Array,
  rows: number,
  activation: ActivationId,
): ActivationLayer {
  const units = values.length / rows;
  const sums = new Float64Array(units);
  const isDead = new Uint8Array(units).fill(1);
  const flat = SATURATED * steepestSlope(activation);
  let [zeros, smallest, largest] = [0, Infinity, -Infinity];
  values.forEach((value, i) => {
    const unit = i % units;
    sums[unit] = (sums[unit] ?? NaN) + value;
    if (activationSlope(activation, value) > flat) isDead[unit] = 0;
    if (value === 0) zeros += 1;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  });
  return {
    means: Float32Array.from(sums, (sum) => sum / rows),
    isDead,
    ...{ zeros, smallest, largest },
    ...zeroCentredBins(values, Math.max(Math.abs(smallest), Math.abs(largest))),
  };
}

function steepestSlope(activation: ActivationId): number {
  return activation === 'sigmoid' ? 0.25 : 1;
}
