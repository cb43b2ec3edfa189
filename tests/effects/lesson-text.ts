/** What the text of a lesson refers to, read from its source. */
import { readFileSync } from 'node:fs';

export interface TextOfPart {
  readonly id: string;
  readonly facts: readonly string[];
  readonly claims: readonly string[];
}

export function textParts(lessonId: string): TextOfPart[] {
  const file = new URL(`../../src/lessons/course/${lessonId}/text.mdx`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/<Part id="([\w-]+)">([\s\S]*?)<\/Part>/g)].map(
    ([, id = '', words = '']) => ({
      id,
      facts: namesIn(words, 'Fact'),
      claims: namesIn(words, 'Claim'),
    }),
  );
}

function namesIn(words: string, element: string): string[] {
  const found = words.matchAll(new RegExp(`<${element} name="([^"]*)"`, 'g'));
  return [...new Set([...found].map(([, name = '']) => name))];
}
