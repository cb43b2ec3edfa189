/**
 * A chart or picture of the page as an SVG that stands alone: lines, shapes and words where the page shows them, with
 * the styles they have, on white whatever the theme; beneath them the settings in words and the link.
 */
import { wrapped } from './wrapped-text.ts';

export interface PictureText {
  readonly title: string;
  /** What its file's name begins with. */
  readonly subject: string;
  /** Beneath the picture, a paragraph each. */
  readonly settings: readonly string[];
  readonly link: string;
}

export interface StandaloneSvg {
  readonly text: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels that the browser may have disturbed are part of it. */
  readonly hasPixels: boolean;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const EDGE = 16;
const TITLE_SIZE = 16;
const NOTE_SIZE = 11;
/** Room for words beneath a small picture. */
const LEAST_WIDTH = 320;
const LINE = 15;
const FONT = 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';

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

/** `places`: what is drawn, in one element; it must be on screen. */
export function standaloneSvg(places: HTMLElement, told: PictureText): StandaloneSvg {
  const frame = places.getBoundingClientRect();
  const document = places.ownerDocument;
  const root = document.createElementNS(NAMESPACE, 'svg');
  const drawn = document.createElementNS(NAMESPACE, 'g');
  const top = EDGE + TITLE_SIZE + 10;
  drawn.setAttribute('transform', `translate(${EDGE} ${top})`);
  const drawing: Drawing = { frame, drawn, bottom: 0, hasPixels: false };
  // As long as styles are read: nothing is painted meanwhile.
  const goBack = turnLight(document.documentElement);
  try {
    draw(places, drawing);
  } finally {
    goBack();
  }
  const width = Math.max(LEAST_WIDTH, Math.ceil(frame.width)) + 2 * EDGE;
  const columns = Math.floor((width - 2 * EDGE) / (0.63 * NOTE_SIZE));
  const notes = [
    ...told.settings.flatMap((paragraph) => wrapped(paragraph, columns)),
    ...wrapped(told.link, columns),
  ];
  const bottom = top + Math.ceil(drawing.bottom) + 12;
  const height = bottom + notes.length * LINE + EDGE;
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('font-family', FONT);
  const name = document.createElementNS(NAMESPACE, 'title');
  name.textContent = told.title;
  const ground = document.createElementNS(NAMESPACE, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', '#ffffff');
  root.append(name, ground);
  const ink = '#151a23';
  root.append(line(document, told.title, EDGE, EDGE + TITLE_SIZE, TITLE_SIZE, ink, '700'), drawn);
  notes.forEach((note, index) =>
    root.append(line(document, note, EDGE, bottom + (index + 1) * LINE, NOTE_SIZE, '#586172')),
  );
  return {
    text: new XMLSerializer().serializeToString(root),
    ...{ width, height, hasPixels: drawing.hasPixels },
  };
}

interface Drawing {
  readonly frame: DOMRect;
  readonly drawn: SVGElement;
  /** Of what is drawn, from the top of the frame. */
  bottom: number;
  hasPixels: boolean;
}

/** Returns the way back. */
export function turnLight(root: HTMLElement): () => void {
  const { colorScheme } = root.dataset;
  root.dataset['colorScheme'] = 'light';
  return () => {
    if (colorScheme === undefined) delete root.dataset['colorScheme'];
    else root.dataset['colorScheme'] = colorScheme;
  };
}

function draw(element: Element, drawing: Drawing): void {
  if (element.matches(LEFT_OUT) || isUnseen(element)) return;
  if (element instanceof SVGSVGElement) {
    drawing.drawn.append(copyAt(element, drawing.frame));
    reachDown(element.getBoundingClientRect().bottom, drawing);
    return;
  }
  if (element instanceof HTMLCanvasElement) {
    drawing.drawn.append(imageOf(element, drawing.frame));
    drawing.hasPixels = true;
    reachDown(element.getBoundingClientRect().bottom, drawing);
    return;
  }
  for (const node of element.childNodes)
    if (node instanceof Element) draw(node, drawing);
    else if (node instanceof Text) drawing.drawn.append(...linesOf(node, element, drawing));
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
  const { left, top, width, height } = svg.getBoundingClientRect();
  const places = { x: left - frame.left, y: top - frame.top, width, height };
  for (const [name, value] of Object.entries(places)) copy.setAttribute(name, String(value));
  copy.setAttribute('overflow', 'visible');
  return copy;
}

function copyOf(element: SVGElement): SVGElement {
  const copy = element.cloneNode(false) as SVGElement;
  for (const { name } of [...copy.attributes])
    if (/^(class|style|role|tabindex|focusable|data-|aria-)/.test(name)) copy.removeAttribute(name);
  const style = getComputedStyle(element);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== '') copy.setAttribute(property, value);
  }
  for (const node of element.childNodes)
    if (node instanceof SVGElement) {
      if (!isUnseen(node) || node instanceof SVGDefsElement) copy.append(copyOf(node));
    } else if (node instanceof Text) copy.append(node.cloneNode());
  return copy;
}

function imageOf(canvas: HTMLCanvasElement, frame: DOMRect): SVGElement {
  const image = canvas.ownerDocument.createElementNS(NAMESPACE, 'image');
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const places = { x: left - frame.left, y: top - frame.top, width, height };
  for (const [name, value] of Object.entries(places)) image.setAttribute(name, String(value));
  image.setAttribute('preserveAspectRatio', 'none');
  image.setAttribute('href', canvas.toDataURL('image/png'));
  return image;
}

/** A text of the page, one element for each line that it takes there. */
function linesOf(node: Text, parent: Element, drawing: Drawing): SVGElement[] {
  const { frame } = drawing;
  const style = getComputedStyle(parent);
  const size = Number.parseFloat(style.fontSize);
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
    const { color, fontWeight } = style;
    reachDown(bottom, drawing);
    return line(node.ownerDocument, text, left - frame.left, baseline, size, color, fontWeight);
  });
}

function line(
  document: Document,
  text: string,
  ...[x, y, size, fill, weight = '400']: [number, number, number, string, string?]
): SVGElement {
  const element = document.createElementNS(NAMESPACE, 'text');
  element.textContent = text;
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y));
  element.setAttribute('font-size', String(size));
  element.setAttribute('font-weight', weight);
  element.setAttribute('fill', fill);
  return element;
}
