/** The pages and their addresses. Hash routes: the site works in any folder of any plain server. */
import { useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';
import { ComparePage } from '../pages/compare/compare-page.tsx';

export interface Page {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly Content: ComponentType;
}

const COMPARE = { id: 'compare', label: 'Compare', href: '#/', Content: ComparePage } as const;

/** In the order of the navigation. A new page is a line here; one that is not built yet has none. */
export const PAGES: readonly Page[] = [COMPARE];

/** An address that names no page shows the first one. */
export function usePage(): Page {
  const hash = useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash,
  );
  return PAGES.find(({ href }) => href === hash) ?? COMPARE;
}
