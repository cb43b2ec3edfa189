/**
 * A claim of a preset of the Bias–variance page: it says the preset's point, of networks on as many training sets
 * as the page draws. Margins were chosen when the figures were known, on other seeds than those that hold them.
 */
import { disagreement } from '../../src/base/statistics/disagreement.ts';
import { planBiasVariance } from '../../src/plans/bias-variance.ts';
import type { BiasVarianceSummary } from '../../src/plans/bias-variance.ts';
import type { AxisValue } from '../../src/plans/sweep-settings.ts';
import type { BiasVariancePreset } from '../../src/presets/bias-variance/bias-variance-preset.ts';
import { defineClaim, meanOf } from './claim.ts';
import type { Claim, Margin } from './claim.ts';

export interface TakenApart {
  readonly bias2: (value: AxisValue) => number;
  readonly variance: (value: AxisValue) => number;
  /** On fresh targets. */
  readonly test: (value: AxisValue) => number;
  /** The value with the lowest test error, and how many values there are on each side of it. */
  readonly best: () => {
    readonly value: AxisValue;
    readonly before: number;
    readonly behind: number;
  };
  /** Of pairs of networks, place by place, 0..1. */
  readonly disagreement: (value: AxisValue) => Float64Array;
  /** |test error − (bias² + variance + noise)|, in standard errors of the luck of the targets; the largest. */
  readonly worstSum: () => number;
}

interface BiasVarianceClaim<Figure extends string> {
  readonly preset: BiasVariancePreset;
  /** Of `npm test`: few, since each is many trainings. */
  readonly quickSeeds: readonly number[];
  readonly figures: (parts: TakenApart) => Readonly<Record<Figure, number>>;
  readonly margins: readonly Margin<Figure>[];
}

export function biasVarianceClaim<Figure extends string>(claim: BiasVarianceClaim<Figure>): Claim {
  const { preset, figures, ...others } = claim;
  return defineClaim({
    ...{ ...others, id: preset.claim, preset, says: preset.point, isQuick: true },
    measure: async ({ trainPlan }, seed) =>
      figures(partsOf(await trainPlan(planBiasVariance({ ...preset.plan, seed })))),
  });
}

function partsOf({ values, truth }: BiasVarianceSummary): TakenApart {
  const find = (value: AxisValue) => {
    const found = values.find((one) => one.values[0] === value);
    if (!found?.parts || !found.test) throw new Error(`There are no networks of ${value}.`);
    return { answers: found.answers, parts: found.parts, test: found.test };
  };
  const test = (value: AxisValue) => find(value).test.error;
  const all = values.map((one) => one.values[0] ?? NaN);
  return {
    bias2: (value) => find(value).parts.bias2,
    variance: (value) => find(value).parts.variance,
    test,
    best: () => {
      const best = all.reduce((a, b) => (test(b) < test(a) ? b : a));
      const before = all.indexOf(best);
      return { value: best, before, behind: all.length - 1 - before };
    },
    disagreement: (value) => disagreement(find(value).answers, truth?.outputs ?? NaN),
    worstSum: () =>
      Math.max(
        ...all.map((value) => {
          const { parts, test: fresh } = find(value);
          const gap = Math.abs(fresh.error - parts.distance - (truth?.noise ?? 0));
          return fresh.luck > 0 ? gap / fresh.luck : gap;
        }),
      ),
  };
}

/** In per cent. */
export function meanShare(shares: Iterable<number>): number {
  return 100 * meanOf([...shares]);
}
