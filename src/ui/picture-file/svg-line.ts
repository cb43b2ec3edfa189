/** A line of text in an SVG. */
export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

export function svgLine(
  text: string,
  ...[x, y, size, fill, weight = '400']: [number, number, number, string, string?]
): SVGElement {
  const element = document.createElementNS(SVG_NAMESPACE, 'text');
  element.textContent = text;
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y));
  element.setAttribute('font-size', String(size));
  element.setAttribute('font-weight', weight);
  element.setAttribute('fill', fill);
  return element;
}
