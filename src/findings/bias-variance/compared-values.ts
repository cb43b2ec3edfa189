/** The values of an axis beside each other: which is best, and which can be told from it. */
import { meanDifference } from '../verdict/paired-difference.ts';
import type { PairedDifference } from '../verdict/paired-difference.ts';
import type { PartFigures, TradeOffAxis, TradeOffMaterial } from './trade-off-material.ts';

export interface ComparedValue {
  readonly label: string;
  /** Place on the axis. */
  readonly place: number;
  readonly figures: PartFigures;
}

const RISK = 0.05;

/** Those of which there are figures. */
export function comparedValues({ values }: Pick<TradeOffMaterial, 'values'>): ComparedValue[] {
  return values.flatMap(({ label, figures }, place) =>
    figures ? [{ label, place, figures }] : [],
  );
}

/** With the lowest test error, the simpler of equals; null: there are none. */
export function bestOf(values: readonly ComparedValue[]): ComparedValue | null {
  return values.reduce<ComparedValue | null>(
    (best, one) => (best && best.figures.test <= one.figures.test ? best : one),
    null,
  );
}

/**
 * How much higher the test error of `one` is than that of `other`, over the training sets that both have; null:
 * fewer than three.
 */
export function excess(one: ComparedValue, other: ComparedValue): PairedDifference | null {
  const differences = [...one.figures.testBySet].flatMap(([set, error]) => {
    const twin = other.figures.testBySet.get(set);
    return twin === undefined ? [] : [error - twin];
  });
  return meanDifference(differences, { risk: RISK });
}

/** The test error is told to be higher than that of `other`. */
export function isClearlyWorse(one: ComparedValue, other: ComparedValue): boolean {
  const difference = excess(one, other);
  return difference !== null && difference.isClear && difference.mean > 0;
}

/** The ends of the axis: where fits are simplest, and where they are most complex; null: it has no such order. */
export function endsOf(
  { simpler }: Pick<TradeOffAxis, 'simpler'>,
  values: readonly ComparedValue[],
): { readonly simple: ComparedValue; readonly complex: ComparedValue } | null {
  const [first, last] = [values[0], values.at(-1)];
  if (simpler === 'neither' || !first || !last || first === last) return null;
  return simpler === 'first' ? { simple: first, complex: last } : { simple: last, complex: first };
}
