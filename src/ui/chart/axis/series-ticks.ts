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

/**
 * Ticks of a log axis from `low` to `high`: 1, 2, … 9 times the powers of ten where they fit, else 1, 2 and
 * 5 times, else fewer of them, else each nth power.
 */
export function logTicks(low: number, high: number, maxTicks: number): readonly number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const decades = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const ticksOf = (mantissas: readonly number[], every = 1) =>
    decades
      .filter((decade) => decade % every === 0)
      .flatMap((decade) => mantissas.map((mantissa) => Number(`${mantissa}e${decade}`)))
      .filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
  const choices = [
    ticksOf([1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ...[ticksOf([1, 2, 5]), ticksOf([1, 3]), ticksOf([1]), ticksOf([1], 2)],
  ];
  return choices.find((ticks) => ticks.length <= maxTicks) ?? ticksOf([1], 3);
}

/** A multiple of a round step as the number it is meant to be: 0.7, not 0.7000000000000001. */
export function roundTo(multiple: number, step: number): number {
  return Number(multiple.toFixed(stepDecimals(step)));
}

/** Decimals that tell the multiples of a round step apart. */
export function stepDecimals(step: number): number {
  return Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

/**
 * Ticks of an axis of epochs or steps: whole numbers. Also by 25 (times a power of ten) where that reaches the
 * end, which a step of 20 would leave without its number.
 */
export function wholeTicks(from: number, to: number, maxTicks: number): readonly number[] {
  const span = Math.max(1, to - from);
  const step = Math.max(1, niceStep(span, maxTicks));
  const smallest = span / Math.max(1, maxTicks - 1);
  const quarter = 25 * 10 ** Math.max(0, Math.ceil(Math.log10(smallest / 25) - 1e-9));
  const reaches = (each: number) => from % each === 0 && to % each === 0;
  const byQuarter = reaches(quarter) && (quarter < step || !reaches(step));
  return ticksBetween(from, to, byQuarter ? quarter : step);
}

interface TickText {
  readonly at: number;
  /** What its text takes. */
  readonly room: number;
}

/** The ticks whose texts have room beside each other; the first and the last take precedence. */
export function fittingTicks(ticks: readonly TickText[]): readonly number[] {
  const last = ticks.length - 1;
  const isClear = (a: number, b: number) => {
    const [one, other] = [ticks[a], ticks[b]];
    return !one || !other || Math.abs(one.at - other.at) >= (one.room + other.room) / 2;
  };
  const shown: number[] = [];
  for (const index of ticks.keys()) {
    const isClearOfOthers = isClear(shown.at(-1) ?? -1, index);
    if (index === 0 || (isClearOfOthers && (index === last || isClear(index, last))))
      shown.push(index);
  }
  return shown;
}
