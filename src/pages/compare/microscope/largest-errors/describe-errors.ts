/** An arm's errors in regression, in a sentence. */
import { countOf } from '../../../../base/text/count-of.ts';
import type { Dataset } from '../../../../datasets/dataset.ts';
import { threeDigits } from '../../../../base/text/figure-text.ts';

interface Errors {
  readonly rows: number;
  readonly typical: number;
  /** Of the row that is furthest off: predicted minus given; NaN: there is no row. */
  readonly furthest: number;
  readonly shown: number;
}

export function describeErrors(
  { rows, typical, furthest, shown }: Errors,
  { target, words }: Pick<Dataset, 'target' | 'words'>,
): string {
  const all = countOf(rows, `validation ${words.examples}`);
  const direction = furthest < 0 ? 'too low' : 'too high';
  const furthestText = `${threeDigits(Math.abs(furthest))} ${direction}`;
  return `On ${all} its prediction of ${target?.name ?? 'the value'} is ${threeDigits(typical)} off (root mean square), ${furthestText} where it is furthest off. ${shown === 1 ? 'The largest error' : `The ${shown} largest errors`}:`;
}
