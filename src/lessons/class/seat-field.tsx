/** The field for a seat number, and what is said of it: why it is refused, or what it does. */
import { useId } from 'react';
import styles from './seat-field.module.css';

interface SeatFieldProps {
  readonly label: string;
  readonly text: string;
  readonly isRefused: boolean;
  /** Below the field, unless it is refused. */
  readonly note: string;
  /** A refusal is read out at once. */
  readonly alerts?: boolean;
  readonly onType: (text: string) => void;
}

export function SeatField(props: SeatFieldProps) {
  const { label, text, isRefused, note, alerts = false, onType } = props;
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.field}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={isRefused || undefined}
        aria-describedby={`${id} note`}
        onChange={(event) => onType(event.target.value)}
      />
      <p id={`${id} note`} className={styles.note} role={isRefused && alerts ? 'alert' : undefined}>
        {isRefused ? 'A seat is a whole number from 1 to 999.' : note}
      </p>
    </>
  );
}
