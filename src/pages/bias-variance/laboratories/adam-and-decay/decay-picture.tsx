/** Both paths in the plane of the two weights, over contours of the loss, with the ridge solution. */
import { FEATURE_SCALES, TRUE_WEIGHTS } from '../../../../closed-forms/two-features.ts';
import type { TwoWeights } from '../../../../closed-forms/two-weights.ts';
import { placeText } from '../../../../findings/laboratories/adam-and-decay.ts';
import type { DecayPoint } from '../../../../protocol/laboratory-messages.ts';
import type { PlaneScale } from '../shared/plane-scale.ts';
import { WeightPlane } from '../shared/weight-plane.tsx';
import shared from '../shared/laboratory.module.css';
import styles from './adam-and-decay.module.css';

interface DecayPictureProps {
  readonly points: readonly DecayPoint[];
  readonly ridge: TwoWeights;
}

const RANGE = { x: [-0.25, 1.45], y: [-0.2, 1.2] } as const;
/** Of the loss above its minimum. */
const LEVELS = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
/** Steps at which both paths have a mark. */
const MARKED = [100, 400, 1000, 2000, 3000];

/** Half of what a place takes with its name. */
const HALF_LABEL = 118;

export function DecayPicture({ points, ridge }: DecayPictureProps) {
  const end = points.at(-1);
  return (
    <figure
      className={`${shared.panel ?? ''} ${styles.picture ?? ''}`}
      aria-label="Paths of both weights"
    >
      <Key />
      <WeightPlane
        range={RANGE}
        description={`Contours of the loss: narrow ellipses around (1, 1), steep along w₁. ${end ? `After ${end.step} steps Adam with L2 stands at ${placeText(end.l2)}, AdamW at ${placeText(end.weightDecay)}; ` : ''}the ridge solution is ${placeText(ridge)}.`}
      >
        {(scale) => (
          <>
            {LEVELS.map((level) => (
              <ellipse
                key={level}
                className={styles.contour}
                cx={scale.x(TRUE_WEIGHTS[0])}
                cy={scale.y(TRUE_WEIGHTS[1])}
                rx={(Math.sqrt(level) / FEATURE_SCALES[0]) * scale.unit}
                ry={(Math.sqrt(level) / FEATURE_SCALES[1]) * scale.unit}
              />
            ))}
            <circle
              className={styles.truth}
              cx={scale.x(TRUE_WEIGHTS[0])}
              cy={scale.y(TRUE_WEIGHTS[1])}
              r="5"
            />
            <Path kind="l2" {...{ points, scale }} />
            <Path kind="weightDecay" {...{ points, scale }} />
            <path className={styles.ridge} d={crossAt(scale.x(ridge[0]), scale.y(ridge[1]))} />
            {end && (
              <>
                <text
                  className={styles.l2Label}
                  x={Math.min(scale.x(end.l2[0]), scale.width - HALF_LABEL)}
                  y={scale.y(end.l2[1])}
                  dy="2.3em"
                >
                  Adam + L2 {placeText(end.l2)}
                </text>
                <text
                  className={styles.decayLabel}
                  x={scale.x(end.weightDecay[0]) - 12}
                  y={scale.y(end.weightDecay[1]) - 12}
                >
                  AdamW {placeText(end.weightDecay)}
                </text>
              </>
            )}
          </>
        )}
      </WeightPlane>
    </figure>
  );
}

function Path({
  kind,
  points,
  scale,
}: Pick<DecayPictureProps, 'points'> & {
  readonly kind: 'l2' | 'weightDecay';
  readonly scale: PlaneScale;
}) {
  const places = points.map((point) => {
    const [a, b] = point[kind];
    return { step: point.step, x: scale.x(a), y: scale.y(b) };
  });
  const end = places.at(-1);
  if (!end) return null;
  return (
    <g className={styles[kind]}>
      <path
        className={styles.path}
        d={`M${places.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`}
      />
      {places
        .filter(({ step }) => MARKED.includes(step))
        .map(({ step, x, y }) => (
          <circle key={step} className={styles.mark} cx={x} cy={y} r="3" />
        ))}
      <circle className={styles.end} cx={end.x} cy={end.y} r="5.5" />
    </g>
  );
}

const crossAt = (x: number, y: number) => `M${x - 8} ${y}h16M${x} ${y - 8}v16`;

function Key() {
  return (
    <ul className={styles.key}>
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <g className={styles.l2}>
            <path className={styles.path} d="M0 8h26" />
            <circle className={styles.end} cx="20" cy="8" r="5" />
          </g>
        </svg>
        Adam with L2
      </li>
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <g className={styles.weightDecay}>
            <path className={styles.path} d="M0 8h26" />
            <circle className={styles.end} cx="20" cy="8" r="5" />
          </g>
        </svg>
        AdamW
      </li>
      <li>
        <svg width="18" height="18" aria-hidden="true">
          <path className={styles.ridge} d={crossAt(9, 9)} />
        </svg>
        ridge solution, closed form
      </li>
      <li>
        <svg width="16" height="16" aria-hidden="true">
          <circle className={styles.truth} cx="8" cy="8" r="5" />
        </svg>
        least squares, (1, 1)
      </li>
      <li>small marks after 100, 400, 1,000 and 2,000 steps</li>
    </ul>
  );
}
