/** How lines are dashed: by their kind, and the dashed ones of each owner in its own way. */
import type { LineKind, Series } from '../data/series-types.ts';

const DOTTED = '1 3';

/** SVG stroke-dasharray; undefined: solid. */
export function lineDash({ owner, kind }: Pick<Series, 'owner' | 'kind'>): string | undefined {
  const isOwn = kind.look === 'dashed' || kind.look === 'owner';
  return isOwn ? owner.dash : sampleDash(kind.look);
}

/** The dashes of a sample in the legend, which belongs to no owner. */
export function sampleDash(look: LineKind['look']): string | undefined {
  switch (look) {
    case 'solid':
    case 'owner':
      return undefined;
    case 'dashed':
      return '4 2';
    case 'dotted':
      return DOTTED;
  }
}
