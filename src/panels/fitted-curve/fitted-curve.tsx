/** What one arm answers along the data's range, with the points it learns from and the curve behind them. */
import { memo, useMemo } from 'react';
import type { Dataset, Rows } from '../../datasets/dataset.ts';
import type { Split } from '../../datasets/split.ts';
import type { ArmId } from '../../protocol/experiment.ts';
import type { FittedCurveView } from '../../protocol/views.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { usePictures } from '../use-pictures.ts';
import { armStyle } from '../../ui/arm-style.ts';
import { PicturePlace } from '../picture-place.tsx';
import { PlotFrame } from '../plot-frame.tsx';
import { useRunRows } from '../run-rows.ts';
import { useShownDataset } from '../shown-dataset.ts';
import { MOST_VALIDATION_POINTS } from '../validation-switch.tsx';
import { FRAME, X_AXIS, curvePath, curveScale, trueValuesOf } from './curve-scale.ts';
import type { CurveScale } from './curve-scale.ts';
import { describeFit, measureFit } from './describe-fit.ts';
import styles from './fitted-curve.module.css';

export function FittedCurve({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  return (
    <PicturePlace armId={armId} view="fittedCurve">
      {(picture) => dataset && <Curve armId={armId} picture={picture} dataset={dataset} />}
    </PicturePlace>
  );
}

interface CurveProps {
  readonly armId: ArmId;
  readonly picture: FittedCurveView;
  readonly dataset: Dataset;
}

function Curve({ armId, picture, dataset: { curve, featureNames, target } }: CurveProps) {
  const noise = usePlayground((state) => (state.runExperiment ?? state.experiment).data.noise);
  const rows = useRunRows();
  const split = rows.get(armId);
  const places = picture.values.length;
  const trueValues = useMemo(() => (curve ? trueValuesOf(curve, places) : []), [curve, places]);
  const scale = useMemo(() => curveScale(rows, trueValues), [rows, trueValues]);
  const words = describeFit(measureFit(picture.values, trueValues), noise);
  const x = { name: featureNames?.[0] ?? 'x', ...X_AXIS };
  const y = { name: target?.name ?? 'y', from: scale.lowest, to: scale.highest };
  return (
    <>
      <PlotFrame x={x} y={y} aspect={FRAME.width / FRAME.height}>
        <svg
          className={styles.picture}
          viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
          role="img"
          aria-label={words}
        >
          {split && <CurvePoints split={split} scale={scale} />}
          <path className={styles.truth} d={curvePath(trueValues, scale)} />
          <OtherCurves armId={armId} scale={scale} />
          <path className={styles.curve} d={curvePath(picture.values, scale)} />
        </svg>
      </PlotFrame>
      <p className={styles.words}>{words}</p>
    </>
  );
}

const CurvePoints = memo(function CurvePoints({
  split: { training, validation },
  scale,
}: {
  readonly split: Split;
  readonly scale: CurveScale;
}) {
  const showsValidation = usePlayground((state) => state.showsValidationPoints);
  return (
    <>
      {showsValidation && (
        <path
          className={styles.validation}
          d={pointsPath(validation, MOST_VALIDATION_POINTS, scale)}
        />
      )}
      <path className={styles.training} d={pointsPath(training, training.count, scale)} />
    </>
  );
});

/** Lines of no length: with round ends they are dots. */
function pointsPath({ count, features, targets }: Rows, most: number, scale: CurveScale): string {
  const dots = Array.from({ length: Math.min(count, most) }, (_, row) => {
    const [left, top] = [scale.left(features[row] ?? NaN), scale.top(targets[row] ?? NaN)];
    return `M${left.toFixed(2)} ${top.toFixed(2)}h0`;
  });
  return dots.join('');
}

function OtherCurves({ armId, scale }: { readonly armId: ArmId; readonly scale: CurveScale }) {
  const shows = usePlayground((state) => state.showsOtherArms);
  const others = usePictures(armId, 'fittedCurve').filter((one) => one.armId !== armId);
  if (!shows) return null;
  return others.map((other) => {
    const { color: stroke, dash } = armStyle(other.armId);
    return (
      <path
        key={other.armId}
        className={styles.other}
        style={{ stroke, strokeDasharray: dash }}
        d={curvePath(other.picture.values, scale)}
      />
    );
  });
}
