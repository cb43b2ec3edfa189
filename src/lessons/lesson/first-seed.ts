/** The first run of every lesson, unless a seat has its own: the one that its text was written beside. */
export const FIRST_SEED = 1;
