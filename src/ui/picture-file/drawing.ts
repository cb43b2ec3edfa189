/**
 * An element of the page as shapes of an SVG, with its styles on them: drawings, canvases and words as they stand, and
 * the grounds of elements with `data-drawn`, which are part of the picture though they can be pressed.
 */
import { pixelsOf } from '../picture/canvas-painters.ts';
import { plainColor } from '../picture/plain-color.ts';
import { SVG_NAMESPACE, svgLine } from './svg-line.ts';

/** Copied from the style that the page gives; all else follows from attributes. */
const PROPERTIES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...['stroke-linejoin', 'stroke-linecap', 'opacity', 'paint-order', 'shape-rendering'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'],
  ...['dominant-baseline', 'vector-effect'],
] as const;

/** What is there to be pressed or to be heard is no part of the picture. */
const LEFT_OUT =
  'button, input, select, textarea, table, [role="slider"], [role="toolbar"], [data-left-out]';

export interface DrawnPart {
  readonly heading: string;
  readonly element: HTMLElement;
}

export interface Drawing {
  readonly heading: string;
  readonly frame: DOMRect;
  readonly drawn: SVGElement;
  /** Their content comes once they are written. */
  readonly images: PixelImage[];
  width: number;
  /** Of what is drawn, from the top of the frame. */
  bottom: number;
  hasPixels: boolean;
}

interface PixelImage {
  readonly image: SVGElement;
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** In the colours of light, whatever the theme. */
export function drawAll(parts: readonly DrawnPart[]): Drawing[] {
  // The page is light only as long as styles are read: nothing is painted meanwhile.
  const { dataset } = document.documentElement;
  const { colorScheme } = dataset;
  dataset['colorScheme'] = 'light';
  try {
    return parts.map(draw);
  } finally {
    if (colorScheme === undefined) delete dataset['colorScheme'];
    else dataset['colorScheme'] = colorScheme;
  }
}

function draw({ heading, element }: DrawnPart): Drawing {
  const frame = element.getBoundingClientRect();
  const drawing: Drawing = {
    ...{ heading, frame, images: [], bottom: 0, hasPixels: false },
    drawn: document.createElementNS(SVG_NAMESPACE, 'g'),
    width: Math.ceil(frame.width),
  };
  drawElement(element, drawing);
  return drawing;
}

function drawElement(element: Element, drawing: Drawing): void {
  const isDrawn = element.matches('[data-drawn]');
  if ((!isDrawn && element.matches(LEFT_OUT)) || isUnseen(element)) return;
  if (element instanceof SVGSVGElement) {
    drawing.drawn.append(copyAt(element, drawing.frame));
    reach(element, drawing);
    return;
  }
  if (element instanceof HTMLCanvasElement) {
    drawing.drawn.append(imageOf(element, drawing));
    reach(element, drawing);
    return;
  }
  if (isDrawn) drawing.drawn.append(...boxOf(element, drawing));
  const { scrollLeft } = element;
  // What is scrolled away is part of the picture, at its place.
  if (scrollLeft !== 0) element.scrollLeft = 0;
  for (const node of element.childNodes)
    if (node instanceof Element) drawElement(node, drawing);
    else if (node instanceof Text) drawing.drawn.append(...linesOf(node, element, drawing));
  if (scrollLeft !== 0) element.scrollLeft = scrollLeft;
}

/** The ground of an element: cells of a grid, bars. */
function boxOf(element: Element, drawing: Drawing): SVGElement[] {
  const { backgroundColor, borderRadius } = getComputedStyle(element);
  const fill = plainColor(backgroundColor);
  if (fill === 'transparent' || fill === 'rgba(0, 0, 0, 0)') return [];
  reach(element, drawing);
  const box = document.createElementNS(SVG_NAMESPACE, 'rect');
  placeAt(box, element, drawing.frame);
  box.setAttribute('rx', String(Number.parseFloat(borderRadius) || 0));
  box.setAttribute('fill', fill);
  return [box];
}

function placeAt(copy: SVGElement, element: Element, frame: DOMRect): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const places = { x: left - frame.left, y: top - frame.top, width, height };
  for (const [name, value] of Object.entries(places)) copy.setAttribute(name, String(value));
}

