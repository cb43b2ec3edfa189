/** The fits of many networks, thin; their mean, thick; and the truth, dashed. */
import { useMemo } from 'react';
import { countOf } from '../../../base/text/count-of.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
import type { ValueSummary } from '../../../plans/bias-variance.ts';
import styles from './fits.module.css';

interface FittedCurvesProps {
  readonly value: ValueSummary;
  readonly dataset: Dataset;
}

const [WIDTH, HEIGHT] = [340, 150];
/** Beyond this many times the truth's own range a fit leaves the picture. */
const ROOM = 0.5;

export function FittedCurves({ value, dataset }: FittedCurvesProps) {
  const { answers, parts } = value;
  const truth = useMemo(() => {
    const { rows } = dataset;
    return rows.kind === 'generated' ? (rows.truth?.answers(0) ?? null) : null;
  }, [dataset]);
  const pathOf = useMemo(() => pathsOn(scaleOf(truth ?? new Float64Array(1))), [truth]);
  if (!truth) return null;
  const mean = answers.length === 1 ? answers[0] : parts?.meanAnswers;
  return (
    <svg
      className={styles.curves}
      data-clipped
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${countOf(answers.length, 'fits')}, their mean and the truth`}
    >
      <g className={styles.thin}>
        {answers.map((one, index) => (
          // Networks have no identity but the order of their sets.
          <path key={index} d={pathOf(one)} />
        ))}
      </g>
      <path className={styles.truth} d={pathOf(truth)} />
      {mean && answers.length > 1 && <path className={styles.mean} d={pathOf(mean)} />}
    </svg>
  );
}

/** Of the places: as many as a picture this wide can tell apart, and a hundred fits are soon drawn. */
const EVERY = 2;

/** From a value to pixels from the top. */
function scaleOf(truth: Float64Array): (value: number) => number {
  const [low, high] = [Math.min(...truth), Math.max(...truth)];
  const room = ROOM * (high - low || 1);
  const height = high - low + 2 * room;
  return (value) => HEIGHT * (1 - (value - low + room) / height);
}

/** A fit is drawn again and again while others come: its path is kept. Places are the middles of equal pieces. */
function pathsOn(top: (value: number) => number): (answers: Float64Array) => string {
  const paths = new WeakMap<Float64Array, string>();
  return (answers) => {
    const known = paths.get(answers);
    if (known !== undefined) return known;
    const points = Array.from({ length: Math.ceil(answers.length / EVERY) }, (_, i) => {
      const place = i * EVERY;
      const answer = answers[place] ?? NaN;
      const left = ((place + 0.5) / answers.length) * WIDTH;
      // Far outside the picture one place is like another, and no renderer draws a line to infinity.
      const y = Math.min(Math.max(top(answer), -HEIGHT), 2 * HEIGHT);
      return `${left.toFixed(1)} ${y.toFixed(1)}`;
    });
    const path = `M${points.join('L')}`;
    paths.set(answers, path);
    return path;
  };
}
