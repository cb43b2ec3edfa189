/** The points over the plane: those that train, validation points if they are wanted, and the user's own. */
import { useMemo } from 'react';
import type { OwnPoint } from '../../datasets/own-points.ts';
import type { Rows } from '../../datasets/dataset.ts';
import type { Split } from '../../datasets/split.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { MOST_VALIDATION_POINTS } from '../validation-switch.tsx';
import { useOwnPoints } from './own-points.ts';
import type { PlaneScale } from './plane-scale.ts';
import { PointMarks, WrongRings } from './point-marks.tsx';
import type { PlanePoint } from './point-marks.tsx';

interface PlanePointsProps {
  readonly split: Split;
  readonly scale: PlaneScale;
}

export function PlanePoints({ split: { training, validation }, scale }: PlanePointsProps) {
  const showsValidation = usePlayground((state) => state.showsValidationPoints);
  const { trained, staying, waiting, leaving } = useOwnPoints();
  const drawnCount = training.count - trained.length;
  const drawn = useMemo(() => pointsOf(training, drawnCount), [training, drawnCount]);
  const wrong = useMemo(
    () => [...training.wrongRows].flatMap((row) => drawn[row] ?? []),
    [training, drawn],
  );
  const held = useMemo(
    () => pointsOf(validation, Math.min(validation.count, MOST_VALIDATION_POINTS)),
    [validation],
  );
  const own = useMemo(
    () => ({
      staying: staying.map(fromOwn),
      waiting: waiting.map(fromOwn),
      leaving: leaving.map(fromOwn),
    }),
    [staying, waiting, leaving],
  );
  const radius = radiusFor(training.count);
  const common = { scale, radius };
  return (
    <>
      {showsValidation && <PointMarks kind="validation" points={held} {...common} />}
      <PointMarks kind="training" points={drawn} {...common} />
      <WrongRings points={wrong} scale={scale} radius={radius * 1.9} />
      <PointMarks kind="leaving" points={own.leaving} scale={scale} radius={OWN_RADIUS} />
      <PointMarks kind="own" points={own.staying} scale={scale} radius={OWN_RADIUS} />
      <PointMarks kind="waiting" points={own.waiting} scale={scale} radius={OWN_RADIUS} />
    </>
  );
}

const OWN_RADIUS = 1.7;

/** Of the frame's side 100. */
function radiusFor(points: number): number {
  if (points <= 250) return 1.15;
  return points <= 1000 ? 0.9 : 0.6;
}

function pointsOf({ features, targets }: Rows, count: number): readonly PlanePoint[] {
  return Array.from({ length: count }, (_, row) => ({
    x: features[2 * row] ?? NaN,
    y: features[2 * row + 1] ?? NaN,
    label: targets[row] ?? NaN,
  }));
}

function fromOwn([x, y, label]: OwnPoint): PlanePoint {
  return { x, y, label };
}
