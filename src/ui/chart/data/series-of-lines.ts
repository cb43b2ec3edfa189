/** Lines whose figures are given place by place, as the charts draw them. */
import type { LineOwner } from './line-owner.ts';
import type { LineKind, Series } from './series-types.ts';

/** A line of a ValueChart. Its first kind of an owner is the main one, drawn above the others. */
export interface ValueLine {
  readonly owner: LineOwner;
  readonly kind: LineKind;
  /** At each place of the axis; NaN: none. */
  readonly values: readonly number[];
  /** Half the height of its band or bar, at each place; NaN: none. */
  readonly spread?: readonly number[] | null;
  /** Single figures at each place. */
  readonly dots?: readonly (readonly number[])[];
}

export function seriesOfLines(lines: readonly ValueLine[]): readonly Series[] {
  return lines.map((line, index) => {
    const { owner, kind, spread = null, dots = [] } = line;
    const values = Float64Array.from(line.values, (value) =>
      Number.isFinite(value) ? value : NaN,
    );
    return {
      ...{ owner, kind, values, dots },
      ...{ isReference: false, pace: 1, upTo: null, best: -1, laterBest: -1 },
      ...{ restored: [], partings: [], stopped: null, columns: [] },
      id: `${owner.id} ${kind.name}`,
      isMain: lines.findIndex((one) => one.owner.id === owner.id) === index,
      spread: spread ? Float64Array.from(spread) : null,
      last: values.findLastIndex((value) => !Number.isNaN(value)),
    };
  });
}
