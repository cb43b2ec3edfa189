/** An arm's shape in its colour, as on its card and its curves. */
import { armStyle } from './arm-style.ts';
import type { MarkerShape } from './arm-style.ts';

/** Outlines in a box of 12 x 12. */
const OUTLINES: Readonly<Record<MarkerShape, string>> = {
  circle: 'M6 .5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z',
  square:
    'M2 .75h8a1.25 1.25 0 0 1 1.25 1.25v8A1.25 1.25 0 0 1 10 11.25H2A1.25 1.25 0 0 1 .75 10V2A1.25 1.25 0 0 1 2 .75z',
  triangle: 'M6 .75 11.75 11H.25z',
  diamond: 'M6 0l6 6-6 6-6-6z',
  star: 'M6 0l1.76 4.1L12 4.58 8.85 7.5 9.7 12 6 9.6 2.3 12l.85-4.5L0 4.58 4.24 4.1z',
  cross: 'M4.2.5h3.6v3.7h3.7v3.6H7.8v3.7H4.2V7.8H.5V4.2h3.7z',
};

export function ArmMarker({
  armId,
  size = 12,
}: {
  readonly armId: string;
  readonly size?: number;
}) {
  const { color, markerShape } = armStyle(armId);
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={OUTLINES[markerShape]} fill={color} />
    </svg>
  );
}
