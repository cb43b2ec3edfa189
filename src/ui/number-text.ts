/** Numbers as people type them. */

const PLAIN = /^[-+−]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** None begins with 0: "0,005" is what many write for 0.005. */
const WITH_THOUSANDS = /^[-+−]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/**
 * "0.005", "5e-3", "1,000", "0,5", "30 %" (with unit '%': 0.3). NaN where it is not a number.
 */
export function parseNumber(text: string, unit?: '%'): number {
  let typed = text.trim().replaceAll(/[\s_]/g, '');
  if (unit === '%') typed = typed.replace(/%$/, '');
  typed = WITH_THOUSANDS.test(typed) ? typed.replaceAll(',', '') : typed.replace(',', '.');
  if (!PLAIN.test(typed)) return NaN;
  const value = Number(typed.replace('−', '-'));
  // Without floating-point dust: 7 % is 0.07, not 0.07000000000000001.
  return unit === '%' ? Number((value / 100).toPrecision(12)) : value;
}

/** "60000" → "60,000"; decimals, signs and units stay. */
export function groupThousands(text: string): string {
  return text.replace(/^(\D?)(\d{4,})/, (_, sign: string, digits: string) => {
    return sign + digits.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  });
}
