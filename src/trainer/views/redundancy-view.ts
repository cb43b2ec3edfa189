/**
 * How well a classifier answers without a share of its hidden units: of every layer the same share is
 * removed at random, and what is left is divided by what was kept, as in dropout. All arms lose the same
 * units, and a larger share takes away what a smaller one does.
 */
import { STREAM, extendKey, permutation } from '../../base/random.ts';
import type { FloatArray } from '../../engine/step/kernels.ts';
import { laneKey } from '../../engine/lanes/lane-key.ts';
import { accuracy, measureRows } from '../../engine/measuring/metrics.ts';
import { plainForward } from '../../engine/step/plain-forward.ts';
import { scaledRows } from '../../engine/step/scaled-rows.ts';
import type { RedundancyPoint, RedundancyView } from '../../protocol/views.ts';
import { fewRows, fewTimes, productsOf } from './few-rows.ts';
import type { TrainedLane, ViewMaker } from './view-maker.ts';

const SHARES = [0.2, 0.5, 0.8];
const MOST_DRAWS = 5;

export const redundancyView: ViewMaker<'redundancy'> = {
  needsWeights: true,
  onlyWhenOpen: true,
  tellsTheEnd: true,
  make: redundancyOf,
};

export function redundancyOf(lane: TrainedLane): RedundancyView {
  const { sizes, task } = lane.plan.network;
  const hasUnits = sizes.length > 2 && task === 'classification';
  return hasUnits ? removeUnits(lane) : { rows: 0, draws: 0, points: [] };
}

function removeUnits(lane: TrainedLane): RedundancyView {
  const { network, data, identity } = lane.plan;
  const productsAt = (times: number) => productsFor(network.sizes, times);
  const count = fewTimes(MOST_DRAWS, productsAt);
  const rows = fewRows(data.validation.count, productsAt(count));
  const answer = answersWithout(lane, scaledRows(data.validation, rows));
  const targets = data.validation.targets.subarray(0, rows.length);
  const units = network.sizes.slice(1, -1);
  const measure = (factors: readonly FloatArray[]) =>
    accuracy(measureRows(answer(factors), targets, network.task).predictions, targets);
  const whole = measure(units.map((count) => new Float64Array(count).fill(1)));
  const key = laneKey(identity, STREAM.removedUnits);
  const without = SHARES.map((share) => {
    const draws = Array.from({ length: count }, (_, draw) =>
      measure(units.map((count, layer) => keptFactors(count, share, key, draw, layer))),
    );
    return summary(share, draws);
  });
  return { rows: rows.length, draws: count, points: [summary(0, [whole]), ...without] };
}

/** The first layer is worked out once: its units are removed after their activation. */
function answersWithout({ plan: { network }, state }: TrainedLane, inputs: Float64Array) {
  const [first = new Float64Array()] = plainForward(network, state, inputs).hidden;
  const rest = state.slice(1);
  return (factors: readonly FloatArray[]): Float64Array => {
    const [own, ...others] = factors;
    return plainForward(network, rest, scaledUnits(first, own ?? []), others).outputs;
  };
}

/** [row, unit], each unit times its factor. */
function scaledUnits(values: Float64Array, factors: ArrayLike<number>): Float64Array {
  const units = factors.length;
  const scaled = new Float64Array(values.length);
  for (let from = 0; from < values.length; from += units)
    for (let unit = 0; unit < units; unit++)
      scaled[from + unit] = (values[from + unit] ?? NaN) * (factors[unit] ?? NaN);
  return scaled;
}

/** Of a row: one whole pass, and one after the first layer for every measurement, with fewer units each. */
function productsFor(sizes: readonly number[], draws: number): number {
  const kept = SHARES.reduce((sum, share) => sum + (1 - share), 0);
  return productsOf(sizes) + (1 + draws * kept) * productsOf(sizes.slice(1));
}

/** [unit]: 0 where it is removed, else one over the share that stays. One stays at least. */
function keptFactors(
  units: number,
  share: number,
  key: number,
  draw: number,
  layer: number,
): Float64Array {
  const removed = Math.min(units - 1, Math.round(share * units));
  const factors = new Float64Array(units).fill(units / (units - removed));
  const order = permutation(units, extendKey(extendKey(key, draw), layer));
  for (const unit of order.subarray(0, removed)) factors[unit] = 0;
  return factors;
}

function summary(share: number, accuracies: readonly number[]): RedundancyPoint {
  return {
    share,
    accuracy: accuracies.reduce((sum, one) => sum + one, 0) / accuracies.length,
    lowest: Math.min(...accuracies),
    highest: Math.max(...accuracies),
  };
}
