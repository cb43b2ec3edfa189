/** Which inputs and hidden units dropout dropped in the step taken last, row by row of its batch. */
import { droppedInputs, droppedUnits, rowsOfStep } from '../../engine/step/step-masks.ts';
import { MOST_VIEW_BYTES } from '../../protocol/views.ts';
import type { DropoutMaskView } from '../../protocol/views.ts';
import { inkOf } from './shown-example.ts';
import type { LaneInside, ViewMaker } from './view-maker.ts';

/** One looks at a few. */
const MOST_ROWS = 32;

export const dropoutMaskView: ViewMaker<'dropoutMask'> = {
  needsWeights: true,
  make: (lane) => (lane.step > 0 ? lastStep(lane) : noStep(lane)),
};

/** None was taken yet, or the lane has stopped and its last one is not known. */
function noStep(lane: LaneInside): DropoutMaskView {
  return {
    ...{ step: lane.step, ...ratesOf(lane) },
    ...{ batchRows: 0, rows: [], ink: null, inputs: null, hidden: [] },
  };
}

function ratesOf({ stepSettings: { slots } }: LaneInside) {
  return { hiddenRate: 1 - (slots.keepHidden ?? 1), inputRate: 1 - (slots.keepInput ?? 1) };
}

function lastStep(lane: LaneInside): DropoutMaskView {
  const { plan, dataset, step, stepSettings } = lane;
  const { identity, batchSize, network, data } = plan;
  const [inputs = 0, ...others] = network.sizes;
  const hidden = others.slice(0, -1);
  const { keepHidden = 1, keepInput = 1 } = stepSettings.slots;
  // Steps are counted from 0 where masks are drawn.
  const index = step - 1;
  const batch = rowsOfStep(identity, data.training.count, batchSize, index);
  const shown = batch.subarray(0, mostRows(inputs, hidden));
  return {
    ...{ step, ...ratesOf(lane), batchRows: batch.length },
    rows: Array.from(shown, (row) => ({ row, target: data.training.targets[row] ?? NaN })),
    ink: dataset.image && inkOfRows(lane, shown),
    inputs:
      keepInput < 1 ? droppedInputs(identity, index, keepInput, [shown.length, inputs]) : null,
    hidden: hidden.map((units, layer) =>
      droppedUnits(identity, index, keepHidden, layer, [shown.length, units]),
    ),
  };
}

/** As many as the view has room for, with ink and input mask. */
function mostRows(inputs: number, hidden: readonly number[]): number {
  const bytes = 2 * inputs + hidden.reduce((sum, units) => sum + units, 0);
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_VIEW_BYTES / bytes)));
}

function inkOfRows({ plan: { data } }: LaneInside, rows: Int32Array): Uint8Array {
  const images = Array.from(rows, (row) => inkOf(data.training, row));
  const ink = new Uint8Array(images.reduce((sum, { length }) => sum + length, 0));
  images.forEach((image, i) => {
    ink.set(image, i * image.length);
  });
  return ink;
}
