/** A check sum that fits into a link or a line of text: it tells whether letters were lost or changed on the way. */
import { elementBits, makeKey } from '../random.ts';

export const CHECK_LENGTH = 5;

/** Five letters or digits: one damage in sixty million goes unseen. */
export function checkLetters(text: string): string {
  const key = makeKey(text.length, 0, ...Array.from(text, (letter) => letter.charCodeAt(0)));
  return elementBits(key, 0).toString(36).padStart(CHECK_LENGTH, '0').slice(-CHECK_LENGTH);
}
