/** Features that reach a network at all: some weight of theirs is not exactly 0. */
import type { FinalNetwork } from './effects.ts';

export function keptFeatures(network: FinalNetwork | null | undefined): number[] {
  const layer = network?.state[0];
  if (!layer) return [];
  const { value } = layer.weights;
  const units = layer.bias.value.length;
  return Array.from({ length: value.length / units }, (_, feature) => feature).filter((feature) =>
    value.slice(feature * units, (feature + 1) * units).some((weight) => weight !== 0),
  );
}
