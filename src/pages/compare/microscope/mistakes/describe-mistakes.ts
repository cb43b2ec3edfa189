/** An arm's mistakes in a sentence. */
import { countOf } from '../../../../base/text/count-of.ts';
import { count } from '../../../../base/text/figure-text.ts';

/** `examples`: "images". */
export function describeMistakes(
  { wrong, rows, shown }: { readonly wrong: number; readonly rows: number; readonly shown: number },
  examples: string,
): string {
  const all = countOf(rows, `validation ${examples}`);
  if (wrong === 0) return rows === 1 ? `The ${all} is right.` : `All ${all} are right.`;
  if (rows === 1) return `The ${all} is wrong:`;
  if (wrong === 1) return `One of ${all} is wrong:`;
  const which = shown < wrong ? `The ${shown} mistakes it is surest of:` : 'The surest first:';
  return `${count(wrong)} of ${all} are wrong. ${which}`;
}

/** The sentence where all arms show the same examples. */
export function describeDivided(
  facts: { readonly divided: number; readonly wrong: number; readonly shown: number },
  examples: string,
): string {
  const { divided, wrong, shown } = facts;
  if (divided === 0) return `There are no ${examples} that only some arms get wrong.`;
  const which =
    shown === 0
      ? 'None of them is among the mistakes an arm is surest of.'
      : shown < divided
        ? `Shown are the ${shown} that an arm is surest of.`
        : '';
  return `Of ${countOf(divided, examples)} that only some arms get wrong, this arm gets ${count(wrong)} wrong. ${which}`.trim();
}
