/** What follows from a run's figures and pictures and takes long to draw, drawn in turns (ui/in-turn.ts). */
import { useEffect, useMemo, useRef, useState } from 'react';
import { forgetTurn, inTurn } from '../../../ui/in-turn.ts';
import { usePlayground } from '../../../store/playground-context.tsx';

/**
 * Finds what there is to draw of the epoch on show. It looks again when frames come or the page looks at another
 * epoch, in the turn of the arm that draws it; with another `find` it looks at once.
 */
export function useInTurn<Found>(
  whose: string | null,
  find: (epoch: number | null) => Found,
): Found {
  const history = usePlayground((state) => state.history);
  const epoch = usePlayground((state) => state.lookBackEpoch);
  const [drawn, setDrawn] = useState(() => ({ find, found: find(epoch) }));
  const drawnLast = useRef(drawn);
  useEffect(() => {
    const look = () => {
      const found = find(epoch);
      const { current: last } = drawnLast;
      // Before it is set: React might render once more to see that it is the same.
      if (last.find === find && last.found === found) return;
      drawnLast.current = { find, found };
      setDrawn(drawnLast.current);
    };
    const ask = () => {
      inTurn(whose, look);
    };
    // Frames may have come since it was drawn.
    ask();
    const leave = history?.subscribe(ask);
    return () => {
      leave?.();
      forgetTurn(whose, look);
    };
  }, [whose, history, epoch, find]);
  // What was found by another `find`, of another run or view, is never shown.
  return useMemo(() => (drawn.find === find ? drawn.found : find(epoch)), [drawn, find, epoch]);
}

/** Counts the frames of the run on screen, for what follows from all of them; `whose` turn it is drawn in. */
export function useFrameCount(whose: string): number | undefined {
  const history = usePlayground((state) => state.history);
  const find = useMemo(() => () => history?.version(), [history]);
  return useInTurn(whose, find);
}
