/** What is drawn of a line: the part that is shown, smoothed where that is on, thinned, with its band. */
import { sampleIndices } from '../data/series-sampling.ts';
import { smooth } from '../data/series-smoothing.ts';
import type { LineView } from '../data/chart-view.ts';
import type {
  BandPoint,
  DrawnPart,
  DrawnSeries,
  Series,
  SeriesPoint,
} from '../data/series-types.ts';
import { epochsWithin } from '../data/series-window.ts';
import type { AxisWindow } from '../data/series-window.ts';

/** Of each repeated run: there are many, and they are faint. */
const SEED_POINTS = 120;

type View = Pick<LineView, 'smoothing' | 'showsSeeds'>;

export function drawSeries(one: Series, window: AxisWindow, view: View): DrawnSeries {
  const [first, last] = epochsWithin(one, window);
  const smoothed = smooth(one.values, view.smoothing);
  const until = one.upTo ?? Infinity;
  const part = (range: Range) => drawPart(one, view, [smoothed, range]);
  return {
    ...one,
    ...part([first, Math.min(last, until)]),
    later: until < last ? part([Math.max(first, until), last]) : null,
    end: newest(one, smoothed, window),
  };
}

type Range = readonly [first: number, last: number];

function drawPart(
  one: Series,
  view: View,
  [smoothed, range]: readonly [smoothed: Float64Array, range: Range],
): DrawnPart {
  const points = samplePoints(smoothed, range);
  const hasBand = one.isMain && !one.isReference && one.kind.hasBars !== true;
  const spread = hasBand && one.spread ? smooth(one.spread, view.smoothing) : null;
  const showsSeeds = view.showsSeeds && one.columns.length > 1 && !one.isReference;
  return {
    points,
    raw: view.smoothing > 0 && !one.isReference ? samplePoints(one.values, range) : [],
    band: spread ? bandOf(points, spread) : [],
    seeds: showsSeeds ? one.columns.map((values) => samplePoints(values, range, SEED_POINTS)) : [],
  };
}

function samplePoints(
  values: Float64Array,
  [first, last]: Range,
  maxPoints?: number,
): readonly SeriesPoint[] {
  const shown = values.subarray(first, Math.max(first, last + 1));
  return sampleIndices(shown, maxPoints).map((index) => {
    const value = shown[index] ?? NaN;
    return { epoch: first + index, value: Number.isNaN(value) ? null : value };
  });
}

/** Broken where fewer than two lanes have a value. */
function bandOf(
  points: readonly SeriesPoint[],
  spread: Float64Array,
): readonly (readonly BandPoint[])[] {
  const pieces: BandPoint[][] = [];
  let piece: BandPoint[] | null = null;
  for (const { epoch, value } of points) {
    const deviation = spread[epoch] ?? NaN;
    if (value === null || Number.isNaN(deviation)) {
      piece = null;
      continue;
    }
    if (!piece) pieces.push((piece = []));
    piece.push({ epoch, low: value - deviation, high: value + deviation });
  }
  return pieces;
}

function newest({ values, pace, upTo }: Series, drawn: Float64Array, { from, to }: AxisWindow) {
  let epoch = Math.min(values.length - 1, Math.floor(to / pace), upTo ?? Infinity);
  while (epoch >= 0 && epoch * pace >= from && Number.isNaN(values[epoch] ?? NaN)) epoch -= 1;
  if (epoch < 0 || epoch * pace < from) return { epoch: -1, drawn: NaN };
  return { epoch, drawn: drawn[epoch] ?? NaN };
}
