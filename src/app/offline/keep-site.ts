/**
 * Starts the service worker that keeps the page's own files in this browser (vite.config.ts says which), so that it
 * opens without a network. A newer version is kept beside the one that runs, until somebody asks for it.
 */
import { registerSW } from 'virtual:pwa-register';
import type { OfflineStore } from '../../store/offline/offline-store.ts';

/** The function loads the page anew, in the newer version that was found. */
export function keepSite(store: OfflineStore): () => void {
  if (!canBeKept()) return () => undefined;
  const isKept = navigator.serviceWorker.controller !== null;
  store.setState({ site: isKept ? 'kept' : 'loading' });
  const failed = () => {
    if (store.getState().site === 'loading') store.setState({ site: 'failed' });
  };
  const update = registerSW({
    onOfflineReady: () => store.setState({ site: 'kept' }),
    onNeedRefresh: () => store.setState({ hasUpdate: true }),
    onRegisterError: failed,
    onRegisteredSW: (_, registration) => {
      // Kept before, on a page that came past the service worker (a reload with Shift).
      if (registration?.active && !registration.installing) store.setState({ site: 'kept' });
      const arriving = registration?.installing;
      arriving?.addEventListener('statechange', () => {
        if (arriving.state === 'redundant') failed();
      });
    },
  });
  return () => void update(true);
}

/** A page in a frame is kept by its own address. Even to look for what is missing there may throw. */
function canBeKept(): boolean {
  try {
    return window.parent === window && 'serviceWorker' in navigator && import.meta.env.PROD;
  } catch {
    return false;
  }
}
