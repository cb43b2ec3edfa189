/** A histogram around 0 whose bins can be merged with those of another: their widths are powers of two. */
import type { FloatArray } from '../../engine/step/kernels.ts';
import type { ZeroCentredBins } from '../../protocol/views.ts';

const BINS_A_SIDE = 48;
/** 2⁻³⁰ */
const NARROWEST_BIN = 1 / (1 << 30);

/** `largest`: the largest |value|. */
export function zeroCentredBins(values: FloatArray, largest: number): ZeroCentredBins {
  const binWidth = widthFor(largest);
  return { binWidth, counts: countBins(values, binWidth) };
}

/** The smallest power of two that leaves no value beyond the last bin. */
function widthFor(largest: number): number {
  let width = NARROWEST_BIN;
  while (width * BINS_A_SIDE < largest) width *= 2;
  return width;
}

function countBins(values: FloatArray, binWidth: number): Uint32Array {
  const counts = new Uint32Array(2 * BINS_A_SIDE);
  for (const value of values) {
    if (value === 0) continue;
    const bin = BINS_A_SIDE + Math.floor(value / binWidth);
    // The largest may lie on the very edge.
    const last = Math.min(bin, counts.length - 1);
    counts[last] = (counts[last] ?? 0) + 1;
  }
  return counts;
}
