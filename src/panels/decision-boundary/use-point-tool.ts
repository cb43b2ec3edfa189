/** What a click into the plane does: a training point more, or one of the user's own less. */
import type { MouseEvent } from 'react';
import type { Dataset } from '../../datasets/dataset.ts';
import type { OwnPoint } from '../../datasets/own-points.ts';
import { MOST_OWN_POINTS, OWN_POINT_PLACE } from '../../protocol/check-own-points.ts';
import type { PointTool } from '../../store/data-picture-slice.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { className } from '../class-name.ts';
import { useOwnPoints } from './own-points.ts';
import { SIDE } from './plane-scale.ts';
import type { PlaneScale } from './plane-scale.ts';

/** How far from a click the point may be that it removes; of the frame's side 100. */
const REACH = 5;
const NOT_HERE = 'No own point there; drawn points stay.';

type Click = MouseEvent<SVGSVGElement>;

/** Null where a click does nothing. */
export function usePointTool(scale: PlaneScale, dataset: Dataset): ((click: Click) => void) | null {
  const tool = usePlayground((state) => state.pointTool);
  const notePoint = usePlayground((state) => state.notePoint);
  const changeOwnPoints = usePlayground((state) => state.changeOwnPoints);
  const addOwnPoint = useAddingPoint(dataset);
  const { isEditable, set } = useOwnPoints();
  const label = classOf(tool);
  if (!isEditable || tool === 'look') return null;
  if (label !== null)
    return (click) => {
      const [x, y] = scale.toPlane(...placeOf(click));
      addOwnPoint([coordinate(x), coordinate(y), label]);
    };
  return (click) => {
    const index = nearest(set, scale, placeOf(click));
    const point = set[index];
    if (point) changeOwnPoints(set.toSpliced(index, 1));
    notePoint(point ? `Removed: ${pointText(dataset, point)}.` : NOT_HERE);
  };
}

/** Adds a point and says so, or why not. */
export function useAddingPoint(dataset: Dataset): (point: OwnPoint) => void {
  const notePoint = usePlayground((state) => state.notePoint);
  const changeOwnPoints = usePlayground((state) => state.changeOwnPoints);
  const { set } = useOwnPoints();
  return (point) => {
    if (set.length >= MOST_OWN_POINTS) {
      notePoint(`These are ${MOST_OWN_POINTS} own points: there can be no more.`);
      return;
    }
    changeOwnPoints([...set, point]);
    notePoint(`Added: ${pointText(dataset, point)}.`);
  };
}

/** "inner at 0.52, −0.3" */
export function pointText(dataset: Dataset, [x, y, label]: OwnPoint): string {
  const [left, right] = [x, y].map((value) => String(value).replace('-', '−'));
  return `${className(dataset, label)} at ${left ?? ''}, ${right ?? ''}`;
}

function classOf(tool: PointTool): 0 | 1 | null {
  if (tool === 'addClass0') return 0;
  return tool === 'addClass1' ? 1 : null;
}

/** In the frame, 0 to 100. */
function placeOf({ clientX, clientY, currentTarget }: Click): readonly [number, number] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [(SIDE * (clientX - left)) / width, (SIDE * (clientY - top)) / height];
}

/** Two decimals: finer than a click is. */
function coordinate(value: number): number {
  const { min, max } = OWN_POINT_PLACE;
  // Adding 0 makes 0 of −0.
  return Math.min(max, Math.max(min, Math.round(value * 100) / 100)) + 0;
}

/** Index of the own point next to a place; −1 where none is within reach. */
function nearest(
  points: readonly OwnPoint[],
  scale: PlaneScale,
  [left, top]: readonly [number, number],
): number {
  const distances = points.map(([x, y]) => {
    const [pointLeft, pointTop] = scale.toFrame({ x, y });
    return Math.hypot(pointLeft - left, pointTop - top);
  });
  const least = Math.min(...distances);
  return least <= REACH ? distances.indexOf(least) : -1;
}
