/** What is wrong with the user's own points, in plain sentences. */
import { checkValue } from '../settings/settings.ts';
import type { NumberSetting, Problem } from '../settings/settings.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { Experiment } from './experiment.ts';

export const MOST_OWN_POINTS = 500;

/** The range of x and of y: far beyond the points of any set in the plane. */
export const OWN_POINT_PLACE = {
  kind: 'number',
  label: 'Place',
  min: -10,
  max: 10,
  initial: 0,
} as const satisfies NumberSetting;

const PATH = 'data.ownPoints';
const WANTED = 'must be [x, y, class]: x and y from -10 to 10, the class 0 or 1';

/** Whether points can be put among the training examples of a set by hand. */
export function takesOwnPoints({ group, task }: Pick<Dataset, 'group' | 'task'>): boolean {
  return group === 'plane' && task === 'classification';
}

/** Checks a value of any kind and names the first wrong point; undefined means that there are no own points. */
export function checkOwnPoints(points: unknown): Problem[] {
  if (points === undefined) return [];
  if (!Array.isArray(points)) return [problem('Own points must be a list.')];
  if (points.length > MOST_OWN_POINTS)
    return [problem(`At most ${MOST_OWN_POINTS} own points; these are ${points.length}.`)];
  const index = points.findIndex((point: unknown) => !isOwnPoint(point));
  if (index < 0) return [];
  return [problem(`Own point ${index + 1} ${WANTED}.`)];
}

/** Checks well-formed points against the set: whether it takes any. */
export function checkOwnPointsOf({ data }: Experiment, dataset: Dataset): Problem[] {
  if ((data.ownPoints ?? []).length === 0 || takesOwnPoints(dataset)) return [];
  return [problem(`${dataset.label} takes no own points: only sets of points in the plane do.`)];
}

function isOwnPoint(point: unknown): boolean {
  if (!Array.isArray(point) || point.length !== 3) return false;
  const [x, y, label] = point as readonly unknown[];
  const isPlace = (value: unknown) => checkValue(OWN_POINT_PLACE, value) === null;
  return isPlace(x) && isPlace(y) && (label === 0 || label === 1);
}

function problem(message: string): Problem {
  return { path: PATH, message };
}
