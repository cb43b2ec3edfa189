/** Outlines of the marker shapes as SVG paths around (0, 0), of about equal weight to the eye. */
import type { MarkerShape } from '../../look.ts';

export function markerPath(shape: MarkerShape, radius: number): string {
  switch (shape) {
    case 'circle':
      return `M${radius},0A${radius},${radius},0,1,1,${-radius},0A${radius},${radius},0,1,1,${radius},0Z`;
    case 'square':
      return polygon([45, 135, 225, 315].map((angle) => [angle, radius * 1.27]));
    case 'triangle':
      return polygon([0, 120, 240].map((angle) => [angle, radius * 1.4]));
    case 'diamond':
      return polygon([0, 90, 180, 270].map((angle) => [angle, radius * 1.35]));
    case 'star':
      return polygon(
        Array.from({ length: 10 }, (_, i) => [i * 36, radius * (i % 2 === 0 ? 1.5 : 0.7)]),
      );
    case 'cross': {
      const [long, short] = [radius * 1.3, radius * 0.5];
      return `M${-short},${-long}H${short}V${-short}H${long}V${short}H${short}V${long}H${-short}V${short}H${-long}V${-short}H${-short}Z`;
    }
  }
}

/** Corners as [degrees clockwise from the top, distance]. */
function polygon(corners: readonly (readonly [number, number])[]): string {
  const points = corners.map(([angle, distance]) => {
    const radians = (angle * Math.PI) / 180;
    return `${round(distance * Math.sin(radians))},${round(-distance * Math.cos(radians))}`;
  });
  return `M${points.join('L')}Z`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
