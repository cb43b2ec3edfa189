/** The area in which a line was foretold to end, beneath the lines: what came is seen against it. */
import { axisX, markY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import type { Prediction } from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface PredictedAreaProps {
  readonly scale: ChartScale;
  readonly prediction: Prediction;
}

export function PredictedArea({ scale, prediction }: PredictedAreaProps) {
  const { top, fontSize } = scale.layout;
  const { low, high, label } = prediction;
  const [left, right] = [axisX(scale, prediction.from), axisX(scale, prediction.to)];
  // As much of it as the axis shows, and a line at its edge where it shows none.
  const [upper, lower] = [markY(scale, high), markY(scale, low)];
  const isAtTop = upper - fontSize < top;
  return (
    <g data-mark="prediction">
      <rect
        x={left}
        y={upper}
        width={Math.max(0, right - left)}
        height={Math.max(2, lower - upper)}
        className={styles.prediction}
      />
      <text
        x={right - 0.3 * fontSize}
        y={isAtTop ? upper + 1.2 * fontSize : upper - 0.4 * fontSize}
        textAnchor="end"
        className={styles.predictionText}
      >
        {label}
      </text>
    </g>
  );
}
