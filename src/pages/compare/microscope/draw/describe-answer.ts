/** What a network makes of a digit, in a sentence. */
import { wholePercent } from '../../../../base/text/figure-text.ts';
import { ranked } from './ranked.ts';

/** "It says 7 (93 %), and next 1 (4 %)." */
export function describeAnswer(probabilities: ArrayLike<number>): string {
  const [first, second] = ranked(probabilities);
  if (!first || !second) return '';
  const share = ({ probability }: typeof first) => wholePercent(probability);
  return `It says ${first.digit} (${share(first)}), and next ${second.digit} (${share(second)}).`;
}
