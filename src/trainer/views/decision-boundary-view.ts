/**
 * What a network of two classes answers all over the plane, and for every training point. The sets in the
 * plane are not standardised: the plane is in the data's own units.
 */
import type { Examples } from '../../engine/batches/examples.ts';
import { plainForward } from '../../engine/step/plain-forward.ts';
import { scaledRows } from '../../engine/step/scaled-rows.ts';
import { NOT_ASKED } from '../../protocol/views.ts';
import type { DecisionBoundaryView } from '../../protocol/views.ts';
import { classAnswers } from './class-answers.ts';
import type { LaneInside, ViewMaker } from './view-maker.ts';

const FINEST = 64;
const COARSEST = 24;
/** Multiplications of the grid: about 20 ms. */
const MOST_PRODUCTS = 8_000_000;
/** Multiplications for the training points: some 100 ms. */
const MOST_ROW_PRODUCTS = 60_000_000;

/** Sides are multiples of twice this: pictures with about the same points have the same scale. */
const SIDE_STEP = 0.25;
const MARGIN = 1.04;

export const decisionBoundaryView: ViewMaker<'decisionBoundary'> = {
  needsWeights: true,
  make: (lane) => (isOfPlane(lane) ? look(lane) : nothing()),
};

/** A run on other data may be watched for as long as the page has not heard of it. */
function isOfPlane({ plan: { network } }: LaneInside): boolean {
  return network.sizes[0] === 2 && network.sizes.at(-1) === 2 && network.task === 'classification';
}

function nothing(): DecisionBoundaryView {
  return { halfSide: 0, size: 0, margins: new Float32Array(), answers: new Uint8Array() };
}

function look({ plan: { network, data }, state }: LaneInside): DecisionBoundaryView {
  const halfSide = halfSideFor([data.training, data.validation]);
  const size = gridSize(network.sizes);
  const answer = (inputs: Float64Array) => plainForward(network, state, inputs).outputs;
  const outputs = answer(gridPlaces(halfSide, size));
  const margins = new Float32Array(size * size);
  for (let i = 0; i < margins.length; i++)
    margins[i] = (outputs[2 * i + 1] ?? NaN) - (outputs[2 * i] ?? NaN);
  const rows = askedRows(data.training.count, productsOf(network.sizes));
  const asked = classAnswers(answer(scaledRows(data.training, rows)), 2).answers;
  const answers = new Uint8Array(data.training.count).fill(NOT_ASKED);
  rows.forEach((row, i) => (answers[row] = asked[i] ?? NOT_ASKED));
  return { halfSide, size, margins, answers };
}

/** All, or as many as are affordable, spread over the set. */
function askedRows(count: number, products: number): number[] {
  const stride = Math.ceil((count * products) / MOST_ROW_PRODUCTS);
  return Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride);
}

function productsOf(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((sum, units, i) => sum + units * (sizes[i] ?? 0), 0);
}

/** All points, and a little around them. */
function halfSideFor(sets: readonly Examples[]): number {
  let largest = 0;
  for (const { features } of sets)
    for (const value of features) largest = Math.max(largest, Math.abs(value));
  return Math.max(1, Math.ceil((largest * MARGIN) / SIDE_STEP)) * SIDE_STEP;
}

/** Coarser where the network is large. */
function gridSize(sizes: readonly number[]): number {
  const affordable = Math.floor(Math.sqrt(MOST_PRODUCTS / productsOf(sizes)));
  return Math.max(COARSEST, Math.min(FINEST, affordable));
}

/** [row from the top, column] as [place, (x, y)] */
function gridPlaces(halfSide: number, size: number): Float64Array {
  const at = (step: number) => halfSide * ((2 * step) / (size - 1) - 1);
  const places = new Float64Array(size * size * 2);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      places.set([at(column), -at(row)], (row * size + column) * 2);
  return places;
}
