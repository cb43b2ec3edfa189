/** The figures of a script held against the page's own, arm by arm, for the same seeds. */
import { meanOf } from '../effects/claim.ts';
import type { EffectsAnswer } from '../effects/effects.ts';
import { armEnd } from '../effects/arm-end.ts';
import type { ArmEnd } from '../effects/arm-end.ts';

/**
 * By how much the means over seeds may differ, in points: rows, first weights and masks are the same, but
 * rounding grows in training until runs differ as repeats do.
 */
const MEAN_MARGINS = {
  validation: 3,
  training: 3,
  believed: 6,
  zeros: 3,
} as const satisfies Partial<Record<keyof ArmEnd, number>>;

/**
 * Of losses after one epoch, as a share of the loss: rounding has hardly grown by then, unless the epoch has many
 * steps.
 */
const FIRST_EPOCH_MARGIN = { short: 0.001, long: 0.03 } as const;
const LONG_EPOCH_STEPS = 1000;

export interface Comparison {
  readonly arm: string;
  readonly figure: string;
  readonly script: number;
  readonly page: number;
  readonly margin: number;
  readonly holds: boolean;
}

type Answers = readonly EffectsAnswer[];

/** Of each arm, the means over seeds of all figures that exist. */
export function compareMeans(arms: readonly string[], script: Answers, page: Answers) {
  const names = Object.keys(MEAN_MARGINS) as (keyof typeof MEAN_MARGINS)[];
  return arms.flatMap((arm, lane) =>
    names.flatMap((figure): Comparison[] => {
      const mean = (answers: Answers) => meanOf(answers.map((one) => armEnd(one, lane)[figure]));
      const [ours, theirs] = [mean(script), mean(page)];
      // In regression there is no accuracy, without wrong labels none is believed.
      if (Number.isNaN(ours) && Number.isNaN(theirs)) return [];
      const margin = MEAN_MARGINS[figure];
      const holds = Math.abs(ours - theirs) <= margin;
      return [{ arm, figure, script: ours, page: theirs, margin, holds }];
    }),
  );
}

/** Of each arm, the validation loss after one epoch. */
export function compareFirstEpoch(
  arms: readonly string[],
  script: readonly number[],
  page: readonly number[],
  steps: number,
): Comparison[] {
  return arms.map((arm, lane) => {
    const [ours, theirs] = [script[lane] ?? NaN, page[lane] ?? NaN];
    const margin = FIRST_EPOCH_MARGIN[steps < LONG_EPOCH_STEPS ? 'short' : 'long'] * theirs;
    const holds = Math.abs(ours - theirs) <= margin;
    return { arm, figure: 'loss after one epoch', script: ours, page: theirs, margin, holds };
  });
}
