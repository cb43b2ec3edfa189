/** One of some, all in sight: radio buttons beside each other like the parts of a bar, or one under the other. */
import { useId } from 'react';
import styles from './radio-group.module.css';

interface RadioGroupProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly look?: 'bar' | 'list';
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { legend, options, value, onChange, look = 'bar' } = props;
  const name = useId();
  return (
    <fieldset className={styles[look]}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              className={look === 'bar' ? 'visually-hidden' : undefined}
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
