/** Made once: `toLocaleString` makes one for every figure, and there are hundreds on the page. */
const FORMAT = new Intl.NumberFormat('en-US');

/** 1300 → "1,300" */
export function withCommas(value: number): string {
  return FORMAT.format(value);
}
