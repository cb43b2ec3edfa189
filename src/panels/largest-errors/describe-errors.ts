/** An arm's errors in regression, in a sentence. */
import { count, threeDigits } from '../../ui/figure-text.ts';

interface Errors {
  readonly rows: number;
  readonly typical: number;
  /** Of the row that is furthest off: predicted minus given; NaN: there is no row. */
  readonly furthest: number;
  readonly shown: number;
}

/** `examples`: "patients". */
export function describeErrors(
  { rows, typical, furthest, shown }: Errors,
  examples: string,
): string {
  const all = `${count(rows)} validation ${examples}`;
  const direction = furthest < 0 ? 'too low' : 'too high';
  const furthestText = `${threeDigits(Math.abs(furthest))} ${direction}`;
  return `On ${all} it is ${threeDigits(typical)} off (root mean square), ${furthestText} where it is furthest off. The ${shown} largest errors:`;
}
