/**
 * A drawing as MNIST has its digits: ink scaled to a box of 20 × 20 pixels with its proportions kept, anti-aliased,
 * and moved by whole pixels so that its centre of mass is in the middle of 28 × 28. The pen is not scaled: in the
 * image it is as wide as the pens of MNIST, however large one draws.
 */
import type { Drawing, Point } from '../../../../store/compare/microscope-state.ts';

const SIDE = 28;
const BOX = 20;
/** MNIST counts pixels from 0 and puts the centre of mass into pixel 14; that is its middle. */
const CENTRE = 14.5;
/** Pixels of the image; a 1 of MNIST is as wide on average. */
const PEN = 2.8;
/** Each way, for anti-aliasing. */
const SAMPLES = 4;
/** Of the drawing area: what is smaller stays small, so that a dot stays a dot. */
const SMALLEST = 0.1;

/** [row × 28 + column], 0 paper to 1 full ink; null where nothing is drawn. */
export function digitImage(drawing: Drawing): Float32Array | null {
  if (drawing.length === 0) return null;
  const ink = inkInBox(toBox(drawing));
  const [x, y] = massCentre(ink);
  return placed(ink, Math.round(CENTRE - x), Math.round(CENTRE - y));
}

/** Moves and scales a drawing to the pixels of the box, with the edge of its strokes at 0. */
function toBox(drawing: Drawing): Drawing {
  const points = drawing.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const size = Math.max(Math.max(...xs) - left, Math.max(...ys) - top, SMALLEST);
  const scale = (BOX - PEN) / size;
  const place = (value: number, start: number) => PEN / 2 + (value - start) * scale;
  return drawing.map((stroke) =>
    stroke.map(({ x, y }) => ({ x: place(x, left), y: place(y, top) })),
  );
}

/** [row × 20 + column]: the share of each pixel that the pen covers. */
function inkInBox(drawing: Drawing): Float32Array {
  const width = BOX * SAMPLES;
  const covered = new Uint8Array(width * width);
  for (const stroke of drawing)
    stroke.forEach((point, index) => cover(covered, width, stroke[index - 1] ?? point, point));
  const ink = new Float32Array(BOX * BOX);
  covered.forEach((isCovered, sample) => {
    const row = Math.floor(sample / width / SAMPLES);
    const column = Math.floor((sample % width) / SAMPLES);
    const pixel = row * BOX + column;
    ink[pixel] = (ink[pixel] ?? 0) + isCovered / (SAMPLES * SAMPLES);
  });
  return ink;
}

/** Marks the samples that a round pen covers on its way. */
function cover(covered: Uint8Array, width: number, from: Point, to: Point): void {
  const firstOf = (a: number, b: number) =>
    Math.max(0, Math.floor((Math.min(a, b) - PEN / 2) * SAMPLES));
  const lastOf = (a: number, b: number) =>
    Math.min(width - 1, Math.ceil((Math.max(a, b) + PEN / 2) * SAMPLES));
  for (let row = firstOf(from.y, to.y); row <= lastOf(from.y, to.y); row++)
    for (let column = firstOf(from.x, to.x); column <= lastOf(from.x, to.x); column++) {
      const sample = { x: (column + 0.5) / SAMPLES, y: (row + 0.5) / SAMPLES };
      if (distance(sample, from, to) <= PEN / 2) covered[row * width + column] = 1;
    }
}

/** Distance of a point from the line between two others. */
function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [px, py] = [point.x - from.x, point.y - from.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
  return Math.hypot(px - along * dx, py - along * dy);
}

/** Centre of mass of the box's ink, [x, y] in pixels. */
function massCentre(ink: Float32Array): [number, number] {
  let [mass, x, y] = [0, 0, 0];
  ink.forEach((value, pixel) => {
    mass += value;
    x += value * ((pixel % BOX) + 0.5);
    y += value * (Math.floor(pixel / BOX) + 0.5);
  });
  return [x / mass, y / mass];
}

/** Moves the ink into the image; what falls outside is lost, as in MNIST. */
function placed(ink: Float32Array, right: number, down: number): Float32Array {
  const image = new Float32Array(SIDE * SIDE);
  ink.forEach((value, pixel) => {
    const column = (pixel % BOX) + right;
    const row = Math.floor(pixel / BOX) + down;
    const isInside = Math.min(column, row) >= 0 && Math.max(column, row) < SIDE;
    if (isInside) image[row * SIDE + column] = value;
  });
  return image;
}
