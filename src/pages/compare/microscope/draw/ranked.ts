/** Digits by what a network gives to them. */
export interface RankedDigit {
  readonly digit: number;
  readonly probability: number;
}

/** The most probable first, equal ones by their size. */
export function ranked(probabilities: ArrayLike<number>): RankedDigit[] {
  return Array.from(probabilities, (probability, digit) => ({ digit, probability })).sort(
    (a, b) => b.probability - a.probability || a.digit - b.digit,
  );
}
