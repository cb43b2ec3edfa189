/** Has the page obey its shortcuts. */
import { useEffect } from 'react';
import { usePlaygroundStore } from '../store/playground-context.tsx';
import { hiddenIn } from '../links/hidden-controls.ts';
import { findShortcut, normalize } from './find-shortcut.ts';
import type { Page } from './pages.ts';

export function useShortcuts(page: Page['id']): void {
  const store = usePlaygroundStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const state = store.getState();
      const shortcut = findShortcut(event, { page, usesShortcuts: state.usesShortcuts });
      if (!shortcut || shortcut.applies?.(state) === false) return;
      if (shortcut.control && hiddenIn(location.hash).includes(shortcut.control)) return;
      event.preventDefault();
      shortcut.act(state, normalize(event.key));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [store, page]);
}
