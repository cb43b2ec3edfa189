/** What a network answers whose activations are multiplied at inference, on its validation rows. */
import { mean } from '../../base/statistics/summary.ts';
import type { LaneState } from '../../engine/lanes/lane-state.ts';
import type { LanePlan } from '../../engine/lanes/lanes.ts';
import { accuracy, measureRows } from '../../engine/measuring/metrics.ts';
import { plainForward } from '../../engine/step/plain-forward.ts';
import { scaledRows } from '../../engine/step/scaled-rows.ts';
import { softmaxRows } from '../../engine/step/softmax.ts';
import { droppedUnits } from '../../engine/step/step-masks.ts';
import type { ScaledAnswer, ScaledAnswers } from '../../figures/lane-result.ts';

export function measureScaled(
  plan: LanePlan,
  state: LaneState,
  factors: readonly number[],
): ScaledAnswers {
  return {
    byFactor: factors.map((factor) => answerScaled(plan, state, factor)),
    trainingActivation: trainingActivation(plan, state),
  };
}

function answerScaled({ network, data }: LanePlan, state: LaneState, factor: number): ScaledAnswer {
  const { validation } = data;
  const rows = Array.from({ length: validation.count }, (_, row) => row);
  const factors = unitsOf(state).map((units) => new Float64Array(units).fill(factor));
  const pass = plainForward(network, state, scaledRows(validation, rows), factors);
  const { losses, predictions } = measureRows(pass.outputs, validation.targets, network.task);
  const classes = network.sizes.at(-1) ?? 1;
  const probabilities = softmaxRows(pass.outputs, classes);
  const largest = rows.map((row) =>
    Math.max(...probabilities.subarray(row * classes, (row + 1) * classes)),
  );
  return {
    factor,
    loss: mean([...losses]),
    accuracy: accuracy(predictions, validation.targets),
    confidence: mean(largest),
    activation: mean([...(pass.hidden[0] ?? [])]),
  };
}

/** Every row has the mask that it would have as the same row of a batch of all of them. */
function trainingActivation(
  { network, data, identity, settings }: LanePlan,
  state: LaneState,
): number {
  const { validation } = data;
  const rows = Array.from({ length: validation.count }, (_, row) => row);
  const [first] = plainForward(network, state, scaledRows(validation, rows)).hidden;
  const [units = 0] = unitsOf(state);
  const keep = settings.slots.keepHidden ?? 1;
  const dropped = droppedUnits(identity, 0, keep, 0, [validation.count, units]);
  return mean(Array.from(first ?? [], (value, i) => (dropped[i] === 1 ? 0 : value / keep)));
}

function unitsOf(state: LaneState): number[] {
  return state.slice(0, -1).map(({ bias }) => bias.value.length);
}
