/** For a link that gives whoever opens it a seat in the class. */
import { useState } from 'react';
import { SeatField } from '../../lessons/class/seat-field.tsx';
import { readSeat } from '../../lessons/session/seat.ts';
import styles from './share.module.css';

interface SeatChoiceProps {
  readonly seat: number | null;
  readonly onChange: (seat: number | null) => void;
}

export function SeatChoice({ seat, onChange }: SeatChoiceProps) {
  const [text, setText] = useState(seat === null ? '' : String(seat));
  const isRefused = text.trim() !== '' && readSeat(text) === null;
  return (
    <div className={styles.seat}>
      <SeatField
        label="Seat in class"
        {...{ text, isRefused }}
        note="Empty: each laptop keeps its own, which is what a class needs."
        onType={(typed) => {
          setText(typed);
          onChange(readSeat(typed));
        }}
      />
    </div>
  );
}
