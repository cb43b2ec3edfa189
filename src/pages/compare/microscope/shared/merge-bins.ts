/** Histograms of two layers made comparable: one bin width, one range. */
import type { ZeroCentredBins } from '../../../../protocol/views.ts';

/** Bins, and the range of the values in them. */
export interface RangedBins extends ZeroCentredBins {
  readonly smallest: number;
  readonly largest: number;
}

/** What layers that are shown side by side share. */
export interface BinScale {
  readonly binWidth: number;
  /** Bins on each side of 0. */
  readonly binsBelow: number;
  readonly binsAbove: number;
}

/** The widest bins, and as many as the smallest and the largest value need. */
export function commonScale(all: readonly RangedBins[]): BinScale {
  const binWidth = Math.max(...all.map((one) => one.binWidth));
  const most = (values: readonly number[]) => Math.ceil(Math.max(0, ...values) / binWidth);
  const binsBelow = most(all.map(({ smallest }) => -smallest));
  const binsAbove = most(all.map(({ largest }) => largest));
  return { binWidth, binsBelow, binsAbove: binsBelow === 0 ? Math.max(1, binsAbove) : binsAbove };
}

/** [bin] counts on that scale. Widths are powers of two, so bins merge whole. */
export function mergeBins(bins: ZeroCentredBins, scale: BinScale): number[] {
  const merged = Math.round(scale.binWidth / bins.binWidth);
  const middle = bins.counts.length / 2;
  const sums = Array.from({ length: scale.binsBelow + scale.binsAbove }, () => 0);
  // Loops over the given bins: for a layer of tiny weights one bin of the scale spans millions of theirs.
  bins.counts.forEach((count, i) => {
    const bin = Math.floor((i - middle) / merged) + scale.binsBelow;
    if (bin >= 0 && bin < sums.length) sums[bin] = (sums[bin] ?? 0) + count;
  });
  return sums;
}
