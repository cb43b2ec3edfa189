/** A text as a part of a file's name, as every system takes it: letters and figures of any script, in small, with "-" between. */
export function slug(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  return Array.from(words.join('-')).slice(0, MOST_LETTERS).join('').replace(/-$/, '');
}

const MOST_LETTERS = 60;
