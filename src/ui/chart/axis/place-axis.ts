/**
 * The horizontal axis of a chart. Its places are counted from 0: the epochs of a run, or the values of a setting
 * in their order. What a place is called and where it lies is told here; data and lines know its number alone.
 */
export interface PlaceAxis {
  /** Charts whose axes have one id are read at one place together. */
  readonly id: string;
  /** Heads the first column of the table: "Epoch", "L2 strength". */
  readonly title: string;
  /** In sentences, after "by": "epoch", "L2 strength". */
  readonly name: string;
  /** "an epoch", "a value" */
  readonly onePlace: string;
  readonly manyPlaces: string;
  /** Over what is read there: "Epoch 17", "L2 strength 0.01". */
  readonly placeText: (at: number) => string;
  /** At the head of its row: "17", "0.01". */
  readonly rowText: (place: number) => string;
  /** Beside the owner's label, where lines have their own places: "epoch 3"; null: all have those of the axis. */
  readonly ownPlaceText: ((place: number) => string) | null;
  /** The epoch that the page looks back at is marked on it. */
  readonly marksLookBack: boolean;
  /** Where each place lies and what stands below it; null: at its number, on an axis of whole numbers. */
  readonly values: readonly PlacedValue[] | null;
  /**
   * The axis is broken after this place, and the scale begins there: before it stands a value that is no number of
   * the scale, “off”.
   */
  readonly brokenAfter: number | null;
}

export interface PlacedValue {
  /** Between the ends of the axis, from 0 to 1; ascending. */
  readonly share: number;
  /** Below the axis; '': nothing stands there. */
  readonly text: string;
}

/** The share of the axis at which a place lies; the place may be between two, or beyond the outermost. */
export function shareOfPlace(values: readonly PlacedValue[], at: number): number {
  const below = Math.max(0, Math.min(Math.floor(at), values.length - 2));
  const [low, high] = [values[below], values[below + 1]];
  if (!low) return 0.5;
  return high ? low.share + (at - below) * (high.share - low.share) : low.share;
}

/** The place at a share of the axis, the inverse. */
export function placeOfShare(values: readonly PlacedValue[], share: number): number {
  const after = values.findIndex((one, index) => index > 0 && one.share >= share);
  const above = after < 0 ? values.length - 1 : after;
  const [low, high] = [values[above - 1], values[above]];
  return low && high ? above - 1 + (share - low.share) / (high.share - low.share) : 0;
}