function reach(element: Element, drawing: Drawing): void {
  const { right, bottom } = element.getBoundingClientRect();
  drawing.width = Math.max(drawing.width, Math.ceil(right - drawing.frame.left));
  reachDown(bottom, drawing);
}

function reachDown(bottom: number, drawing: Drawing): void {
  drawing.bottom = Math.max(drawing.bottom, bottom - drawing.frame.top);
}

function isUnseen(element: Element): boolean {
  const { display, visibility, opacity, clipPath } = getComputedStyle(element);
  if (display === 'none' || visibility === 'hidden' || opacity === '0') return true;
  // For screen readers alone.
  return clipPath !== 'none' && element instanceof HTMLElement && element.offsetWidth <= 1;
}

/** An SVG within the page, at its place, with its styles on it. */
function copyAt(svg: SVGSVGElement, frame: DOMRect): SVGElement {
  const copy = copyOf(svg);
  placeAt(copy, svg, frame);
  copy.setAttribute('overflow', svg.matches('[data-clipped]') ? 'hidden' : 'visible');
  return copy;
}

function copyOf(element: SVGElement): SVGElement {
  const copy = element.cloneNode(false) as SVGElement;
  for (const { name } of [...copy.attributes])
    if (/^(class|style|role|tabindex|focusable|data-|aria-)/.test(name)) copy.removeAttribute(name);
  const style = getComputedStyle(element);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== '') copy.setAttribute(property, plainColor(value));
  }
  for (const node of element.childNodes)
    if (node instanceof SVGElement) {
      if (!isUnseen(node) || node instanceof SVGDefsElement) copy.append(copyOf(node));
    } else if (node instanceof Text) copy.append(node.cloneNode());
  return copy;
}

function imageOf(canvas: HTMLCanvasElement, drawing: Drawing): SVGElement {
  const image = document.createElementNS(SVG_NAMESPACE, 'image');
  placeAt(image, canvas, drawing.frame);
  image.setAttribute('preserveAspectRatio', 'none');
  const { imageRendering } = getComputedStyle(canvas);
  if (imageRendering === 'pixelated') image.setAttribute('image-rendering', 'pixelated');
  const pixels = pixelsOf(canvas);
  if (pixels) {
    const { width, height } = canvas;
    drawing.images.push({ image, pixels, width, height });
  } else {
    image.setAttribute('href', canvas.toDataURL('image/png'));
    drawing.hasPixels = true;
  }
  return image;
}

/** A text of the page, one element for each line that it takes there. */
function linesOf(node: Text, parent: Element, drawing: Drawing): SVGElement[] {
  const { frame } = drawing;
  const style = getComputedStyle(parent);
  const size = Number.parseFloat(style.fontSize);
  const fill = plainColor(style.color);
  if (style.writingMode.startsWith('vertical')) return uprightOf(node, drawing, size, fill);
  const found: { text: string; left: number; top: number; bottom: number }[] = [];
  const range = node.ownerDocument.createRange();
  for (const match of node.data.matchAll(/\S+/g)) {
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const { left, top, bottom, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const last = found.at(-1);
    if (last && Math.abs(last.top - top) < 2) last.text += ` ${match[0]}`;
    else found.push({ text: match[0], left, top, bottom });
  }
  return found.map(({ text, left, top, bottom }) => {
    // Where letters stand within the height of their line, near enough for any font.
    const baseline = (top + bottom) / 2 + 0.35 * size - frame.top;
    reachDown(bottom, drawing);
    return svgLine(text, left - frame.left, baseline, size, fill, style.fontWeight);
  });
}

/** A text that stands upright, read from below. */
function uprightOf(node: Text, drawing: Drawing, size: number, fill: string): SVGElement[] {
  const range = node.ownerDocument.createRange();
  range.selectNodeContents(node);
  const { left, right, bottom } = range.getBoundingClientRect();
  if (right === left) return [];
  reachDown(bottom, drawing);
  const [x, y] = [(left + right) / 2 + 0.35 * size, bottom];
  const text = svgLine(node.data, 0, 0, size, fill);
  const { frame } = drawing;
  text.setAttribute('transform', `translate(${x - frame.left} ${y - frame.top}) rotate(-90)`);
  return [text];
}
