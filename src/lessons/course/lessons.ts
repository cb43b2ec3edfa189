/** All lessons, in their order. A new lesson is its folder and a line here. */
import type { Lesson } from '../lesson/lesson.ts';
import { batchNorm } from './batch-norm/lesson.ts';
import { biasAndVariance } from './bias-and-variance/lesson.ts';
import { chooseByEvidence } from './choose-by-evidence/lesson.ts';
import { diamondAndCircle } from './diamond-and-circle/lesson.ts';
import { dropout } from './dropout/lesson.ts';
import { googlesExercise } from './googles-exercise/lesson.ts';
import { l2HowStrong } from './l2-how-strong/lesson.ts';
import { learningByHeart } from './learning-by-heart/lesson.ts';
import { mnistNotebookLesson } from './mnist-notebook/lesson.ts';
import { oneScaling } from './one-scaling/lesson.ts';
import { otherLevers } from './other-levers/lesson.ts';
import { secondDescent } from './second-descent/lesson.ts';
import { stoppingEarly } from './stopping-early/lesson.ts';
import { whichFeatures } from './which-features/lesson.ts';

export const LESSONS: readonly Lesson[] = [
  learningByHeart,
  stoppingEarly,
  l2HowStrong,
  diamondAndCircle,
  whichFeatures,
  dropout,
  oneScaling,
  batchNorm,
  biasAndVariance,
  secondDescent,
  mnistNotebookLesson,
  otherLevers,
  chooseByEvidence,
  googlesExercise,
];
