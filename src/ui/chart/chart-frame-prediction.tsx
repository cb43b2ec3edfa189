/** The area in which a line was foretold to end, beneath the lines: what came is seen against it. */
import type { ChartScale } from './chart-frame-geometry.ts';
import type { DrawnSeries, Prediction } from './data/series-types.ts';
import { predictedArea, predictionLabelPlace } from './draw/prediction-place.ts';
import styles from './chart-frame.module.css';

interface PredictedProps {
  readonly scale: ChartScale;
  readonly prediction: Prediction;
}

export function PredictedArea({ scale, prediction }: PredictedProps) {
  const { left, right, upper, lower } = predictedArea(scale, prediction);
  return (
    <rect
      x={left}
      y={upper}
      width={Math.max(0, right - left)}
      height={Math.max(2, lower - upper)}
      className={styles.prediction}
      data-mark="prediction"
    />
  );
}

/** Over the lines, and where fewest of them run. */
export function PredictionLabel({
  scale,
  prediction,
  series,
}: PredictedProps & { readonly series: readonly DrawnSeries[] }) {
  const place = predictionLabelPlace(scale, prediction, series);
  if (!place) return null;
  return (
    <text {...place} textAnchor="end" className={styles.predictionText}>
      {prediction.label}
    </text>
  );
}
