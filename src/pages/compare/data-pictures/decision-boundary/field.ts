/** What a network answers between the points that the worker asked it about. */
import type { DecisionBoundaryView } from '../../../../protocol/views.ts';

type Grid = Pick<DecisionBoundaryView, 'size' | 'margins'>;

/** How the classes share the square. */
export interface Sharing {
  /** [class]: 0 to 1 */
  readonly areas: readonly [number, number];
  /** [class]: parts that do not touch each other. */
  readonly pieces: readonly [number, number];
}

/** In pixels; smaller ones are corners where two parts all but touch. */
const SMALLEST_PIECE = 4;

/**
 * [row from the top, column]: the margin of class 1 in each pixel of a square. Interpolated before
 * softmax, where networks are nearly straight: probabilities are all but 0 and 1 next to the boundary.
 */
export function fineMargins({ size, margins }: Grid, side: number): Float32Array {
  const fine = new Float32Array(side * side);
  const at = (row: number, column: number) => margins[row * size + column] ?? NaN;
  for (let row = 0; row < side; row++) {
    const [top, down] = cellOf(row, side, size);
    for (let column = 0; column < side; column++) {
      const [left, right] = cellOf(column, side, size);
      const above = at(top, left) * (1 - right) + at(top, left + 1) * right;
      const below = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right;
      fine[row * side + column] = above * (1 - down) + below * down;
    }
  }
  return fine;
}

/** Which cell of the grid the middle of a pixel lies in, and how far. */
function cellOf(pixel: number, side: number, size: number): readonly [number, number] {
  const place = ((pixel + 0.5) / side) * (size - 1);
  const cell = Math.min(Math.floor(place), size - 2);
  return [cell, place - cell];
}

export function describeSharing(fine: Float32Array, side: number): Sharing {
  const pieces: [number, number] = [0, 0];
  const seen = new Uint8Array(fine.length);
  let pixelsOf1 = 0;
  for (let start = 0; start < fine.length; start++) {
    const label = sideOf(fine[start]);
    pixelsOf1 += label;
    if (!seen[start] && fill(fine, side, start, seen) >= SMALLEST_PIECE) pieces[label] += 1;
  }
  const area = pixelsOf1 / fine.length;
  return { areas: [1 - area, area], pieces };
}

/** The class of a margin; of equal outputs the first class is the answer. */
function sideOf(margin: number | undefined): 0 | 1 {
  return (margin ?? 0) > 0 ? 1 : 0;
}

/** Marks all pixels of one class that are joined to this one by edges, and counts them. */
function fill(fine: Float32Array, side: number, start: number, seen: Uint8Array): number {
  const label = sideOf(fine[start]);
  const waiting = [start];
  seen[start] = 1;
  let count = 0;
  for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
    count += 1;
    const column = pixel % side;
    for (const next of [
      column > 0 ? pixel - 1 : -1,
      column < side - 1 ? pixel + 1 : -1,
      pixel - side,
      pixel + side,
    ]) {
      if (next < 0 || next >= fine.length || seen[next] || sideOf(fine[next]) !== label) continue;
      seen[next] = 1;
      waiting.push(next);
    }
  }
  return count;
}
