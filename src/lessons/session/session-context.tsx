/** The lesson on the page and the student's way through it, for React components. */
import { createContext, useContext } from 'react';
import { storeContext } from '../../store/store-context.tsx';
import type { Lesson, LessonPart } from '../lesson/lesson.ts';
import type { LessonSession } from './lesson-session.ts';

export const {
  Provider: SessionProvider,
  useSelected: useSession,
  useWhole: useSessionStore,
} = storeContext<LessonSession>('SessionProvider');

export const LessonContext = createContext<Lesson | null>(null);

export function useLesson(): Lesson {
  const lesson = useContext(LessonContext);
  if (!lesson) throw new Error('There is no lesson above this component.');
  return lesson;
}

export function usePart(): LessonPart {
  const { parts, id } = useLesson();
  const part = parts[useSession((state) => state.part)];
  if (!part) throw new RangeError(`The lesson "${id}" has no such part.`);
  return part;
}
