/** The walks, a page each. */
import { compareWalk } from './compare-walk.ts';
import type { Walk } from './walk.ts';

export const ALL_WALKS: readonly Walk[] = [compareWalk];
