/** Round steps for axes: 1, 2 or 5 times a power of ten. */

/** The smallest round step with which `span` has at most `maxTicks` ticks, both ends counted. */
export function niceStep(span: number, maxTicks: number): number {
  const smallest = span / Math.max(1, maxTicks - 1);
  const power = 10 ** Math.floor(Math.log10(smallest));
  const factor = [1, 2, 5, 10].find((each) => each * power >= smallest * (1 - 1e-9)) ?? 10;
  // 10 ** -n is not exact; 1 / 10 ** n is rounded once.
  return power < 1 ? factor / Math.round(1 / power) : factor * power;
}

/** Multiples of `step` from `low` to `high`, without the dust of repeated addition. */
export function ticksBetween(low: number, high: number, step: number): readonly number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    roundTo((first + i) * step, step),
  );
}

/** A multiple of a round step as the number it is meant to be: 0.7, not 0.7000000000000001. */
export function roundTo(multiple: number, step: number): number {
  return Number(multiple.toFixed(stepDecimals(step)));
}

/** Decimals that tell the multiples of a round step apart. */
export function stepDecimals(step: number): number {
  return Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

/** Ticks of an axis of epochs: whole numbers from 0. */
export function epochTicks(epochs: number, maxTicks: number): readonly number[] {
  return ticksBetween(0, epochs, Math.max(1, niceStep(Math.max(1, epochs), maxTicks)));
}
