/** How many of what, in words. */
import { withCommas } from './with-commas.ts';

/** "897 images", "1 image". All plurals that the page counts end in "s". */
export function countOf(number: number, plural: string): string {
  return `${withCommas(number)} ${nounFor(number, plural)}`;
}

/** "images", "image" */
export function nounFor(number: number, plural: string): string {
  return number === 1 ? plural.replace(/s$/, '') : plural;
}
