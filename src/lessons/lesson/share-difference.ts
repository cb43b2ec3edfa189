/**
 * By how much one share is above another. Shares are counts of rows: 0.872 − 0.852 must not be less than 0.02, as
 * floats have it, where a limit lies at 2 points.
 */
export function shareDifference(share: number, over: number): number {
  return Number((share - over).toFixed(9));
}
