/** The incoming weights of units as images, in two colours around 0 and one scale for all arms. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { FirstLayerView, WeightField } from '../../../../protocol/views.ts';
import { decimals } from '../../../../base/text/figure-text.ts';
import { className } from '../shared/class-name.ts';
import { FieldImage } from './field-image.tsx';
import styles from './first-layer.module.css';

interface WeightFieldsProps {
  readonly view: FirstLayerView;
  readonly dataset: Dataset;
  readonly size: NonNullable<Dataset['image']>;
  /** |w| of the deepest colour. */
  readonly largest: number;
}

export function WeightFields({ view, dataset, size, largest }: WeightFieldsProps) {
  const { fields, isLinear, zeros } = view;
  // Outputs have names, and stand in their order.
  const ordered = isLinear ? fields.toSorted((a, b) => a.unit - b.unit) : fields;
  const nameOf = ({ unit }: WeightField) =>
    isLinear ? className(dataset, unit) : String(unit + 1);
  return (
    <>
      <ul className={styles.fields} aria-label={isLinear ? 'Outputs' : 'Hidden units'}>
        {ordered.map((field) => (
          <li key={field.unit}>
            <FieldImage
              field={field}
              size={size}
              strength={largest > 0 ? view.largest / largest : 0}
              label={`${isLinear ? 'Output' : 'Unit'} ${nameOf(field)}, norm ${decimals(2)(field.norm)}`}
            />
            <span className={styles.unit} aria-hidden="true">
              {nameOf(field)}
            </span>
          </li>
        ))}
      </ul>
      <Key largest={largest} hasZeros={zeros > 0} />
    </>
  );
}

function Key({ largest, hasZeros }: { readonly largest: number; readonly hasZeros: boolean }) {
  const edge = decimals(2)(largest);
  return (
    <p className={styles.key}>
      <span className={styles.keyItem}>
        <i className={styles.negative} /> −{edge}
      </span>
      <span className={styles.keyItem}>
        <i className={styles.nearZero} /> near 0
      </span>
      <span className={styles.keyItem}>
        <i className={styles.positive} /> {edge}
      </span>
      {hasZeros && (
        <span className={styles.keyItem}>
          <i className={styles.exactZero} /> exactly 0
        </span>
      )}
      <span>one scale for all arms</span>
    </p>
  );
}
