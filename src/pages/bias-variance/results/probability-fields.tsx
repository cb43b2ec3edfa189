/** What networks answer over the plane: the mean probability of a class, and where they disagree. */
import { useMemo } from 'react';
import { disagreement } from '../../../base/statistics/disagreement.ts';
import { percent } from '../../../base/text/figure-text.ts';
import { mean } from '../../../base/statistics/summary.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
import type { ValueSummary } from '../../../plans/bias-variance.ts';
import type { KnownTruth } from '../../../plans/known-truth.ts';
import { ShadedField } from './shaded-field.tsx';
import styles from './fits.module.css';

interface ProbabilityFieldsProps {
  readonly value: ValueSummary;
  readonly dataset: Dataset;
  readonly truth: KnownTruth | null;
}

export function ProbabilityFields({ value, dataset, truth }: ProbabilityFieldsProps) {
  const { answers, parts } = value;
  const fields = useMemo(() => {
    if (!truth) return null;
    const only = answers.length === 1 ? answers[0] : undefined;
    const means = parts?.meanAnswers ?? only;
    const ofClass = (from: Float64Array) =>
      Float64Array.from(
        { length: truth.places },
        (_, place) => from[place * truth.outputs + 1] ?? NaN,
      );
    return {
      truth: ofClass(truth.answers),
      mean: means ? ofClass(means) : null,
      disputes: answers.length > 1 ? disagreement(answers, truth.outputs) : null,
    };
  }, [truth, answers, parts]);
  const name = dataset.classNames[1] ?? '';
  const { rows } = dataset;
  const borders = (rows.kind === 'generated' ? rows.truth?.borders : undefined) ?? NONE;
  if (!fields) return <div className={styles.waiting} />;
  const share = fields.disputes ? mean([...fields.disputes]) : null;
  return (
    <div className={styles.pair}>
      <figure>
        <ShadedField
          values={fields.mean ?? fields.truth.map(() => 0.5)}
          look="classes"
          label={`Mean probability of “${name}” over the plane`}
          borders={borders}
        />
        <figcaption>mean P({name}), blue high</figcaption>
      </figure>
      <figure>
        <ShadedField
          values={fields.disputes ?? fields.truth.map(() => 0)}
          look="disputes"
          label="Where two networks give different answers"
          borders={borders}
        />
        <figcaption>two differ (dark){share === null ? '' : `: ${percent(share)}`}</figcaption>
      </figure>
    </div>
  );
}

const NONE: readonly number[] = [];
