/** One penalty in the plane of two weights: contours of the loss, what the penalty allows, and where they touch. */
import { useId, useRef } from 'react';
import type { TwoWeights } from '../../../../closed-forms/two-weights.ts';
import { weightText } from '../../../../findings/laboratories/two-weights.ts';
import { Formula } from '../../../../ui/words/formula.tsx';
import { WeightPlane } from '../shared/weight-plane.tsx';
import { planeScale } from '../shared/plane-scale.ts';
import type { PlaneScale } from '../shared/plane-scale.ts';
import shared from '../shared/laboratory.module.css';
import styles from './two-weights.module.css';

interface PenaltyPictureProps {
  readonly penalty: 'L1' | 'L2';
  readonly minimum: TwoWeights;
  readonly lambda: number;
  readonly solve: (minimum: TwoWeights, lambda: number) => TwoWeights;
  readonly tex: string;
  /** The minimum was dragged there. */
  readonly onMove: (minimum: TwoWeights) => void;
}

const RANGE = { x: [-3, 3], y: [-2.25, 2.25] } as const;
/** Distances from the minimum at which contours are drawn. */
const CONTOURS = [0.4, 0.8, 1.2, 1.6, 2, 2.4, 2.8, 3.2, 3.6, 4, 4.4, 4.8];
/** Of the path; the end stands for a penalty without end. */
const STRENGTHS = Array.from({ length: 121 }, (_, i) => (i === 120 ? 1e9 : (i / 20) ** 2));

export function PenaltyPicture(props: PenaltyPictureProps) {
  const { penalty, minimum, lambda, solve, tex, onMove } = props;
  const solution = solve(minimum, lambda);
  const [a, b] = solution;
  const title = useId();
  const drag = useDrag(onMove);
  return (
    <figure className={shared.panel} aria-labelledby={title}>
      <h2 id={title}>
        {penalty}: w₁ = {weightText(a)}, w₂ = {weightText(b)}
      </h2>
      <WeightPlane
        range={RANGE}
        {...drag.plane}
        description={`Contours of the loss around its minimum (${minimum.map(weightText).join(', ')}), and the ${penalty === 'L1' ? 'diamond of all weights with the same sum of sizes' : 'circle of all weights with the same sum of squares'} through the solution (${weightText(a)}, ${weightText(b)}). A dashed path leads from the minimum to 0 as λ grows.`}
      >
        {(scale) => {
          const at = ([x, y]: TwoWeights) => ({ cx: scale.x(x), cy: scale.y(y) });
          return (
            <g className={penalty === 'L1' ? styles.l1 : styles.l2}>
              {CONTOURS.map((radius) => (
                <circle
                  key={radius}
                  className={styles.contour}
                  {...at(minimum)}
                  r={radius * scale.unit}
                />
              ))}
              <Ball penalty={penalty} solution={solution} scale={scale} />
              <circle
                className={styles.touching}
                {...at(minimum)}
                r={Math.hypot(minimum[0] - a, minimum[1] - b) * scale.unit}
              />
              <path className={styles.path} d={pathOf(minimum, solve, scale)} />
              <circle className={styles.solution} {...at(solution)} r="5.5" />
              <g className={styles.handle} onPointerDown={drag.start}>
                <circle className={styles.reach} {...at(minimum)} r="20" />
                <circle className={styles.minimum} {...at(minimum)} r="6" />
              </g>
            </g>
          );
        }}
      </WeightPlane>
      <div data-left-out>
        <Formula tex={tex} />
      </div>
    </figure>
  );
}

/** All weights with the penalty of the solution: a diamond, a circle. */
function Ball({
  penalty,
  solution: [a, b],
  scale,
}: Pick<PenaltyPictureProps, 'penalty'> & {
  readonly solution: TwoWeights;
  readonly scale: PlaneScale;
}) {
  const [x, y] = [scale.x(0), scale.y(0)];
  if (penalty === 'L2')
    return <circle className={styles.ball} cx={x} cy={y} r={Math.hypot(a, b) * scale.unit} />;
  const r = (Math.abs(a) + Math.abs(b)) * scale.unit;
  return (
    <path className={styles.ball} d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`} />
  );
}

function pathOf(
  minimum: TwoWeights,
  solve: PenaltyPictureProps['solve'],
  scale: PlaneScale,
): string {
  const places = STRENGTHS.map((strength) => {
    const [x, y] = solve(minimum, strength);
    return `${scale.x(x).toFixed(2)} ${scale.y(y).toFixed(2)}`;
  });
  return `M${places.join('L')}`;
}

/** Numbers of the rail move it too: no keyboard needs the drawing. */
function useDrag(onMove: (minimum: TwoWeights) => void) {
  const plane = useRef<SVGSVGElement>(null);
  const isDragged = useRef(false);
  return {
    start: (event: React.PointerEvent) => {
      isDragged.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
    },
    plane: {
      ref: plane,
      onPointerMove: ({ clientX, clientY, buttons }: React.PointerEvent) => {
        // A touch that became a scroll ends without a word.
        if (buttons === 0) isDragged.current = false;
        const box = plane.current?.getBoundingClientRect();
        if (!isDragged.current || !box) return;
        const scale = planeScale(RANGE, box.width);
        const [x, y] = scale.weightsAt(clientX - box.left, clientY - box.top);
        onMove([x, y]);
      },
      onPointerUp: () => {
        isDragged.current = false;
      },
    },
  };
}
