/**
 * The lines, as Recharts' with a shape of our own that finds its path in a context. Recharts itself
 * would rebuild some ten objects per point and keep them in its store: about 100 ms of CPU per update
 * of two charts with eight lines of 250 points, against 11 ms. So a Line is given the corners of its
 * field once and never changes; what it draws does.
 */
import { createContext, use } from 'react';
import { Line } from 'recharts';
import { axisX, valueY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { lineDash } from './draw/series-look.ts';
import { linePath } from './draw/series-path.ts';
import type { DrawnSeries, SeriesPoint } from './data/series-types.ts';
import styles from './chart-frame.module.css';

/** A Line without two points draws nothing. */
const CORNERS = [
  { epoch: 0, value: 0 },
  { epoch: 1, value: 0 },
];

interface SeriesLinesProps {
  readonly scale: ChartScale;
  readonly series: readonly DrawnSeries[];
  readonly clipId: string;
}

export function SeriesLines({ scale, series, clipId }: SeriesLinesProps) {
  return series
    .filter(({ isReference, kind }) => !isReference && kind.hasNoLine !== true)
    .toSorted(mainLast)
    .map((one) => (
      <DrawnLineContext key={one.id} value={{ scale, one, clipId }}>
        <Line
          data={CORNERS}
          dataKey="value"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          zIndex={0}
          shape={drawnLine}
        />
      </DrawnLineContext>
    ));
}

interface DrawnLine {
  readonly scale: ChartScale;
  readonly one: DrawnSeries;
  readonly clipId: string;
}

const DrawnLineContext = createContext<DrawnLine | null>(null);

function drawnLine() {
  return <LineShape />;
}

function LineShape() {
  const drawn = use(DrawnLineContext);
  if (!drawn) return null;
  const { scale, one, clipId } = drawn;
  const look = {
    stroke: one.owner.color,
    strokeDasharray: lineDash(one),
    clipPath: `url(#${clipId})`,
    className: `recharts-line-curve ${styles[lineClass(one)] ?? ''}`,
  };
  return (
    <>
      {one.later && (
        <g className={styles.later}>
          <path {...look} d={pathOf(scale, one.pace, one.later.points)} data-later={one.id} />
        </g>
      )}
      <path {...look} d={pathOf(scale, one.pace, one.points)} data-series={one.id} />
    </>
  );
}

/** Points of a line that has so many units of the axis in an epoch. */
export function pathOf(scale: ChartScale, pace: number, points: readonly SeriesPoint[]): string {
  return linePath(
    points,
    (epoch) => axisX(scale, epoch * pace),
    (value) => valueY(scale, value),
  );
}

/** Main lines lie on top. */
function mainLast(a: DrawnSeries, b: DrawnSeries): number {
  return Number(isStrong(a)) - Number(isStrong(b));
}

function lineClass(one: DrawnSeries) {
  if (one.owner.isMinor === true) return 'minorLine';
  return one.isMain ? 'mainLine' : 'otherLine';
}

function isStrong({ isMain, owner }: DrawnSeries): boolean {
  return isMain && owner.isMinor !== true;
}
