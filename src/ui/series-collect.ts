/** From the lanes of a run to the lines of a chart: pure, run at every update of the charts. */
import type { ArmStyleInfo } from './arm-style.ts';
import { sampleIndices } from './series-sampling.ts';
import type { LaneSource, Measure, Series, SeriesPoint, Split } from './series-types.ts';

const SPLITS: readonly Split[] = ['validation', 'training'];

/** Validation and training of each arm, in the order of the arms; of an arm its first lane. */
export function collectSeries<Figure extends string>(
  lanes: readonly LaneSource<Figure>[],
  arms: readonly ArmStyleInfo[],
  measure: Measure<Figure>,
): readonly Series[] {
  return arms.flatMap((arm) => {
    const lane = lanes.find((each) => each.lane.armId === arm.armId);
    return lane ? SPLITS.map((split) => laneSeries(lane, arm, split, measure)) : [];
  });
}

function laneSeries<Figure extends string>(
  lane: LaneSource<Figure>,
  arm: ArmStyleInfo,
  split: Split,
  measure: Measure<Figure>,
): Series {
  const values = new Float64Array(lane.length);
  for (let epoch = 0; epoch < values.length; epoch++) {
    const value = lane.value(measure.figures[split], epoch);
    values[epoch] = Number.isFinite(value) ? value : NaN;
  }
  return {
    id: `${arm.armId} ${split}`,
    arm,
    split,
    values,
    points: samplePoints(values),
    last: values.findLastIndex((value) => !Number.isNaN(value)),
    best: split === 'validation' ? bestEpoch(values, measure.best) : -1,
    restored: (split === 'validation' ? lane.restoredEpoch : null) ?? -1,
    stopped: lane.end?.kind ?? null,
  };
}

function samplePoints(values: Float64Array): readonly SeriesPoint[] {
  return sampleIndices(values).map((epoch) => {
    const value = values[epoch] ?? NaN;
    return { epoch, value: Number.isNaN(value) ? null : value };
  });
}

/** -1 if nothing is better than the untrained network. */
function bestEpoch(values: Float64Array, direction: 'highest' | 'lowest'): number {
  let best = -1;
  values.forEach((value, epoch) => {
    if (Number.isNaN(value)) return;
    const champion = values[best] ?? NaN;
    if (best < 0 || (direction === 'highest' ? value > champion : value < champion)) best = epoch;
  });
  return best > 0 ? best : -1;
}

/** Points with a gap on either side, which no line would show. */
export function lonePoints(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  return points.filter(
    ({ value }, i) =>
      value !== null &&
      (points[i - 1]?.value ?? null) === null &&
      (points[i + 1]?.value ?? null) === null,
  );
}

/** The last epoch that any line has a value of; -1 before there is one. */
export function lastEpoch(series: readonly Series[]): number {
  return series.reduce((latest, { last }) => Math.max(latest, last), -1);
}
