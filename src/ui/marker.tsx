/** A shape in its colour, as on cards and on curves. */
import type { Look } from './look.ts';
import { markerPath } from './chart/draw/series-marker.ts';

interface MarkerProps {
  readonly look: Pick<Look, 'color' | 'markerShape'>;
  readonly size?: number;
}

export function Marker({ look: { color, markerShape }, size = 14 }: MarkerProps) {
  return (
    <svg width={size} height={size} viewBox="-6.5 -6.5 13 13" aria-hidden="true" focusable="false">
      <path d={markerPath(markerShape, 4.3)} fill={color} />
    </svg>
  );
}
