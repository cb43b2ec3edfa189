/** Addresses of lessons, as a teacher hands them out. */
import { withParameter } from '../../links/hidden-controls.ts';

/** A lesson itself: not the list, the class’s results or a sheet of paper. */
export function isLessonAddress(address: string): boolean {
  return /^#\/lessons\/(?!(class|teachers)(\?|$))[\w-]+(\?|$)/.test(address);
}

/** Null: whoever opens it keeps the seat that their browser has. */
export function withSeat(address: string, seat: number | null): string {
  return withParameter(address, 'seat', seat === null ? null : String(seat));
}
