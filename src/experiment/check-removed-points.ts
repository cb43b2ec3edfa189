/** What is wrong with the drawn points that are removed, in plain sentences. */
import type { Problem } from '../settings/settings.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { takesOwnPoints } from './check-own-points.ts';
import { settingsOfArm } from './experiment.ts';
import type { Experiment } from './experiment.ts';

export const MOST_REMOVED_POINTS = 500;
/** Points are numbered from 0; no set in the plane is drawn with more. */
const LAST_POINT = 9999;

const PATH = 'data.removedPoints';

/** Checks a value of any kind and names the first wrong number; undefined means that no point is removed. */
export function checkRemovedPoints(points: unknown): Problem[] {
  if (points === undefined) return [];
  if (!Array.isArray(points)) return [problem('Removed points must be a list of their numbers.')];
  if (points.length > MOST_REMOVED_POINTS)
    return [problem(`At most ${MOST_REMOVED_POINTS} removed points; these are ${points.length}.`)];
  const index = points.findIndex((point: unknown) => !isNumber(point));
  if (index >= 0)
    return [problem(`Removed point ${index + 1} must be a whole number from 0 to ${LAST_POINT}.`)];
  if (new Set(points).size === points.length) return [];
  return [problem('A point can be removed only once; these name one twice.')];
}

/**
 * Checks well-formed numbers against the experiment: whether the set has points to remove, and whether every arm
 * keeps some.
 */
export function checkRemovedPointsOf(experiment: Experiment, dataset: Dataset): Problem[] {
  const { removedPoints = [], ownPoints = [] } = experiment.data;
  if (removedPoints.length === 0) return [];
  if (!takesOwnPoints(dataset))
    return [problem(`${dataset.label} has no points to remove: only sets in the plane do.`)];
  if (ownPoints.length > 0) return [];
  const counts = experiment.arms.map((arm) => settingsOfArm(experiment, arm).data.trainingExamples);
  const fewest = Math.min(...counts);
  if (removedPoints.filter((row) => row < fewest).length < fewest) return [];
  const all = fewest === 1 ? 'The only training point is' : `All ${fewest} training points are`;
  return [problem(`${all} removed: put one back, or add one of your own.`)];
}

function isNumber(point: unknown): boolean {
  return typeof point === 'number' && Number.isInteger(point) && point >= 0 && point <= LAST_POINT;
}

function problem(message: string): Problem {
  return { path: PATH, message };
}
