/** How lines are dashed: by their kind, and the dashed ones of each arm in its own way. */
import type { LineKind, Series } from '../data/series-types.ts';

const DOTTED = '1 3';

/** SVG stroke-dasharray; undefined: solid. */
export function lineDash({ arm, kind }: Pick<Series, 'arm' | 'kind'>): string | undefined {
  return kind.look === 'dashed' ? arm.dash : sampleDash(kind.look);
}

/** For the legend, where the line is no arm's. */
export function sampleDash(look: LineKind<string>['look']): string | undefined {
  switch (look) {
    case 'solid':
      return undefined;
    case 'dashed':
      return '4 2';
    case 'dotted':
      return DOTTED;
  }
}
