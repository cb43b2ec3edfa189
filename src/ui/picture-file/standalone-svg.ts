/**
 * A chart or picture of the page as an SVG that stands alone: lines, shapes and words where the page shows them, with
 * the styles they have, on white whatever the theme; beneath them the settings in words and the link.
 */
import { base64Of } from '../../base/base64.ts';
import { drawAll } from './drawing.ts';
import type { Drawing, DrawnPart } from './drawing.ts';
import { pngOfPixels } from './png-of-pixels.ts';
import { SVG_NAMESPACE, svgLine } from './svg-line.ts';
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

const EDGE = 16;
const TITLE_SIZE = 16;
const NOTE_SIZE = 11;
/** Room for words beneath a small picture. */
const LEAST_WIDTH = 320;
const LINE = 15;
const HEADING_SIZE = 13;
/** Between parts. */
const GAP = 24;
/** Of parts beside each other. */
const MOST_WIDTH = 1_400;
const FONT = 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';

/** One element, or several that are drawn beside each other, each under its heading. All must be on screen. */
export type Drawn = HTMLElement | readonly DrawnPart[];

export async function standaloneSvg(drawn: Drawn, told: PictureText): Promise<StandaloneSvg> {
  const parts = drawn instanceof HTMLElement ? [{ heading: '', element: drawn }] : drawn;
  const top = EDGE + TITLE_SIZE + 10;
  const placed = placeAll(
    drawAll(parts).filter(({ drawn: { childNodes } }) => childNodes.length > 0),
    top,
  );
  const root = document.createElementNS(SVG_NAMESPACE, 'svg');
  const width = Math.max(LEAST_WIDTH, placed.width) + 2 * EDGE;
  const columns = Math.floor((width - 2 * EDGE) / (0.63 * NOTE_SIZE));
  const notes = [
    ...told.settings.flatMap((paragraph) => wrapped(paragraph, columns)),
    ...wrapped(told.link, columns),
  ];
  const bottom = placed.bottom + 12;
  const height = bottom + notes.length * LINE + EDGE;
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('font-family', FONT);
  const name = document.createElementNS(SVG_NAMESPACE, 'title');
  name.textContent = told.title;
  const ground = document.createElementNS(SVG_NAMESPACE, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', '#ffffff');
  const ink = '#151a23';
  root.append(name, ground, svgLine(told.title, EDGE, EDGE + TITLE_SIZE, TITLE_SIZE, ink, '700'));
  root.append(...placed.groups);
  notes.forEach((note, index) =>
    root.append(svgLine(note, EDGE, bottom + (index + 1) * LINE, NOTE_SIZE, '#586172')),
  );
  const images = placed.drawings.flatMap((one) => one.images);
  for (const { image, pixels, width: across, height: down } of images) {
    const bytes = await pngOfPixels(pixels, across, down);
    image.setAttribute('href', `data:image/png;base64,${base64Of(bytes)}`);
  }
  return {
    text: new XMLSerializer().serializeToString(root),
    ...{ width, height, hasPixels: placed.drawings.some(({ hasPixels }) => hasPixels) },
  };
}

/** Beside each other as far as they have room, then beneath; as high as the highest of their row. */
function placeAll(drawings: readonly Drawing[], top: number) {
  let [x, y, right, bottom] = [0, top, 0, top];
  const groups = drawings.map(({ drawn, heading, width, bottom: own }) => {
    if (x > 0 && x + width > MOST_WIDTH) [x, y] = [0, bottom + GAP];
    const head = heading === '' ? 0 : LINE + 6;
    const group = document.createElementNS(SVG_NAMESPACE, 'g');
    group.setAttribute('transform', `translate(${EDGE + x} ${y})`);
    if (heading !== '')
      group.append(svgLine(heading, 0, HEADING_SIZE, HEADING_SIZE, '#151a23', '700'));
    drawn.setAttribute('transform', `translate(0 ${head})`);
    group.append(drawn);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + head + Math.ceil(own));
    x += width + GAP;
    return group;
  });
  return { drawings, groups, width: right, bottom };
}
