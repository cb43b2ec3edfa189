/**
 * The lines, as Recharts' with a shape of our own that finds its path in a context. Recharts itself
 * would rebuild some ten objects per point and keep them in its store: about 100 ms of CPU per update
 * of two charts with eight lines of 250 points, against 11 ms. So a Line is given the corners of its
 * field once and never changes; what it draws does.
 */
import { createContext, use, useId } from 'react';
import { Line } from 'recharts';
import { epochX, valueY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { linePath } from './series-path.ts';
import type { Series } from './series-types.ts';
import styles from './chart-frame.module.css';

/** A Line without two points draws nothing. */
const CORNERS = [
  { epoch: 0, value: 0 },
  { epoch: 1, value: 0 },
];

/** Room for half a stroke, which would else be cut off at 0 and at 100 %. */
const SLACK = 3;

interface SeriesLinesProps {
  readonly scale: ChartScale;
  readonly series: readonly Series[];
}

export function SeriesLines({ scale, series }: SeriesLinesProps) {
  const { left, right, top, bottom } = scale.layout;
  const clipId = useId();
  return (
    <>
      <clipPath id={clipId}>
        <rect x={left} y={top - SLACK} width={right - left + SLACK} height={bottom - top + SLACK} />
      </clipPath>
      {series.toSorted(trainingFirst).map((one) => (
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
      ))}
    </>
  );
}

interface DrawnLine {
  readonly scale: ChartScale;
  readonly one: Series;
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
  return (
    <path
      d={linePath(
        one.points,
        (epoch) => epochX(scale, epoch),
        (value) => valueY(scale, value),
      )}
      stroke={one.arm.color}
      strokeDasharray={one.split === 'training' ? one.arm.dash : undefined}
      clipPath={`url(#${clipId})`}
      className={`recharts-line-curve ${styles[one.split] ?? ''}`}
      data-series={one.id}
    />
  );
}

/** Validation lines lie on top. */
function trainingFirst(a: Series, b: Series): number {
  return Number(a.split === 'validation') - Number(b.split === 'validation');
}
