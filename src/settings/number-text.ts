/** Numbers as people type them. */
import type { NumberSetting } from './settings.ts';

const PLAIN = /^(\d+[.,]?\d*|[.,]\d+)(e[-+]?\d+)?$/i;
/**
 * Digits in groups of three with one kind of separator. None begins with 0: "0,005" is what many write for 0.005.
 */
const GROUPED = /^[1-9]\d{0,2}([.,\s_'’])\d{3}(\1\d{3})*((?!\1)[.,]\d+)?$/;
const THREE_DIGITS_BEHIND = /[.,]\d{3}$/;

/**
 * "0.005", "5e-3", "1,000", "60 000", "0,5", "30 %" (with unit '%': 0.3). "1.000" is a thousand in a field
 * for whole numbers and one in any other. NaN where it is not a number, or could be two.
 */
export function parseNumber(
  text: string,
  { unit, integer = false }: Pick<NumberSetting, 'unit' | 'integer'> = {},
): number {
  const typed = text.trim().replaceAll('−', '-');
  const [, sign = '', rest = ''] =
    /^([-+]?)(.*)$/s.exec(unit === '%' ? withoutPercent(typed) : typed) ?? [];
  const size = parseSize(rest, integer);
  // Never −0, and never a number too large to compute with.
  const value = Number.isFinite(size) ? (sign === '-' ? 0 - size : size) : NaN;
  // Without floating-point dust: 7 % is 0.07, not 0.07000000000000001.
  return unit === '%' ? Number((value / 100).toPrecision(12)) : value;
}

function withoutPercent(typed: string): string {
  return typed.replace(/\s*%$/, '');
}

function parseSize(typed: string, integer: boolean): number {
  const separator = GROUPED.exec(typed)?.[1];
  const hasGroups = separator !== undefined && !isDecimalPoint(separator, typed, integer);
  const digits = hasGroups ? typed.replaceAll(separator, '') : typed;
  if (!PLAIN.test(digits)) return NaN;
  // "1000.000": a thousand written at length, or a million with one point missing?
  if (integer && THREE_DIGITS_BEHIND.test(digits)) return NaN;
  return Number(digits.replace(',', '.'));
}

/** "1.000" is 1 where there may be digits behind the point, "1.000.000" and "1.000,5" are not. */
function isDecimalPoint(separator: string, typed: string, integer: boolean): boolean {
  return !integer && separator === '.' && /^\d+\.\d+$/.test(typed);
}

/** "60000" → "60,000"; decimals, signs and units stay. */
export function groupThousands(text: string): string {
  return text.replace(/^(\D?)(\d{4,})/, (_, sign: string, digits: string) => {
    return sign + digits.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  });
}
