/**
 * What is claimed of a preset or of the engine, as figures of one seed each and the margins that they
 * must keep: with room to spare, over several seeds, so that no claim hangs on a lucky one.
 */
import type { BiasVariancePreset } from '../../src/presets/bias-variance/bias-variance-preset.ts';
import type { Preset } from '../../src/presets/preset.ts';
import type { SweepPreset } from '../../src/presets/sweep/sweep-preset.ts';
import type { Training } from './train-effects.ts';

export interface Claim<Figure extends string = string> {
  /** Its number among the verified presets. */
  readonly id: string;
  /** The preset of which it is claimed; null: it is about the engine, and no preset shows it. */
  readonly preset: Preset | SweepPreset | BiasVariancePreset | null;
  readonly says: string;
  /** Quick enough for every run of the tests; the others are held by `npm run effects` alone. */
  readonly isQuick: boolean;
  /** At least five; default: `SEEDS`. */
  readonly seeds?: readonly number[];
  /** Those of every run of the tests; default: all. */
  readonly quickSeeds?: readonly number[];
  readonly measure: (training: Training, seed: number) => Promise<Readonly<Record<Figure, number>>>;
  readonly margins: readonly Margin<Figure>[];
}

/** Both ends belong to it. Accuracies and shares are in per cent, their differences in points. */
export interface Margin<Figure extends string = string> {
  readonly figure: Figure;
  /** The mean where one run alone may differ: the last epoch of a single run is noisy. */
  readonly of: 'every seed' | 'the mean';
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** The seeds of a claim that names none. */
export const SEEDS: readonly number[] = [1, 2, 3, 4, 5];

/**
 * For claims on few rows, or on rows that scatter widely, where seeds differ much: as many seeds as the reference
 * had.
 */
export const TEN_SEEDS: readonly number[] = Array.from({ length: 10 }, (_, i) => i + 1);
export const TWENTY_SEEDS: readonly number[] = Array.from({ length: 20 }, (_, i) => i + 1);

/** Checks that margins name figures that are measured. */
export function defineClaim<Figure extends string>(claim: Claim<Figure>): Claim {
  return claim;
}

export interface Finding {
  readonly margin: Margin;
  /** By seed. */
  readonly values: readonly number[];
  readonly holds: boolean;
}

/** Measures a claim over its seeds, whose trainings are ordered all at once. */
export async function examine(
  claim: Claim,
  training: Training,
  seeds: readonly number[] = claim.seeds ?? SEEDS,
): Promise<Finding[]> {
  const figures: readonly Readonly<Record<string, number>>[] = await Promise.all(
    seeds.map((seed) => claim.measure(training, seed)),
  );
  return claim.margins.map((margin) => {
    const values = figures.map((one) => one[margin.figure] ?? NaN);
    return { margin, values, holds: holds(margin, values) };
  });
}

/** NaN keeps no margin. */
export function holds(
  { of, atLeast = -Infinity, atMost = Infinity }: Margin,
  values: readonly number[],
) {
  const judged = of === 'every seed' ? values : [meanOf(values)];
  return judged.every((value) => value >= atLeast && value <= atMost);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** "every seed ≥ 8", "the mean from −2.5 to 2.5" */
export function describeMargin({ of, atLeast, atMost }: Margin): string {
  if (atLeast === undefined) return `${of} ≤ ${atMost ?? Infinity}`;
  if (atMost === undefined) return `${of} ≥ ${atLeast}`;
  return atLeast === atMost ? `${of} = ${atMost}` : `${of} from ${atLeast} to ${atMost}`;
}
