/** Points of two classes as marks: circles and triangles, so that colour is not needed to tell them apart. */
import { memo } from 'react';
import styles from './decision-boundary.module.css';
import { HALF } from './plane-scale.ts';
import type { PlaneScale } from './plane-scale.ts';

/** In the data's own units. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

export type MarkKind = 'training' | 'validation' | 'own' | 'waiting' | 'leaving';

interface PointMarksProps {
  readonly kind: MarkKind;
  readonly points: readonly PlanePoint[];
  readonly scale: PlaneScale;
  readonly radius: number;
}

/** All points of a kind: one path a class, however many there are. */
export const PointMarks = memo(function PointMarks(props: PointMarksProps) {
  const { kind, points, scale, radius } = props;
  return [0, 1].map((label) => (
    <path
      key={label}
      className={styles.points}
      data-kind={kind}
      data-class={label}
      d={points
        .filter((point) => point.label === label)
        .map((point) => markAt(scale.toFrame(point), label, radius))
        .join('')}
    />
  ));
});

/** Around points whose label is wrong. */
export const WrongRings = memo(function WrongRings({
  points,
  scale,
  radius,
}: Omit<PointMarksProps, 'kind'>) {
  const rings = points.map((point) => markAt(scale.toFrame(point), 0, radius));
  return <path className={styles.ring} d={rings.join('')} />;
});

/** A mark on its own, in a key. */
export function KeyMark({ kind, label }: { readonly kind: MarkKind; readonly label: number }) {
  const middle: readonly [number, number] = [HALF, HALF];
  return (
    <path
      className={styles.points}
      data-kind={kind}
      data-class={label}
      d={markAt(middle, label, 22)}
    />
  );
}

export function markAt([x, y]: readonly [number, number], label: number, radius: number): string {
  const n = (value: number) => value.toFixed(2);
  const r = n(radius);
  if (label === 0)
    return `M${n(x - radius)} ${n(y)}a${r} ${r} 0 1 0 ${n(2 * radius)} 0a${r} ${r} 0 1 0 ${n(-2 * radius)} 0Z`;
  // As large to the eye as the circle.
  const half = 1.2 * radius;
  return `M${n(x)} ${n(y - 1.3 * radius)}l${n(half)} ${n(2.1 * radius)}h${n(-2 * half)}Z`;
}
