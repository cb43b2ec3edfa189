/** The size of a layer's gradient, so that layers with many weights and with few can be compared. */
import type { GradientLayer } from '../../../../protocol/views.ts';
import { NONE, threeDigits } from '../../../../base/text/figure-text.ts';

/** The root mean square over the weights. */
export function typicalGradient({ norm, weights }: GradientLayer): number {
  return norm / Math.sqrt(weights);
}

const SMALLEST_PLAIN = 0.001;

/** "0.0123", and where zeros would have to be counted "1.2 × 10⁻⁷". */
export function gradientText(size: number): string {
  if (!Number.isFinite(size)) return NONE;
  if (size === 0 || size >= SMALLEST_PLAIN) return threeDigits(size);
  const [digits = '', power = ''] = size.toExponential(1).split('e');
  return `${digits}\u202f×\u202f${powerOfTen(Number(power))}`;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "10⁻⁷" */
export function powerOfTen(power: number): string {
  const digits = String(Math.abs(power)).replace(/\d/g, (digit) => RAISED[Number(digit)] ?? '');
  return `10${power < 0 ? '⁻' : ''}${digits}`;
}
