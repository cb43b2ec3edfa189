/**
 * What the arms answer along the data's range, in one picture, with the points they learn from and the curve
 * behind them.
 */
import { memo, useMemo, useState } from 'react';
import type { Dataset, Rows } from '../../../../datasets/dataset.ts';
import type { Split } from '../../../../datasets/splitting/split.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { FittedCurveView } from '../../../../protocol/views.ts';
import { armName } from '../../../../experiment/arm-name.ts';
import { shownExperiment } from '../../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { DataPictureFrame } from '../data-picture-frame.tsx';
import { watchHeight } from '../../shared/drawn-height.ts';
import { NoPicture, OfWhat } from '../../shared/panel-picture.tsx';
import { PlotFrame } from '../../shared/plot-frame.tsx';
import { useRunRows } from '../../shared/run-rows.ts';
import type { RunRows } from '../../shared/run-rows.ts';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { usePictures } from '../../shared/use-pictures.ts';
import type { ArmPicture } from '../../shared/use-pictures.ts';
import { MOST_VALIDATION_POINTS, ValidationSwitch } from '../validation-switch.tsx';
import { CurveArms } from './curve-arms.tsx';
import { CurveEnds } from './curve-ends.tsx';
import { CurveKey } from './curve-key.tsx';
import { CurveLines } from './curve-lines.tsx';
import { FRAME, X_AXIS, curvePath, curveScale, trueValuesOf } from './curve-scale.ts';
import type { CurveScale } from './curve-scale.ts';
import { describeFit, describeNoise, measureFit } from './describe-fit.ts';
import styles from './fitted-curves.module.css';

type ArmCurve = ArmPicture<FittedCurveView>;

export function FittedCurves() {
  const dataset = useShownDataset();
  const curves = usePictures(null, 'fittedCurve');
  const chosen = usePlayground((state) => state.curveInFront);
  const [pointedAt, pointAt] = useState<ArmId | null>(null);
  const wanted = pointedAt ?? chosen;
  const inFront = curves.some(({ armId }) => armId === wanted) ? wanted : null;
  const trueValues = useTrueValues(dataset, curves);
  const fits = useMemo(
    () =>
      new Map(curves.map(({ armId, picture }) => [armId, measureFit(picture.values, trueValues)])),
    [curves, trueValues],
  );
  return (
    <DataPictureFrame title="Fitted curves" legend={<CurveKey />}>
      <div className={styles.place} ref={watchHeight}>
        {dataset && <Curves {...{ dataset, curves, trueValues, fits, inFront }} />}
      </div>
      <CurveArms fits={fits} onPoint={pointAt} />
      <div className={styles.foot}>
        <Distances />
        <ValidationSwitch />
      </div>
    </DataPictureFrame>
  );
}

interface CurvesProps {
  readonly dataset: Dataset;
  readonly curves: readonly ArmCurve[];
  readonly trueValues: readonly number[];
  readonly fits: Parameters<typeof CurveArms>[0]['fits'];
  /** Null: no curve is in front. */
  readonly inFront: ArmId | null;
}

function Curves({ dataset, curves, trueValues, fits, inFront }: CurvesProps) {
  const arms = usePlayground((state) => state.experiment.arms);
  const rows = useRunRows();
  const scale = useMemo(() => curveScale(rows, trueValues), [rows, trueValues]);
  const split = rowsShown(rows, inFront);
  const [first] = curves;
  if (!first) return arms[0] && <NoPicture armId={arms[0].id} />;
  const words = arms.flatMap((arm) => {
    const fit = fits.get(arm.id);
    return fit ? [`${armName(arm)}: ${describeFit(fit)}.`] : [];
  });
  const x = { name: dataset.featureNames?.[0] ?? 'x', ...X_AXIS };
  const y = { name: dataset.target?.name ?? 'y', from: scale.lowest, to: scale.highest };
  return (
    <>
      <OfWhat armId={inFront ?? first.armId} view="fittedCurve" className={styles.ofWhat} />
      <div className={styles.plot}>
        <PlotFrame x={x} y={y}>
          <svg
            className={styles.picture}
            viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={words.join(' ')}
          >
            {split && <CurvePoints split={split} scale={scale} />}
            <path className={styles.truth} d={curvePath(trueValues, scale)} />
            <CurveLines {...{ curves, scale, inFront }} />
          </svg>
          <CurveEnds {...{ curves, scale, inFront }} />
        </PlotFrame>
      </div>
    </>
  );
}

function Distances() {
  const noise = usePlayground((state) => shownExperiment(state).data.noise);
  return (
    <p className={styles.distances}>
      Off: the distance from the true curve (root mean square). {describeNoise(noise)}
    </p>
  );
}

function useTrueValues(dataset: Dataset | undefined, curves: readonly ArmCurve[]) {
  const curve = dataset?.curve;
  const places = curves[0]?.picture.values.length;
  return useMemo(
    () => (curve && places !== undefined ? trueValuesOf(curve, places) : []),
    [curve, places],
  );
}

/** Those of the arm in front, else of the arm that has the most: with fewer examples an arm has the first of them. */
function rowsShown(rows: RunRows, inFront: ArmId | null): Split | undefined {
  const own = inFront === null ? undefined : rows.get(inFront);
  return own ?? [...rows.values()].toSorted((a, b) => b.training.count - a.training.count)[0];
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
