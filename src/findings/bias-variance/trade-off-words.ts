/** How values and figures are written in the findings of bias and variance. */
import { nounFor } from '../../base/text/count-of.ts';
import type { TradeOffAxis } from './trade-off-material.ts';

/** As values are written where a regularizer is left out. */
const OFF = 'off';

/** "L2 strength 0.003", "no L2", "1 unit", "dropout 0.5". */
export function valueName(
  { before, behind, leftOut }: Pick<TradeOffAxis, 'before' | 'behind' | 'leftOut'>,
  value: string,
): string {
  if (value === OFF && leftOut !== undefined) return `no ${leftOut}`;
  const counted = behind === '' ? '' : nounFor(Number(value.replaceAll(',', '')), behind);
  return [before, value, counted].filter((word) => word !== '').join(' ');
}

const AT: Readonly<Record<TradeOffAxis['kind'], string>> = {
  ...{ strength: 'at', length: 'after' },
  ...{ size: 'with', data: 'with', arms: 'with' },
};

/** "at L2 strength 0.003", "without L2", "after 500 epochs", "with dropout 0.5". */
export function atValue(axis: TradeOffAxis, value: string): string {
  if (value === OFF && axis.leftOut !== undefined) return `without ${axis.leftOut}`;
  return `${AT[axis.kind]} ${valueName(axis, value)}`;
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
