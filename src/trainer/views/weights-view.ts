/** How large the weights of each layer are: their histogram, exact zeros and norm. */
import type { LayerState } from '../../engine/lanes/lane-state.ts';
import { SMALL_WEIGHT } from '../../protocol/views.ts';
import type { WeightLayer } from '../../protocol/views.ts';
import type { ViewMaker } from './view-maker.ts';
import { zeroCentredBins } from './zero-centred-bins.ts';

export const weightsView: ViewMaker<'weights'> = {
  needsWeights: true,
  tellsTheEnd: true,
  make: ({ state }) => ({ layers: state.map(describeLayer) }),
};

function describeLayer({ weights: { value }, bias }: LayerState): WeightLayer {
  let [squares, sizes, zeros, small, largest] = [0, 0, 0, 0, 0];
  for (const weight of value) {
    const size = Math.abs(weight);
    squares += weight * weight;
    sizes += size;
    if (size === 0) zeros += 1;
    if (size < SMALL_WEIGHT) small += 1;
    if (size > largest) largest = size;
  }
  const units = bias.value.length;
  return {
    inputs: value.length / units,
    units,
    norm: Math.sqrt(squares),
    zeros,
    small,
    meanSize: sizes / value.length,
    largest,
    ...zeroCentredBins(value, largest),
  };
}
