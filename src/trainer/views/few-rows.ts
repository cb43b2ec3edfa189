/** How many validation rows a view may ask a network about itself, in plain TypeScript. */

const MOST_ROWS = 500;
/** Fewer would tell little, however large the network. */
const FEWEST_ROWS = 100;
/** Multiplications: about 40 ms, less where many values are 0. */
const MOST_PRODUCTS = 24_000_000;

/** The first ones, as [row]. `products`: multiplications that a row takes. */
export function fewRows(available: number, products: number): number[] {
  const affordable = Math.max(FEWEST_ROWS, Math.floor(MOST_PRODUCTS / Math.max(1, products)));
  const rows = Math.min(available, MOST_ROWS, affordable);
  return Array.from({ length: rows }, (_, row) => row);
}

/** The largest number of times, from `most` down to 1, at which the fewest rows still take little time. */
export function fewTimes(most: number, productsAt: (times: number) => number): number {
  let times = most;
  while (times > 1 && FEWEST_ROWS * productsAt(times) > 2 * MOST_PRODUCTS) times -= 1;
  return times;
}

/** Of a forward pass from layer to layer: weights that are multiplied with. */
export function productsOf(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((sum, units, i) => sum + units * (sizes[i] ?? 0), 0);
}
