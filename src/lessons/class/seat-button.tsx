/** The seat of this laptop in a class: quiet, for most who learn here have none. */
import { useState } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { PopoverButton } from '../../ui/controls/popover-button.tsx';
import type { ClosePanel } from '../../ui/controls/popover-button.tsx';
import { readSeat } from '../session/seat.ts';
import { useSession } from '../session/session-context.tsx';
import { SeatField } from './seat-field.tsx';
import styles from './class.module.css';

export function SeatButton() {
  const seat = useSession((state) => state.seat);
  return (
    <PopoverButton
      look="link"
      className={`${styles.seat ?? ''} not-presented not-printed`}
      data-control="seat"
      panelLabel="Seat in class"
      panel={(close) => <SeatForm close={close} />}
    >
      {`Seat in class: ${seat ?? 'none'}`}
    </PopoverButton>
  );
}

function SeatForm({ close }: { readonly close: ClosePanel }) {
  const seat = useSession((state) => state.seat);
  const takeSeat = useSession((state) => state.takeSeat);
  const [text, setText] = useState(seat === null ? '' : String(seat));
  const [isRefused, setRefused] = useState(false);
  const take = () => {
    const wanted = readSeat(text);
    if (wanted === null && text.trim() !== '') {
      setRefused(true);
      return;
    }
    if (wanted !== seat) takeSeat(wanted);
    close();
  };
  return (
    <form
      className={styles.seatForm}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <SeatField
        label="Seat number, 1 to 999; empty for none"
        {...{ text, isRefused }}
        alerts
        note="Your network is then trained with this number as its seed, so that every seat in the class has a run of its own. A change starts this part anew."
        onType={(typed) => {
          setText(typed);
          setRefused(false);
        }}
      />
      <Button type="submit" look="primary">
        Take this seat
      </Button>
    </form>
  );
}
