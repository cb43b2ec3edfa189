/** The Lessons page: the list of lessons, or the lesson that the address names. */
import { pathOf, useHash } from '../../ui/use-hash.ts';
import { LESSONS } from '../course/lessons.ts';
import { LessonList } from './lesson-list.tsx';
import { LessonView } from './lesson-view.tsx';
import 'katex/dist/katex.min.css';

export function LessonsPage() {
  const [, , id = ''] = useHash(pathOf).split('/');
  const lesson = LESSONS.find((one) => one.id === id);
  if (lesson) return <LessonView key={lesson.id} lesson={lesson} />;
  return <LessonList unknown={id === '' ? null : id} />;
}
