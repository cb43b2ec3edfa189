/**
 * One student going through one lesson: which part, which step of it, what was predicted and what came. It knows no
 * network: stages tell it when a run waits for the prediction, and what came of it.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { FIRST_SEED } from '../lesson/first-seed.ts';
import type { Outcome } from '../lesson/evidence.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { fittingAnswers } from '../lesson/question.ts';
import type { AnswerValue, AskedQuestion } from '../lesson/question.ts';
import type { Attempt, AttemptShelf } from './attempts.ts';
import type { SeatShelf } from './seat.ts';

/** The three steps of each part. */
export type Step = 'predict' | 'run' | 'explain';

export interface LessonSession {
  /** Of the lesson, from 0. */
  readonly part: number;
  readonly step: Step;
  /** Of this student in the class; null: none was given. */
  readonly seat: number | null;
  readonly seed: number;
  /** Counts the runs: a stage begins anew with each. */
  readonly runs: number;
  /** Empty until the run has come to the moment of the question. */
  readonly questions: readonly AskedQuestion[];
  /** By the ids of questions. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly outcome: Outcome | null;
  /** What was predicted in this lesson before, in this browser; null: nothing. */
  readonly attempt: Attempt | null;
  /** Parts that were explained, by id, now or before. */
  readonly explained: readonly string[];
  /** Says what storage refused; null: nothing. */
  readonly notice: string | null;

  readonly ask: (questions: readonly AskedQuestion[]) => void;
  readonly answer: (id: string, value: AnswerValue) => void;
  /** Nothing can be changed from now on, and the run goes on. */
  readonly lock: () => void;
  readonly finish: (outcome: Outcome) => void;
  readonly goTo: (part: number) => void;
  /** The same part from its beginning. */
  readonly again: (seed: number) => void;
  /** The seed that comes after this one: with a seat one that no other seat has. */
  readonly nextSeed: () => number;
  /** The same part from its beginning, with the seed of this seat. */
  readonly takeSeat: (seat: number | null) => void;
  /** Takes the predictions of before, and goes on with their seed, or the seat’s. */
  readonly recall: () => void;
}

export type LessonSessionStore = StoreApi<LessonSession>;

const FRESH = { step: 'predict', questions: [], answers: {}, outcome: null } as const;

/** More than there are seats. */
const NEXT_OF_SEAT = 1000;

export function createLessonSession(
  lesson: Lesson,
  shelf: AttemptShelf,
  seats: SeatShelf,
): LessonSessionStore {
  const kept = shelf.read(lesson.id);
  const seat = seats.read();
  return createStore<LessonSession>()((set, get) => ({
    ...FRESH,
    ...{ part: 0, seat, seed: seat ?? FIRST_SEED, runs: 0, notice: null },
    attempt: kept,
    explained: kept ? Object.keys(kept.parts) : [],

    // An attempt of before may have been at other questions than there are now.
    ask: (questions) => set({ questions, answers: fittingAnswers(questions, get().answers) }),
    answer: (id, value) => {
      const { step, answers } = get();
      if (step === 'predict') set({ answers: { ...answers, [id]: value } });
    },
    lock: () => {
      if (get().step === 'predict' && isAnswered(get())) set({ step: 'run' });
    },
    finish: (outcome) => {
      const { step, part, answers, explained, seed } = get();
      if (step !== 'run') return;
      const id = lesson.parts[part]?.id ?? '';
      set({
        ...{ step: 'explain', outcome },
        explained: [...new Set([...explained, id])],
        notice: shelf.keep(lesson.id, id, { seed, answers }),
      });
    },
    goTo: (part) => {
      const { seat, seed, runs } = get();
      if (lesson.parts[part]) set({ ...FRESH, part, seed: seat ?? seed, runs: runs + 1 });
    },
    again: (seed) => set({ ...FRESH, seed, runs: get().runs + 1 }),
    nextSeed: () => get().seed + (get().seat === null ? 1 : NEXT_OF_SEAT),
    takeSeat: (seat) => {
      set({ ...FRESH, seat, seed: seat ?? FIRST_SEED, runs: get().runs + 1 });
      set({ notice: seats.keep(seat) });
    },
    recall: () => {
      const { attempt, part, runs, seat } = get();
      const before = attempt?.parts[lesson.parts[part]?.id ?? ''];
      if (!before) return;
      set({ ...FRESH, seed: seat ?? before.seed, answers: before.answers, runs: runs + 1 });
    },
  }));
}

/** Whether every question of the part has an answer. */
export function isAnswered({
  questions,
  answers,
}: Pick<LessonSession, 'questions' | 'answers'>): boolean {
  return questions.length > 0 && questions.every(({ id }) => answers[id] !== undefined);
}
