/** Has style sheets hide the controls that the address hides. */
import { useEffect } from 'react';
import { useHiddenList } from '../pages/shared/use-hidden-list.ts';

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
