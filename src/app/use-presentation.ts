/**
 * Carries the present mode to the document: style sheets read the attribute, and the window fills the
 * screen where the browser lets it. Where it does not, the page is large all the same.
 */
import { useEffect } from 'react';
import { usePlayground, usePlaygroundStore } from '../store/playground-context.tsx';

export function usePresentation(): void {
  const store = usePlaygroundStore();
  const isPresenting = usePlayground((state) => state.isPresenting);
  useEffect(() => {
    if (!isPresenting) return;
    const { documentElement } = document;
    documentElement.dataset['presenting'] = '';
    void enterFullScreen();
    // Escape leaves the full screen without telling the page of a key.
    const followScreen = () => {
      if (!document.fullscreenElement) store.getState().setPresenting(false);
    };
    document.addEventListener('fullscreenchange', followScreen);
    return () => {
      document.removeEventListener('fullscreenchange', followScreen);
      delete documentElement.dataset['presenting'];
      void leaveFullScreen();
    };
  }, [isPresenting, store]);
}

async function enterFullScreen(): Promise<void> {
  try {
    if (!document.fullscreenEnabled) return;
    await document.documentElement.requestFullscreen();
    // It may have been left while the browser was still at it.
    if (!('presenting' in document.documentElement.dataset)) await leaveFullScreen();
  } catch {
    // Refused by the browser or by the frame around the page: see above.
  }
}

async function leaveFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
  } catch {
    // It has left already.
  }
}
