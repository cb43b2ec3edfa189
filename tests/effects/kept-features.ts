/** Features that reach a network at all: some weight of theirs is not exactly 0. Its weights must be wanted. */
import type { LaneResult } from '../../src/figures/lane-result.ts';

/** `features`: how many there are. */
export function keptFeatures(result: LaneResult | undefined, features: number): number[] {
  const weights = result?.weights?.[0] ?? new Float32Array();
  const units = weights.length / features;
  return Array.from({ length: features }, (_, feature) => feature).filter((feature) =>
    weights.slice(feature * units, (feature + 1) * units).some((weight) => weight !== 0),
  );
}
