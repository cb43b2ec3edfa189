/** A line of the Export menu. */
import type { Playground } from '../../../store/playground.ts';

export interface ExportItem {
  readonly label: string;
  readonly detail: string;
  /** Why it cannot be had now; null or absent: it can. */
  readonly refusal?: (state: Playground) => string | null;
  /** Makes the file and hands it over; may fetch code for it first. */
  readonly save: (state: Playground) => Promise<void>;
}
