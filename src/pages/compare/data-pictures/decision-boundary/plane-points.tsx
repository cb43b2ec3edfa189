/** The points over the plane: those that train, validation points if they are wanted, and the user's own. */
import { useMemo } from 'react';
import type { OwnPoint } from '../../../../datasets/own/own-points.ts';
import type { Rows } from '../../../../datasets/dataset.ts';
import type { Split } from '../../../../datasets/splitting/split.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { MOST_VALIDATION_POINTS } from '../validation-switch.tsx';
import { useOwnPoints } from './own-points.ts';
import type { PlaneScale } from './plane-scale.ts';
import { PointMarks, WrongRings } from './point-marks.tsx';
import type { PlanePoint } from './point-marks.tsx';
import { useRemovedPoints } from './removed-points.ts';

interface PlanePointsProps {
  /** All that was drawn, removed points too. */
  readonly whole: Split;
  readonly scale: PlaneScale;
}

export function PlanePoints({ whole, scale }: PlanePointsProps) {
  const { training, validation } = whole;
  const showsValidation = usePlayground((state) => state.showsValidationPoints);
  const { staying, waiting, leaving } = useOwnPoints();
  const drawn = useDrawnPoints(whole);
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
      <PointMarks kind="training" points={drawn.staying} {...common} />
      <WrongRings points={drawn.wrong} scale={scale} radius={radius * 1.9} />
      <PointMarks kind="leaving" points={drawn.leaving} {...common} />
      <PointMarks kind="waiting" points={drawn.waiting} {...common} />
      <PointMarks kind="leaving" points={own.leaving} scale={scale} radius={OWN_RADIUS} />
      <PointMarks kind="own" points={own.staying} scale={scale} radius={OWN_RADIUS} />
      <PointMarks kind="waiting" points={own.waiting} scale={scale} radius={OWN_RADIUS} />
    </>
  );
}

/** Drawn points: those that train and stay, those removed since, and those put back since. */
function useDrawnPoints({ training }: Split) {
  const { set, trained } = useRemovedPoints();
  return useMemo(() => {
    const all = pointsOf(training, training.count);
    const where = (isRemoved: boolean, wasRemoved: boolean) =>
      all.filter((_, row) => set.has(row) === isRemoved && trained.has(row) === wasRemoved);
    const wrong = [...training.wrongRows].filter((row) => !set.has(row) && !trained.has(row));
    return {
      staying: where(false, false),
      leaving: where(true, false),
      waiting: where(false, true),
      wrong: wrong.flatMap((row) => all[row] ?? []),
    };
  }, [training, set, trained]);
}

const OWN_RADIUS = 1.7;

/** Radius of a point, in hundredths of the frame's side. */
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
