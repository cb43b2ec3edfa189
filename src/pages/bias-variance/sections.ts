/** The sections of the page below its first one: a line each. Their addresses are #/bias-variance/ and the id. */
export const SECTIONS = [
  { id: 'double-descent', label: 'Double descent' },
  { id: 'two-weights', label: 'Two weights' },
  { id: 'dropout-scaling', label: 'Dropout at inference' },
  { id: 'adam-and-decay', label: 'Adam and AdamW' },
] as const;

export type Section = (typeof SECTIONS)[number];
