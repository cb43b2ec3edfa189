/** Asks a network that has ended training about its validation rows, whole or with changed units. */
import { measureRows, accuracy, mean } from '../../src/engine/measuring/metrics.ts';
import type { SetFigures } from '../../src/engine/measuring/measuring.ts';
import { plainForward } from '../../src/engine/step/plain-forward.ts';
import { scaledRows } from '../../src/engine/step/scaled-rows.ts';
import { STREAM, makeKey, permutation } from '../../src/base/random.ts';
import { meanOf } from './claim.ts';
import type { FinalNetwork } from './effects.ts';

type UnitFactors = Parameters<typeof plainForward>[3];

/** Loss, and accuracy in per cent. */
function ask({ network, state, validation }: FinalNetwork, factors: UnitFactors): SetFigures {
  const rows = Array.from({ length: validation.count }, (_, row) => row);
  const { outputs } = plainForward(network, state, scaledRows(validation, rows), factors);
  const { losses, predictions } = measureRows(outputs, validation.targets, network.task);
  return { loss: mean(losses), accuracy: 100 * accuracy(predictions, validation.targets) };
}

/** Asks a network with the activations of all hidden layers multiplied by one factor. */
export function askScaled(network: FinalNetwork, factor: number): SetFigures {
  const layers = network.state.slice(0, -1);
  return ask(
    network,
    layers.map(({ bias }) => new Float64Array(bias.value.length).fill(factor)),
  );
}

const REMOVALS = 10;

/**
 * Accuracy without a share of the units of the only hidden layer, those left scaled up to make up for
 * the others: the mean over some random choices of units.
 */
export function accuracyWithout(network: FinalNetwork, share: number): number {
  const units = network.state[0]?.bias.value.length ?? 0;
  const left = Math.round(units * (1 - share));
  const accuracies = Array.from({ length: REMOVALS }, (_, removal) => {
    const factors = new Float64Array(units);
    const order = permutation(units, makeKey(removal, STREAM.evaluationSample));
    for (const unit of order.slice(0, left)) factors[unit] = units / left;
    return ask(network, [factors]).accuracy;
  });
  return meanOf(accuracies);
}
