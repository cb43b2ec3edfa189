/** The definition of a word as the page writes it, whatever its case; null where there is none. */
import { GLOSSARY } from './terms.ts';

const BY_WORDS: ReadonlyMap<string, string> = new Map(
  GLOSSARY.flatMap(({ term, aliases = [], text }) =>
    [term.toLowerCase(), ...aliases].map((words) => [words, text] as const),
  ),
);

export function findDefinition(words: string): string | null {
  return BY_WORDS.get(words.toLowerCase()) ?? null;
}
