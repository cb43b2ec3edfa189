/** All lessons, in their order. A new lesson is its folder and a line here. */
import type { Lesson } from '../lesson/lesson.ts';
import { biasAndVariance } from './bias-and-variance/lesson.ts';
import { chooseByEvidence } from './choose-by-evidence/lesson.ts';
import { diamondAndCircle } from './diamond-and-circle/lesson.ts';
import { learningByHeart } from './learning-by-heart/lesson.ts';
import { mnistNotebookLesson } from './mnist-notebook/lesson.ts';
import { oneScaling } from './one-scaling/lesson.ts';
import { secondDescent } from './second-descent/lesson.ts';

export const LESSONS: readonly Lesson[] = [
  learningByHeart,
  diamondAndCircle,
  oneScaling,
  biasAndVariance,
  secondDescent,
  mnistNotebookLesson,
  chooseByEvidence,
];
