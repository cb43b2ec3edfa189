/** What a part of a lesson looks at. */
import type { LessonPart } from '../lesson/lesson.ts';
import { RunStage } from './run/run-stage.tsx';

export function Stage({ part }: { readonly part: LessonPart }) {
  switch (part.kind) {
    case 'run':
      return <RunStage part={part} />;
    case 'sweep':
    case 'biasVariance':
    case 'laboratory':
      return null;
  }
}
