/** How much accuracy a network loses without some of its units, in a sentence. */
import { countOf } from '../../../../base/text/count-of.ts';
import type { RedundancyView } from '../../../../protocol/views.ts';
import { percent, wholePercent } from '../../../../base/text/figure-text.ts';

export function describeRedundancy(
  { rows, draws, points }: RedundancyView,
  examples: string,
): string {
  const [whole, last] = [points[0], points.at(-1)];
  if (!whole || !last) return 'It has no hidden units to remove.';
  const mean = draws > 1 ? `, the mean of ${draws} draws` : ', in one draw';
  return `With all units: ${percent(whole.accuracy)} of ${countOf(rows, `validation ${examples}`)} right. Without ${wholePercent(last.share)} of the hidden units: ${percent(last.accuracy)}${mean}.`;
}
