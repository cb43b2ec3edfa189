/** Tells users of screen readers now and then how many trainings are done. */
import { useEffect, useRef, useState } from 'react';
import { withCommas } from '../../../base/text/with-commas.ts';

interface PlanVoiceProps {
  readonly done: number;
  readonly all: number;
}

/** As LiveSummary does. */
const INTERVAL_MS = 10_000;

export function PlanVoice({ done, all }: PlanVoiceProps) {
  const [text, setText] = useState('');
  const newest = useRef(done);
  useEffect(() => {
    newest.current = done;
  }, [done]);
  useEffect(() => {
    const timer = setInterval(
      () => setText(`${withCommas(Math.floor(newest.current))} of ${withCommas(all)} are trained.`),
      INTERVAL_MS,
    );
    return () => clearInterval(timer);
  }, [all]);
  return (
    <p role="status" aria-label="Trainings so far" className="visually-hidden">
      {text}
    </p>
  );
}
