/** The Lessons page: the list of lessons, or the lesson that the address names. */
import { pathOf, useHash } from '../../ui/use-hash.ts';
import { LESSONS } from '../course/lessons.ts';
import { ClassPage } from '../class/class-page.tsx';
import { seatIn } from '../session/seat.ts';
import { TeacherSheet } from '../teachers/teacher-sheet.tsx';
import { TeachersPage } from '../teachers/teachers-page.tsx';
import { Worksheet } from '../teachers/worksheet.tsx';
import { LessonList } from './lesson-list.tsx';
import { LessonView } from './lesson-view.tsx';
import 'katex/dist/katex.min.css';

const seatText = (hash: string) => String(seatIn(hash));

export function LessonsPage() {
  const [, , id = '', sheet] = useHash(pathOf).split('/');
  const seat = useHash(seatText);
  const lesson = LESSONS.find((one) => one.id === id);
  if (id === 'class') return <ClassPage />;
  if (id === 'teachers') return <TeachersPage />;
  if (lesson && sheet === 'teacher') return <TeacherSheet lesson={lesson} />;
  if (lesson && sheet === 'worksheet') return <Worksheet lesson={lesson} />;
  if (lesson) return <LessonView key={`${lesson.id} ${seat}`} lesson={lesson} />;
  return <LessonList unknown={id === '' ? null : id} />;
}
