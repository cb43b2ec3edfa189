/**
 * What was predicted in lessons, kept in this browser: by lesson and part, the last time. Storage may be denied,
 * full or damaged: lessons work all the same.
 */
import { isRecord } from '../../base/is-record.ts';
import type { AnswerValue } from '../lesson/question.ts';

export interface PartAttempt {
  readonly seed: number;
  /** By the ids of questions. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
}

export interface Attempt {
  /** By the ids of parts. */
  readonly parts: Readonly<Record<string, PartAttempt>>;
}

export interface AttemptShelf {
  /** Null: this lesson was not done before, or what was kept of it cannot be read. */
  readonly read: (lessonId: string) => Attempt | null;
  /** Returns a sentence where it cannot be kept, else null. */
  readonly keep: (lessonId: string, partId: string, attempt: PartAttempt) => string | null;
}

/** Even to ask for it may throw. */
type GetStorage = () => Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'lesson-attempts';
const VERSION = 1;

export function openAttemptShelf(getStorage: GetStorage): AttemptShelf {
  const readAll = (): Readonly<Record<string, Attempt>> => {
    try {
      return readAttempts(getStorage().getItem(KEY));
    } catch {
      return {};
    }
  };
  return {
    read: (lessonId) => readAll()[lessonId] ?? null,
    keep: (lessonId, partId, attempt) => {
      const all = readAll();
      const parts = { ...all[lessonId]?.parts, [partId]: attempt };
      const text = JSON.stringify({ version: VERSION, lessons: { ...all, [lessonId]: { parts } } });
      try {
        getStorage().setItem(KEY, text);
        return null;
      } catch {
        return 'This browser keeps nothing for this page, so your predictions last until you close it.';
      }
    },
  };
}

/** What is no attempt is left out. */
function readAttempts(text: string | null): Readonly<Record<string, Attempt>> {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (!isRecord(value) || value['version'] !== VERSION || !isRecord(value['lessons'])) return {};
  const lessons = Object.entries(value['lessons']).flatMap(([id, lesson]) => {
    if (!isRecord(lesson) || !isRecord(lesson['parts'])) return [];
    const parts = Object.entries(lesson['parts']).filter(isPartAttempt);
    return parts.length === 0 ? [] : [[id, { parts: Object.fromEntries(parts) }] as const];
  });
  return Object.fromEntries(lessons);
}

function isPartAttempt(entry: [string, unknown]): entry is [string, PartAttempt] {
  const [, part] = entry;
  return (
    isRecord(part) &&
    Number.isInteger(part['seed']) &&
    isRecord(part['answers']) &&
    Object.values(part['answers']).every(isAnswerValue)
  );
}

function isAnswerValue(value: unknown): value is AnswerValue {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'number');
  return typeof value === 'string' || typeof value === 'number';
}
