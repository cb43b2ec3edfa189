/** An arm's shape in its colour, as on its card and its curves. */
import { armStyle } from './arm-style.ts';
import { markerPath } from './chart/draw/series-marker.ts';

export function ArmMarker({
  armId,
  size = 14,
}: {
  readonly armId: string;
  readonly size?: number;
}) {
  const { color, markerShape } = armStyle(armId);
  return (
    <svg width={size} height={size} viewBox="-6.5 -6.5 13 13" aria-hidden="true" focusable="false">
      <path d={markerPath(markerShape, 4.3)} fill={color} />
    </svg>
  );
}
