/** Has style sheets hide the controls that the address hides. */
import { useEffect } from 'react';
import { hiddenIn } from '../links/hidden-controls.ts';
import { useHash } from '../ui/use-hash.ts';

export function useHiddenControls(): void {
  const hidden = useHiddenList();
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (hidden === '') return;
    dataset['hides'] = hidden;
    return () => {
      delete dataset['hides'];
    };
  }, [hidden]);
}

/** Their ids, with spaces between them; '': none. */
export function useHiddenList(): string {
  return useHash((hash) => hiddenIn(hash).join(' '));
}
