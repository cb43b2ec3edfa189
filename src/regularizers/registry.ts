/** All regularizers, in the order of the page's chips. Adding one is its file and a line here. */
import { dropout } from './dropout.ts';
import { l2 } from './l2.ts';

export const REGULARIZERS = [l2, dropout] as const;

type Listed = (typeof REGULARIZERS)[number];
export type RegularizerId = Listed['id'];

/** Settings of those that are switched on; a missing key is off. */
export type RegularizerSettings = {
  readonly [Entry in Listed as Entry['id']]?: Entry['neutral'];
};
