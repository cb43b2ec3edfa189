/** Sorts what a teacher pasted: which lines count, and a word on each that does not. */
import { LESSONS } from '../course/lessons.ts';
import type { Lesson, LessonPart } from '../lesson/lesson.ts';
import { formatResultLine, readResultLine } from './result-line.ts';
import type { ResultLine } from './result-line.ts';

export interface LineNote {
  /** Of the text, from 1. */
  readonly line: number;
  readonly says: string;
}

export interface PastedLine {
  readonly line: number;
  readonly lesson: Lesson;
  readonly part: LessonPart;
  readonly result: ResultLine;
}

export interface PastedLines {
  readonly lines: readonly PastedLine[];
  /** Of those that cannot be read. */
  readonly notes: readonly LineNote[];
}

export function readLines(text: string): PastedLines {
  const lines: PastedLine[] = [];
  const notes: LineNote[] = [];
  for (const { line, words } of piecesOf(text)) {
    const read = readResultLine(words);
    if (read.kind === 'refused') {
      notes.push({ line, says: `not counted: ${read.why}.` });
      continue;
    }
    const { result } = read;
    const lesson = LESSONS.find(({ id }) => id === result.lesson);
    const part = lesson?.parts.find(({ id }) => id === result.part);
    if (lesson && part) lines.push({ line, lesson, part, result });
    else
      notes.push({
        line,
        says: `not counted: this version of the page has no lesson “${result.lesson}.${result.part}”.`,
      });
  }
  return { lines, notes };
}

/** A chat may have set several results into one line. */
function piecesOf(text: string): readonly { readonly line: number; readonly words: string }[] {
  return text.split(/\r\n|\r|\n/).flatMap((row, index) => {
    const pieces = row.split(/(?=\bRP\d)/);
    const results = pieces.filter((piece) => /^RP\d/.test(piece));
    const kept = results.length > 0 ? results : pieces;
    return kept.filter((piece) => piece.trim() !== '').map((words) => ({ line: index + 1, words }));
  });
}

export interface PartCount {
  /** "learning-by-heart.by-heart" */
  readonly key: string;
  readonly lesson: Lesson;
  readonly part: LessonPart;
  readonly count: number;
}

/** The parts of lessons that there are lines of, the one with most of them first. */
export function partsOf(lines: readonly PastedLine[]): readonly PartCount[] {
  const counts = new Map<string, PartCount>();
  for (const { lesson, part } of lines) {
    const key = keyOf({ lesson, part });
    counts.set(key, { key, lesson, part, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

export interface CountedLines {
  /** Each seat once, by its number. */
  readonly results: readonly PastedLine[];
  readonly notes: readonly LineNote[];
}

/** Those of one part that count: of one version of the page, each seat once. */
export function countLines(lines: readonly PastedLine[], { key }: PartCount): CountedLines {
  const notes: LineNote[] = [];
  const own = lines.filter((one) => keyOf(one) === key);
  for (const { line, lesson, part } of lines.filter((one) => !own.includes(one)))
    notes.push({
      line,
      says: `not counted: it is from “${lesson.title}”, part “${part.title}”. Choose that above to see it.`,
    });
  const version = commonVersion(own);
  const first = new Map<number, PastedLine>();
  for (const one of own) {
    const { line, result } = one;
    if (result.version !== version) {
      notes.push({
        line,
        says: `not counted: seat ${result.seat} used version ${result.version} of the page, and most others ${version}. Figures of two versions are not compared.`,
      });
      continue;
    }
    const before = first.get(result.seat);
    if (!before) first.set(result.seat, one);
    else notes.push({ line, says: twiceText(before, result) });
  }
  return {
    results: [...first.values()].sort((a, b) => a.result.seat - b.result.seat),
    notes: notes.sort((a, b) => a.line - b.line),
  };
}

function keyOf({ lesson, part }: Pick<PastedLine, 'lesson' | 'part'>): string {
  return `${lesson.id}.${part.id}`;
}

/** Of several that are as frequent, the one that came first. */
function commonVersion(lines: readonly PastedLine[]): string {
  const versions = lines.map(({ result }) => result.version);
  const countOf = (version: string) => versions.filter((one) => one === version).length;
  return versions.reduce(
    (best, one) => (countOf(one) > countOf(best) ? one : best),
    versions[0] ?? '',
  );
}

function twiceText(before: PastedLine, result: ResultLine): string {
  const lead = `seat ${result.seat} came twice`;
  if (formatResultLine(before.result) === formatResultLine(result))
    return `${lead}, with the same figures and predictions; counted once.`;
  const [one, other] = [before.result, result].map((each) =>
    formatResultLine({ ...each, predicted: [], happened: [] }),
  );
  return one === other
    ? `${lead}, with the same figures and another prediction; line ${before.line} is counted.`
    : `${lead}, with other figures; line ${before.line} is counted. Ask whose seat it is.`;
}
