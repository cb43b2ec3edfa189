/** What the text of a lesson refers to, read from its source. */
import { readFileSync } from 'node:fs';

export interface TextOfPart {
  readonly id: string;
  readonly facts: readonly string[];
  readonly claims: readonly string[];
  /** What there is to read, sources left out; a figure or a formula on a line of its own is a word. */
  readonly words: number;
  readonly hasTryIt: boolean;
}

export function textParts(lessonId: string): TextOfPart[] {
  const file = new URL(`../../src/lessons/course/${lessonId}/text.mdx`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/<Part id="([\w-]+)">([\s\S]*?)<\/Part>/g)].map(
    ([, id = '', words = '']) => ({
      id,
      facts: namesIn(words, 'Fact'),
      claims: namesIn(words, 'Claim'),
      words: countWords(words),
      hasTryIt: words.includes('**Try it yourself.**'),
    }),
  );
}

function namesIn(words: string, element: string): string[] {
  const found = words.matchAll(new RegExp(`<${element} name="([^"]*)"`, 'g'));
  return [...new Set([...found].map(([, name = '']) => name))];
}

export function countWords(text: string): number {
  const plain = text
    .replaceAll(/<Sources>[\s\S]*?<\/Sources>/g, ' ')
    .replaceAll(/<Fact [^>]*>|\$\$[\s\S]*?\$\$/g, ' figure ')
    .replaceAll(/<[^>]+>|\]\([^)]*\)/g, ' ');
  return plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
