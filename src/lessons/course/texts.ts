/** The words of the lessons, each with its lesson's folder; they come when a lesson is opened. */
import type { MDXProps } from 'mdx/types.js';
import type { JSX } from 'react';

interface LessonText {
  readonly default: (props: MDXProps) => JSX.Element;
}

const FILES = import.meta.glob<LessonText>('./*/text.mdx');
const loaded = new Map<string, Promise<LessonText>>();

/** The same promise for the same lesson, unless it was broken. */
export function loadText(id: string): Promise<LessonText> {
  const before = loaded.get(id);
  if (before) return before;
  const load = FILES[`./${id}/text.mdx`];
  if (!load) return Promise.reject(new Error(`There is no text for the lesson "${id}".`));
  const text = load();
  loaded.set(id, text);
  text.catch(() => loaded.delete(id));
  return text;
}
