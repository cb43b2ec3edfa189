/** The last batch against the running statistics, in a few sentences. */
import { countOf } from '../../../../base/text/count-of.ts';
import { PERCENT_SIGN } from '../../../../base/text/percent-sign.ts';
import type { BatchStatisticsView } from '../../../../protocol/views.ts';
import { count, decimals } from '../../../../base/text/figure-text.ts';
import type { Comparison } from './compare-statistics.ts';

/** What is normalised with which. */
export const USE =
  'Training normalises with the batch’s own; when the network is used and measured, the running ones take their place.';

export function describeStatistics(
  { step, batchRows, layers }: BatchStatisticsView,
  comparison: Comparison | null,
  examples: string,
): string {
  if (layers.length === 0) return 'No batch norm: nothing is normalised.';
  if (Number.isNaN(step))
    return 'It has stopped training; what its last batch was normalised with is not kept.';
  if (step === 0)
    return 'No step has been taken yet: running means begin at 0, running variances at 1.';
  if (!comparison)
    return 'What the last batch was normalised with is not known here; the next step tells.';
  return `In step ${count(step)} (${countOf(batchRows, examples)}) the median unit’s batch mean was ${decimals(2)(comparison.meanDistance)} standard deviations from its running mean, and its batch variance ${offText(comparison.varianceDifference)} off the running one.`;
}

/** "24 %"; early on a variance may be off by a factor of thousands. */
export function offText(share: number): string {
  return share < 10 ? `${Math.round(100 * share)}${PERCENT_SIGN}` : `${count(share + 1)}-fold`;
}
