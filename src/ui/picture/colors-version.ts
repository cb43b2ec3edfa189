/** For what is painted and not styled: a number that changes when colours do, by choice or with the system. */
import { useSyncExternalStore } from 'react';

export function useColorsVersion(): number {
  return useSyncExternalStore(subscribe, () => version);
}

let version = 0;
const listeners = new Set<() => void>();
let stopWatching: (() => void) | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stopWatching ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = null;
  };
}

function watch(): () => void {
  const tell = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(tell);
  scheme.addEventListener('change', tell);
  chosen.observe(document.documentElement, { attributeFilter: ['data-color-scheme'] });
  return () => {
    scheme.removeEventListener('change', tell);
    chosen.disconnect();
  };
}
