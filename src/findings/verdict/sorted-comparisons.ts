/** Comparisons of several arms with the first one, by what they show. */
import type { TestedComparison } from './comparison.ts';

export interface SortedComparisons {
  readonly better: TestedComparison[];
  readonly worse: TestedComparison[];
  readonly unfinished: TestedComparison[];
  readonly unshown: TestedComparison[];
}
