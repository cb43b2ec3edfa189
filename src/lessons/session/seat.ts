/**
 * The seat of this laptop in a class, kept in this browser. Its number is the seed of every lesson, so that thirty
 * seats are thirty replicates. An address gives it too: "#/lessons/dropout?seat=7".
 */
export const [FIRST_SEAT, LAST_SEAT] = [1, 999] as const;

export interface SeatShelf {
  /** Null: this laptop has no seat. */
  readonly read: () => number | null;
  /** Returns a sentence where it cannot be kept, else null. */
  readonly keep: (seat: number | null) => string | null;
}

/** Even to ask for it may throw. */
type GetStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'class-seat';

export function openSeatShelf(getStorage: GetStorage): SeatShelf {
  return {
    read: () => {
      try {
        return readSeat(getStorage().getItem(KEY) ?? '');
      } catch {
        return null;
      }
    },
    keep: (seat) => {
      try {
        if (seat === null) getStorage().removeItem(KEY);
        else getStorage().setItem(KEY, String(seat));
        return null;
      } catch {
        return 'This browser keeps nothing for this page: give your seat again in the next lesson.';
      }
    },
  };
}

/** Null: it is no whole number from 1 to 999. */
export function readSeat(text: string): number | null {
  const seat = /^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN;
  return seat >= FIRST_SEAT && seat <= LAST_SEAT ? seat : null;
}

/** `hash`: of the address. Null: it gives none. */
export function seatIn(hash: string): number | null {
  return readSeat(/[?&]seat=(\d+)/.exec(hash)?.[1] ?? '');
}
