/** What a click into the plane does: a training point more, or one less, drawn or the user's own. */
import type { MouseEvent } from 'react';
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { OwnPoint } from '../../../../datasets/own/own-points.ts';
import type { Split } from '../../../../datasets/splitting/split.ts';
import { MOST_REMOVED_POINTS } from '../../../../experiment/check-removed-points.ts';
import { MOST_OWN_POINTS, OWN_POINT_PLACE } from '../../../../experiment/check-own-points.ts';
import type { PointTool } from '../../../../store/compare/data-picture-state.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { drawnPoints, drawnText } from './drawn-points.ts';
import type { DrawnPoint } from './drawn-points.ts';
import { useOwnPoints } from './own-points.ts';
import { SIDE } from './plane-scale.ts';
import type { PlaneScale } from './plane-scale.ts';
import { pointText } from './point-text.ts';
import { useRemovedPoints } from './removed-points.ts';

/** How far from a click the point may be that it removes; of the frame's side 100. */
const REACH = 5;
const NOT_HERE = 'No training point there.';

type Click = MouseEvent<SVGSVGElement>;

/** Null where a click does nothing. `whole`: what was drawn for the arm whose plane it is. */
export function usePointTool(
  scale: PlaneScale,
  dataset: Dataset,
  whole: Split,
): ((click: Click) => void) | null {
  const tool = usePlayground((state) => state.pointTool);
  const addOwnPoint = useAddingPoint(dataset);
  const removeAt = useRemovingPoint(scale, dataset, whole);
  const { isEditable } = useOwnPoints();
  const label = classOf(tool);
  if (!isEditable || tool === 'look') return null;
  if (label === null) return (click) => removeAt(pointInFrame(click));
  return (click) => {
    const [x, y] = scale.toPlane(...pointInFrame(click));
    addOwnPoint([coordinate(x), coordinate(y), label]);
  };
}

/** Removes what is nearest to a click, and says so, or why nothing is. */
function useRemovingPoint(scale: PlaneScale, dataset: Dataset, whole: Split) {
  const notePoint = usePlayground((state) => state.notePoint);
  const changeOwnPoints = usePlayground((state) => state.changeOwnPoints);
  const { set: own } = useOwnPoints();
  const removeDrawn = useRemovingDrawn(dataset);
  const { set: removed } = useRemovedPoints();
  return (place: readonly [number, number]) => {
    const drawn = drawnPoints(whole).filter(({ row }) => !removed.has(row));
    // Own points lie above drawn ones: of equally near ones they come first.
    const all = [...own, ...drawn.map(({ point }) => point)];
    const index = nearest(all, scale, place);
    const [ownPoint, drawnPoint] = [own[index], drawn[index - own.length]];
    if (drawnPoint) removeDrawn(drawnPoint);
    else if (ownPoint) {
      changeOwnPoints(own.toSpliced(index, 1));
      notePoint(`Removed: ${pointText(dataset, ownPoint)}.`);
    } else notePoint(NOT_HERE);
  };
}

/** Removes a drawn point and says so, or why not. */
export function useRemovingDrawn(dataset: Dataset): (drawn: DrawnPoint) => void {
  const notePoint = usePlayground((state) => state.notePoint);
  const { remove } = useRemovedPoints();
  return (drawn) => {
    remove?.(drawn.row);
    notePoint(
      remove
        ? `Removed: ${drawnText(dataset, drawn)}.`
        : `${MOST_REMOVED_POINTS} drawn points are removed: there can be no more.`,
    );
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

function classOf(tool: PointTool): 0 | 1 | null {
  if (tool === 'addClass0') return 0;
  return tool === 'addClass1' ? 1 : null;
}

/** Where a click is in the frame, 0 to 100 each way. */
function pointInFrame({ clientX, clientY, currentTarget }: Click): readonly [number, number] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [(SIDE * (clientX - left)) / width, (SIDE * (clientY - top)) / height];
}

/** Two decimals: finer than a click is. */
function coordinate(value: number): number {
  const { min, max } = OWN_POINT_PLACE;
  // Adding 0 makes 0 of −0.
  return Math.min(max, Math.max(min, Math.round(value * 100) / 100)) + 0;
}

/** Index of the point nearest to a click; −1 where none is within reach. */
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
