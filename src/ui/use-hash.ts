/** A part of the address from "#" on, for components that follow it. */
import { useSyncExternalStore } from 'react';

/** `read`: what is wanted of it, as a text. */
export function useHash(read: (hash: string) => string): string {
  return useSyncExternalStore(follow, () => read(location.hash));
}

function follow(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** Of a hash: what stands before its question mark. */
export function pathOf(hash: string): string {
  return hash.split('?', 1)[0] ?? '';
}
