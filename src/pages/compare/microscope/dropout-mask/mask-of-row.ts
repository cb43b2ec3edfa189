/** One row's part of a dropout mask. */
import type { DropoutMaskView } from '../../../../protocol/views.ts';

export interface RowMask {
  /** From 0. */
  readonly row: number;
  readonly ink: Uint8Array | null;
  /** [input]: 1 where it is dropped. */
  readonly inputs: Uint8Array;
  /** Of each hidden layer [unit]. */
  readonly hidden: readonly Uint8Array[];
}

export function maskOfRow(view: DropoutMaskView, row: number, featureCount: number): RowMask {
  const part = (all: Uint8Array) => {
    const size = all.length / view.rows.length;
    return all.subarray(row * size, (row + 1) * size);
  };
  return {
    row,
    ink: view.ink && part(view.ink),
    inputs: view.inputs ? part(view.inputs) : new Uint8Array(featureCount),
    hidden: view.hidden.map(part),
  };
}

export function droppedIn(mask: Uint8Array): number {
  return mask.reduce((sum, one) => sum + one, 0);
}
