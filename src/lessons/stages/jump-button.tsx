/** On a phone, where text and chart are one beneath the other: leads from each to the other. */
import { useEffect, useState } from 'react';
import { useNarrow } from '../../pages/shared/use-narrow.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useSession } from '../session/session-context.tsx';
import { QUESTION_ID, STAGE_ID, WORDS_ID } from './places.ts';

export function JumpButton({ className }: { readonly className?: string | undefined }) {
  const isNarrow = useNarrow();
  return isNarrow ? <Jump className={className} /> : null;
}

function Jump({ className }: { readonly className?: string | undefined }) {
  const isAtStage = useIsAtStage();
  const step = useSession((state) => state.step);
  const words = step === 'explain' ? WORDS_ID : QUESTION_ID;
  return (
    <Button
      aria-label={isAtStage ? 'To the text' : 'To the chart'}
      className={[className, 'not-printed'].filter(Boolean).join(' ')}
      onClick={() => {
        const place = document.getElementById(isAtStage ? words : STAGE_ID);
        place?.scrollIntoView();
        // The next press of Tab goes on from there.
        place?.focus({ preventScroll: true });
      }}
    >
      {isAtStage ? 'Text' : 'Chart'}
    </Button>
  );
}

/** Whether the line across the middle of the window goes through the stage. */
function useIsAtStage(): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const stage = document.getElementById(STAGE_ID);
    if (!stage) return;
    const observer = new IntersectionObserver(
      (entries) => setThere(entries.at(-1)?.isIntersecting === true),
      { rootMargin: '-50% 0px -50% 0px' },
    );
    observer.observe(stage);
    return () => observer.disconnect();
  }, []);
  return isThere;
}
