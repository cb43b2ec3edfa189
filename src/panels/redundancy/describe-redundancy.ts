/** How much a network misses its units, in a sentence. */
import type { RedundancyView } from '../../protocol/views.ts';
import { count, percent, wholePercent } from '../../ui/figure-text.ts';

export function describeRedundancy(
  { rows, draws, points }: RedundancyView,
  examples: string,
): string {
  const [whole, last] = [points[0], points.at(-1)];
  if (!whole || !last) return 'It has no hidden units that could be removed.';
  const mean = draws > 1 ? `, the mean of ${draws} draws` : ', in one draw';
  return `Whole it answers ${percent(whole.accuracy)} of ${count(rows)} validation ${examples} right; without ${wholePercent(last.share)} of its hidden units ${percent(last.accuracy)}${mean}.`;
}
