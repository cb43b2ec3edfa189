/** For a link that gives whoever opens it a seat in the class. */
import { useId, useState } from 'react';
import { readSeat } from '../../lessons/session/seat.ts';
import styles from './share.module.css';

interface SeatChoiceProps {
  readonly seat: number | null;
  readonly onChange: (seat: number | null) => void;
}

export function SeatChoice({ seat, onChange }: SeatChoiceProps) {
  const id = useId();
  const [text, setText] = useState(seat === null ? '' : String(seat));
  const isRefused = text.trim() !== '' && readSeat(text) === null;
  return (
    <div className={styles.seat}>
      <label htmlFor={id}>Seat in class</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={isRefused || undefined}
        aria-describedby={`${id} note`}
        onChange={(event) => {
          setText(event.target.value);
          onChange(readSeat(event.target.value));
        }}
      />
      <p id={`${id} note`} className={styles.note}>
        {isRefused
          ? 'A seat is a whole number from 1 to 999.'
          : 'Empty: each laptop keeps its own, which is what a class needs.'}
      </p>
    </div>
  );
}
