/** How values and figures are written in the findings of bias and variance. */
import type { TradeOffAxis } from './trade-off-material.ts';

/** "L2 strength 0.003", "64 units", "dropout 0.5". */
export function valueName(
  { before, behind }: Pick<TradeOffAxis, 'before' | 'behind'>,
  value: string,
): string {
  return [before, value, behind].filter((word) => word !== '').join(' ');
}

/** Three digits behind the point: "0.193", "−0.002". */
export function partText(value: number): string {
  return value
    .toFixed(3)
    .replace('-', '−')
    .replace(/^−(0\.0+)$/, '$1');
}

/** With its sign: "+0.025", "−0.120". */
export function changeText(value: number): string {
  const text = partText(value);
  return text.startsWith('−') || Number(text) === 0 ? text : `+${text}`;
}
