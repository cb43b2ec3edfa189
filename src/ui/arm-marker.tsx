/** An arm's shape in its colour. */
import { armStyle } from './arm-style.ts';
import { Marker } from './marker.tsx';

export function ArmMarker({
  armId,
  size = 14,
}: {
  readonly armId: string;
  readonly size?: number;
}) {
  return <Marker look={armStyle(armId)} size={size} />;
}
