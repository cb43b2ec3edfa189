/** Looks back to the epoch that the thumb is dragged to; the thumb does not wait for the page. */
import { useRef, useState } from 'react';
import { usePlayground } from '../../../store/playground-context.tsx';

/** An epoch; null: now. */
type Moment = number | null;

/**
 * Returns where the thumb was put while the page has not followed yet (undefined: it has), and a function that puts
 * it there. To show another epoch the charts, cards, verdict and pictures of four arms are drawn again, which is
 * many times the work of moving the thumb. So the thumb is painted first, and of several epochs asked for meanwhile
 * the page shows the last.
 */
export function useLookBackSoon(): readonly [Moment | undefined, (moment: Moment) => void] {
  const lookBack = usePlayground((state) => state.lookBack);
  const [ahead, setAhead] = useState<Moment | undefined>(undefined);
  const last = useRef<Moment | undefined>(undefined);
  const follow = () => {
    const moment = last.current;
    last.current = undefined;
    if (moment !== undefined) lookBack(moment);
    setAhead(undefined);
  };
  const move = (moment: Moment) => {
    const isAwaited = last.current !== undefined;
    last.current = moment;
    setAhead(moment);
    // A frame's callback runs before its paint, a task from there after it.
    if (!isAwaited) requestAnimationFrame(() => setTimeout(follow));
  };
  return [ahead, move];
}
