/** The walks, one a page, in the order of the navigation. */
import { biasVarianceWalk } from './bias-variance-walk.ts';
import { compareWalk } from './compare-walk.ts';
import { lessonsWalk } from './lessons-walk.ts';
import { sweepWalk } from './sweep-walk.ts';
import type { Walk } from './walk.ts';

export const ALL_WALKS: readonly Walk[] = [compareWalk, sweepWalk, biasVarianceWalk, lessonsWalk];
