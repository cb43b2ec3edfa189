/** How much of a measurement is done, told while it lasts. */
import type { OnRows } from './group-evaluation.ts';

/** Awaited every few hundred rows with the share that is done, up to 1; may throw to end the measurement. */
export type OnShare = (share: number) => Promise<void>;

/** `total`: rows to be measured, each once for every lane. */
export function sharesOf(total: number, onShare: OnShare): OnRows {
  let done = 0;
  return (rows) => {
    done += rows;
    return onShare(done / total);
  };
}
