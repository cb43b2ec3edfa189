/** What a share of a few rows says of the share of all. */

/** The 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;

export type Interval = readonly [low: number, high: number];

/**
 * The 95 % score interval of a share seen in `rows` independent rows (Wilson 1927, JASA 22). It has a width
 * at 0 and 1 too, where share ± 2·√(p(1 − p)/n) has none.
 */
export function wilsonInterval(share: number, rows: number): Interval {
  const squared = Z * Z;
  const middle = share + squared / (2 * rows);
  const half = Z * Math.sqrt((share * (1 - share) + squared / (4 * rows)) / rows);
  const scale = 1 + squared / rows;
  return [(middle - half) / scale, (middle + half) / scale];
}
