/**
 * Tells users of screen readers how the run goes: now and then while it trains, once when it pauses or ends, and
 * how it stood at an epoch that is looked back at. Only the verdict announces figures too, once a run is over.
 */
import { useEffect, useState } from 'react';
import { usePlayground, usePlaygroundStore } from '../../../store/playground-context.tsx';
import { summaryText } from './summary-text.ts';
import type { SummedFigure } from './summary-text.ts';

/** Long enough to listen to it and to what was being read besides. */
const INTERVAL_MS = 10_000;
/** The last figures arrive with the status, or just after it. */
const SETTLE_MS = 300;

interface LiveSummaryProps {
  /** The figure that matters where it is; absent: accuracy, where there is one. */
  readonly figure?: SummedFigure;
  /** It has nothing to tell yet. */
  readonly isSilent?: boolean;
}

export function LiveSummary({ figure, isSilent = false }: LiveSummaryProps) {
  const store = usePlaygroundStore();
  const status = usePlayground((state) => state.status);
  const lookBackEpoch = usePlayground((state) => state.lookBackEpoch);
  const [text, setText] = useState('');
  useEffect(() => {
    if (isSilent) return;
    const speak = () => setText(summaryText(store.getState(), figure));
    if (status === 'training' && lookBackEpoch === null) {
      const timer = setInterval(speak, INTERVAL_MS);
      return () => clearInterval(timer);
    }
    const timer = setTimeout(speak, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [store, status, lookBackEpoch, figure, isSilent]);
  return (
    <p role="status" aria-label="Figures so far" className="visually-hidden">
      {text}
    </p>
  );
}
