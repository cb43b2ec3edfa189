/**
 * A computed colour as every program reads it, "rgb(1, 2, 3)": browsers write mixed ones as "oklab(…)", which
 * programs for drawings do not know. What is no colour is left as it is.
 */
export function plainColor(text: string): string {
  const [, space, content = ''] = /^(oklab|color\(srgb)[( ](.*?)\)?$/.exec(text) ?? [];
  if (space === undefined) return text;
  const [numbers = '', alpha] = content.replace(')', '').split('/');
  const [a = 0, b = 0, c = 0] = (numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const channels = space === 'oklab' ? fromOklab(a, b, c) : [a, b, c];
  const rgb = channels.map((one) => Math.round(255 * Math.min(1, Math.max(0, one)))).join(', ');
  return alpha === undefined ? `rgb(${rgb})` : `rgba(${rgb}, ${Number(alpha)})`;
}

/** https://www.w3.org/TR/css-color-4/#color-conversion-code */
function fromOklab(lightness: number, a: number, b: number): number[] {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ].map((one) => (one <= 0.0031308 ? 12.92 * one : 1.055 * one ** (1 / 2.4) - 0.055));
}
