/** Rows that a table's first experiment trains on and is validated with; the rest is for the test. */

export interface StartSizes {
  readonly trainingExamples: number;
  readonly validationExamples: number;
}

/** Few enough to train on that a network can learn them by heart. */
export function startSizes(rows: number): StartSizes {
  return {
    trainingExamples: Math.min(200, Math.floor(rows * 0.5)),
    validationExamples: Math.min(500, Math.floor(rows * 0.3)),
  };
}
