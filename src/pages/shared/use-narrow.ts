/** Whether everything stands in one column, as on a phone; the style sheets have the same limit. */
import { useSyncExternalStore } from 'react';

// On paper the order is that of the screen it is printed from.
const NARROW = 'screen and (width <= 920px)';

export function useNarrow(): boolean {
  return useSyncExternalStore(follow, isNarrow);
}

function follow(onChange: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => {
    query.removeEventListener('change', onChange);
  };
}

function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}
