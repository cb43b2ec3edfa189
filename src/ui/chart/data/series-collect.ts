/** From the lanes of a run to the lines of a chart: pure, run at every update of the charts. */
import type { LineOwner } from './line-owner.ts';
import { averageColumns, countAt } from './series-average.ts';
import { laneColumn } from './series-columns.ts';
import type { AxisUnit } from './chart-view.ts';
import type { LaneSource, RunLine, RunMeasure } from './run-source.ts';
import type { Measure, Parting, Series, SeriesPoint } from './series-types.ts';

interface CollectOptions {
  readonly unit?: AxisUnit;
  readonly isReference?: boolean;
  /** The epoch looked back at; null: none. */
  readonly upTo?: number | null;
}

/** The lines of every owner that has lanes, in the order of the owners and of the measure's kinds. */
export function collectSeries<Figure extends string>(
  lanes: readonly LaneSource<Figure>[],
  owners: readonly LineOwner[],
  measure: Pick<RunMeasure<Figure>, 'lines' | 'best'>,
  { unit = 'epochs', isReference = false, upTo = null }: CollectOptions = {},
): readonly Series[] {
  return owners.flatMap((owner) => {
    const own = lanes
      .filter(({ lane }) => lane.armId === owner.id)
      .toSorted((a, b) => a.lane.replicate - b.lane.replicate);
    const [first] = own;
    if (!first) return [];
    const pace = unit === 'steps' ? first.lane.stepsPerEpoch : 1;
    const shared = { owner, isReference, pace, upTo, dots: NO_DOTS, ...endings(own) };
    return measure.lines.map((kind, index) => ({
      ...shared,
      ...lineOf(own, kind, { best: index === 0 && !isReference ? measure.best : null, upTo }),
      id: `${isReference ? 'reference ' : ''}${owner.id} ${kind.name}`,
      isMain: index === 0,
      restored: index === 0 && !isReference ? restoredEpochs(own) : [],
    }));
  });
}

function lineOf<Figure extends string>(
  lanes: readonly LaneSource<Figure>[],
  kind: RunLine<Figure>,
  { best, upTo }: { readonly best: Measure['best']; readonly upTo: number | null },
) {
  const columns = lanes.map((lane) => laneColumn(lane, kind));
  const { values, spread } = averageColumns(columns);
  return {
    ...{ kind, columns, values, spread },
    last: values.findLastIndex((value) => !Number.isNaN(value)),
    ...bestEpochs({ values, columns, direction: best }, upTo),
  };
}

interface Judged {
  readonly values: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly direction: 'highest' | 'lowest' | null;
}

function bestEpochs(judged: Judged, upTo: number | null): Pick<Series, 'best' | 'laterBest'> {
  const whole = bestEpoch(judged, Infinity);
  if (upTo === null) return { best: whole, laterBest: -1 };
  return { best: bestEpoch(judged, upTo), laterBest: whole > upTo ? whole : -1 };
}

/**
 * -1 if nothing is better than the untrained network. Means are compared where all lanes are in them: when
 * some have ended, the mean of those that go on may be better for that alone.
 */
function bestEpoch({ values, columns, direction }: Judged, upTo: number): number {
  if (direction === null) return -1;
  let best = -1;
  values.subarray(0, Math.min(values.length, upTo + 1)).forEach((value, epoch) => {
    if (Number.isNaN(value) || countAt(columns, epoch) < columns.length) return;
    const champion = values[best] ?? NaN;
    if (best < 0 || (direction === 'highest' ? value > champion : value < champion)) best = epoch;
  });
  return best > 0 ? best : -1;
}

const NO_DOTS: Series['dots'] = [];

/** How the lanes of an owner ended. */
function endings(lanes: readonly LaneSource<string>[]): Pick<Series, 'partings' | 'stopped'> {
  const partings = partingsOf(lanes);
  const isOver = lanes.every(({ end }) => end !== null);
  return {
    partings: partings.filter(({ remaining }) => remaining > 0),
    stopped: isOver ? (partings.at(-1)?.kind ?? null) : null,
  };
}

/** The partings in the order of their epochs; those of one kind at one epoch are one. */
function partingsOf(lanes: readonly LaneSource<string>[]): readonly Parting[] {
  const ended = lanes.filter(({ end }) => end !== null).toSorted((a, b) => a.length - b.length);
  return ended.reduce<readonly Parting[]>((all, { length, end }) => {
    const before = all.at(-1);
    const remaining = (before?.remaining ?? lanes.length) - 1;
    const next = { epoch: length - 1, kind: end?.kind ?? '', lanes: 1, remaining };
    return before?.epoch === next.epoch && before.kind === next.kind
      ? all.with(-1, { ...next, lanes: before.lanes + 1 })
      : [...all, next];
  }, []);
}

function restoredEpochs(lanes: readonly LaneSource<string>[]): Series['restored'] {
  const epochs = lanes.flatMap(({ restoredEpoch }) => restoredEpoch ?? []);
  return [...new Set(epochs)]
    .toSorted((a, b) => a - b)
    .map((epoch) => ({ epoch, lanes: epochs.filter((each) => each === epoch).length }));
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
export function lastEpoch(series: readonly Pick<Series, 'last'>[]): number {
  return series.reduce((latest, { last }) => Math.max(latest, last), -1);
}
