/** All lessons, in their order. A new lesson is its folder and a line here. */
import type { Lesson } from '../lesson/lesson.ts';
import { learningByHeart } from './learning-by-heart/lesson.ts';

export const LESSONS: readonly Lesson[] = [learningByHeart];
