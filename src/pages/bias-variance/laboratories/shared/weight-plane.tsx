/** The plane of two weights, with its axes through 0; what lies in it is drawn by whoever uses it. */
import { useId } from 'react';
import type { PointerEventHandler, ReactNode, Ref } from 'react';
import { planeScale, planeTicks } from './plane-scale.ts';
import type { PlaneRange, PlaneScale } from './plane-scale.ts';
import styles from './weight-plane.module.css';

interface WeightPlaneProps {
  /** What is drawn, in a sentence or two. */
  readonly description: string;
  readonly range: PlaneRange;
  readonly ref?: Ref<SVGSVGElement>;
  readonly onPointerMove?: PointerEventHandler<SVGSVGElement>;
  readonly onPointerUp?: PointerEventHandler<SVGSVGElement>;
  readonly children: (scale: PlaneScale) => ReactNode;
}

const WIDTH = 400;

export function WeightPlane(props: WeightPlaneProps) {
  const { description, range, ref, onPointerMove, onPointerUp, children } = props;
  const clip = useId();
  const scale = planeScale(range, WIDTH);
  const { width, height } = scale;
  return (
    <svg
      ref={ref}
      className={styles.plane}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={description}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
    >
      <clipPath id={clip}>
        <rect width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <path className={styles.axis} d={`M0 ${scale.y(0)}H${width}M${scale.x(0)} 0V${height}`} />
        {children(scale)}
        {planeTicks(range.x).map((tick) => (
          <text key={tick} className={styles.tick} x={scale.x(tick)} y={scale.y(0)} dy="1.25em">
            {textOf(tick)}
          </text>
        ))}
        {planeTicks(range.y).map((tick) => (
          <text
            key={tick}
            className={styles.tickAcross}
            x={scale.x(0) - 5}
            y={scale.y(tick)}
            dy="0.36em"
          >
            {textOf(tick)}
          </text>
        ))}
        <text className={styles.name} x={width - 4} y={scale.y(0) - 6} textAnchor="end">
          w₁
        </text>
        <text className={styles.name} x={scale.x(0) + 6} dy="1em">
          w₂
        </text>
      </g>
    </svg>
  );
}

const textOf = (tick: number) => String(tick).replace('-', '−');
