/** How large the weights of each layer are: their histogram, exact zeros and norm. */
import type { FloatArray } from '../../engine/kernels.ts';
import type { LayerState } from '../../engine/lane-state.ts';
import type { WeightLayer } from '../../protocol/views.ts';
import type { ViewMaker } from './view-maker.ts';

const BINS_A_SIDE = 48;
/** 2⁻³⁰ */
const NARROWEST_BIN = 1 / (1 << 30);

export const weightsView: ViewMaker<'weights'> = {
  needsWeights: true,
  make: ({ state }) => ({ layers: state.map(describeLayer) }),
};

function describeLayer({ weights: { value }, bias }: LayerState): WeightLayer {
  let [squares, sizes, zeros, largest] = [0, 0, 0, 0];
  for (const weight of value) {
    const size = Math.abs(weight);
    squares += weight * weight;
    sizes += size;
    if (size === 0) zeros += 1;
    if (size > largest) largest = size;
  }
  const units = bias.value.length;
  const binWidth = widthFor(largest);
  return {
    inputs: value.length / units,
    units,
    norm: Math.sqrt(squares),
    zeros,
    meanSize: sizes / value.length,
    largest,
    binWidth,
    counts: countBins(value, binWidth),
  };
}

/** The smallest power of two that leaves no weight beyond the last bin. */
function widthFor(largest: number): number {
  let width = NARROWEST_BIN;
  while (width * BINS_A_SIDE < largest) width *= 2;
  return width;
}

function countBins(weights: FloatArray, binWidth: number): Uint32Array {
  const counts = new Uint32Array(2 * BINS_A_SIDE);
  for (const weight of weights) {
    if (weight === 0) continue;
    const bin = BINS_A_SIDE + Math.floor(weight / binWidth);
    // The largest may lie on the very edge.
    const last = Math.min(bin, counts.length - 1);
    counts[last] = (counts[last] ?? 0) + 1;
  }
  return counts;
}
