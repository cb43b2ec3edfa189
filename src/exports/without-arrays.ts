/** A training's result as exported JSON has it: figures, and how it ended; and what files of plans have in common. */
import { writeNumber } from '../base/written-number.ts';
import type { LaneResult } from '../figures/lane-result.ts';

/** Of rows, outputs and weights there are as many as would fill files of their own. */
const ARRAYS: ReadonlySet<string> = new Set<keyof LaneResult>([
  ...(['validationOutputs', 'validationTargets', 'validationInputs'] as const),
  ...(['weights', 'network', 'rowNumbers', 'rowParts'] as const),
]);

export function withoutArrays(result: LaneResult): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(result).filter(([name]) => !ARRAYS.has(name)));
}

/** When and by what a file was written. */
export interface PlanOrigin {
  /** "2026-11-29T12:00:00.000Z" */
  readonly at: string;
  /** Version of the program. */
  readonly app: string;
  /** The backend that was chosen for the page: "auto", or one by name. */
  readonly backend: string;
}

/** For JSON.stringify: it would make null of infinite numbers, and 0 of −0. */
export function asWritten(_: string, value: unknown): unknown {
  return typeof value === 'number' ? writeNumber(value) : value;
}
