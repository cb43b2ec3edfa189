/** On which side of its best value a sweep over one axis overfits or underfits, where its figures say so. */

export interface FittingPoint {
  /** Means of what is judged by, lower being better; NaN where the cell diverged or is not done. */
  readonly trainingLoss: number;
  readonly validationLoss: number;
  /** Of the mean validation loss; null of a single split. */
  readonly standardError: number | null;
}

export interface FittingSide {
  readonly kind: 'overfits' | 'underfits';
  /** Places on the axis, the first and the last of it. */
  readonly from: number;
  readonly to: number;
}

/**
 * One side before the best value and one after it. A place overfits where its validation loss is more than
 * one standard error above the best one while its training loss is lower than there, and underfits where
 * both are higher. A side is named if it reaches from the end of the axis inwards; null where the numbers do
 * not say so.
 */
export function fittingSides(points: readonly FittingPoint[]): {
  readonly before: FittingSide | null;
  readonly after: FittingSide | null;
} {
  const best = points.reduce(
    (found, { validationLoss }, place) =>
      validationLoss < (points[found]?.validationLoss ?? Infinity) ? place : found,
    -1,
  );
  const kinds = points.map((point) => kindOf(point, points[best]));
  const places = [...points.keys()];
  return {
    before: sideFrom(places.slice(0, Math.max(0, best)), kinds),
    after: sideFrom(places.slice(best + 1).reverse(), kinds),
  };
}

function kindOf(point: FittingPoint, best: FittingPoint | undefined): FittingSide['kind'] | null {
  if (!best || best.standardError === null) return null;
  // Of what has no figures all comparisons are false.
  if (!(point.validationLoss > best.validationLoss + best.standardError)) return null;
  if (point.trainingLoss < best.trainingLoss) return 'overfits';
  return point.trainingLoss > best.trainingLoss ? 'underfits' : null;
}

/** The stretch from the end of the axis inwards in which all places are of one kind. */
function sideFrom(
  places: readonly number[],
  kinds: readonly (FittingSide['kind'] | null)[],
): FittingSide | null {
  const kind = kinds[places[0] ?? -1];
  if (!kind) return null;
  const other = places.findIndex((place) => kinds[place] !== kind);
  const run = other === -1 ? places : places.slice(0, other);
  return { kind, from: Math.min(...run), to: Math.max(...run) };
}
