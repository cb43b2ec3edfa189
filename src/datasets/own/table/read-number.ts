/** Numbers as tables write them. */

const POINT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const COMMA = /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/;
/** Thousands set apart, as in 1,234,567.8; never of a number that begins with 0. */
const GROUPED_POINT = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const GROUPED_COMMA = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/;

/** NaN where the text is no number. */
export function readNumber(text: string, decimal: '.' | ','): number {
  const number = numberOf(text, decimal);
  // Single precision is what networks are given.
  return Number.isFinite(Math.fround(number)) ? number : NaN;
}

function numberOf(text: string, decimal: '.' | ','): number {
  if (decimal === '.') {
    if (POINT.test(text)) return Number(text);
    return GROUPED_POINT.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  }
  if (COMMA.test(text)) return Number(text.replace(',', '.'));
  return GROUPED_COMMA.test(text)
    ? Number(text.replaceAll('.', '').replace(',', '.'))
    : POINT.test(text)
      ? Number(text)
      : NaN;
}
