/** The digits about which networks of other training sets disagree most, and what they answer. */
import { useMemo } from 'react';
import { disagreement, likeliest } from '../../../base/statistics/disagreement.ts';
import { mean } from '../../../base/statistics/summary.ts';
import { percent } from '../../../base/text/figure-text.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
import type { ValueSummary } from '../../../plans/bias-variance.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { InkImage } from '../../../ui/picture/ink-image.tsx';
import styles from './fits.module.css';

interface DisputedDigitsProps {
  readonly value: ValueSummary;
  readonly dataset: Dataset;
  readonly image: { readonly width: number; readonly height: number };
}

const SHOWN = 4;

export function DisputedDigits({ value, dataset, image }: DisputedDigitsProps) {
  const images = useBiasVariance((state) => state.images);
  const { answers } = value;
  const { outputs, classNames } = dataset;
  const disputes = useMemo(
    () => (answers.length > 1 ? disagreement(answers, outputs) : null),
    [answers, outputs],
  );
  if (!disputes) return <div className={styles.waiting} />;
  const worst = [...disputes.keys()]
    .sort((a, b) => (disputes[b] ?? 0) - (disputes[a] ?? 0))
    .slice(0, SHOWN);
  const pixels = image.width * image.height;
  return (
    <>
      <p className={styles.share}>
        Two networks disagree on <strong>{percent(mean([...disputes]))}</strong> of the digits, most
        on these. Below each: what it is, and what the networks answer.
      </p>
      <ol className={styles.digits}>
        {worst.map((row) => {
          const votes = votesOf(answers, row, outputs);
          const name = classNames[images?.labels[row] ?? -1] ?? '?';
          const text = votes
            .map(
              ([label, count]) =>
                `${classNames[label] ?? label}${count > 1 ? `\u00a0×${count}` : ''}`,
            )
            .join(', ');
          return (
            <li key={row}>
              {images && (
                <InkImage
                  features={images.pixels.subarray(row * pixels, (row + 1) * pixels)}
                  size={image}
                  label={`A ${name}`}
                />
              )}
              <span>
                {images && <strong>{name}: </strong>}
                {text}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Answers and how many networks give each, the most frequent first. */
function votesOf(
  answers: readonly Float64Array[],
  row: number,
  classes: number,
): [number, number][] {
  const counts = new Map<number, number>();
  for (const one of answers) {
    const label = likeliest(one, row * classes, classes);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}
