/** The Lessons page: the list of lessons, or the lesson that the address names. */
import { pathOf, useHash } from '../../ui/use-hash.ts';
import { LESSONS } from '../course/lessons.ts';
import { ClassPage } from '../class/class-page.tsx';
import { seatIn } from '../session/seat.ts';
import { LessonList } from './lesson-list.tsx';
import { LessonView } from './lesson-view.tsx';
import 'katex/dist/katex.min.css';

const seatText = (hash: string) => String(seatIn(hash));

export function LessonsPage() {
  const [, , id = ''] = useHash(pathOf).split('/');
  const seat = useHash(seatText);
  const lesson = LESSONS.find((one) => one.id === id);
  if (id === 'class') return <ClassPage />;
  if (lesson) return <LessonView key={`${lesson.id} ${seat}`} lesson={lesson} />;
  return <LessonList unknown={id === '' ? null : id} />;
}
