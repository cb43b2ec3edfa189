/** A training's result as exported JSON has it: figures, and how it ended. */
import type { LaneResult } from '../figures/lane-result.ts';

/** Of rows, outputs and weights there are as many as would fill files of their own. */
const ARRAYS: ReadonlySet<string> = new Set<keyof LaneResult>([
  ...(['validationOutputs', 'validationTargets', 'validationInputs'] as const),
  ...(['weights', 'network', 'rowNumbers', 'rowParts'] as const),
]);

export function withoutArrays(result: LaneResult): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(result).filter(([name]) => !ARRAYS.has(name)));
}
